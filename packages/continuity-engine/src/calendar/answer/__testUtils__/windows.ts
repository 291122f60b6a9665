import { parseInstant, type Instant, type Interval } from '../../../time';
import type { WindowIndex } from '../../occurrences/WindowIndex';
import type {
  FreezeCalendar,
  FreezeWindow,
  Occurrence,
  WindowSubject,
} from '../../types';
import type { ScopedWindow } from '../considerWindows';

/** Windows given by when they are in force, for tests of what follows from it. */
export const HOUR = 3_600_000;
export const NOON = parseInstant('2026-06-01T12:00:00Z') ?? NaN;

export interface GivenWindow extends Partial<FreezeWindow> {
  id: string;
  /** When it is in force, `[start, end)` each. */
  times: readonly (readonly [Instant, Instant])[];
  inScope?: boolean;
  /** Absent: `freezecalendar:default/finance`. */
  calendarRef?: string;
  /** Absent: `Finance`. */
  calendarTitle?: string;
}

/** An hour of the first day; 26 is two in the morning of the next. */
export const hour = (count: number): Instant => NOON + (count - 12) * HOUR;

/** Hours of the first day, e.g. `[8, 10]`. */
export const hours = (...pairs: [number, number][]): [Instant, Instant][] =>
  pairs.map(([start, end]) => [hour(start), hour(end)]);

export const subject: WindowSubject = {
  entity: { kind: 'Component', metadata: { name: 'payments-api' } },
  tier: 'tier-1',
  systems: [],
  businessFunctions: [],
  environment: 'production',
  regions: [],
  releaseClass: 'standard',
};

export function windowOf(given: GivenWindow): FreezeWindow {
  const {
    times: _times,
    inScope: _inScope,
    calendarRef: _ref,
    calendarTitle: _title,
    ...rest
  } = given;
  return {
    title: `Title of ${given.id}`,
    reason: `Reason of ${given.id}`,
    owner: 'group:default/finance',
    effect: 'freeze',
    enforcement: 'block',
    onRunning: 'finish',
    rollbacksExempt: true,
    timezone: 'UTC',
    start: '2026-06-01T00:00:00',
    length: { by: 'duration', duration: 'PT1H' },
    allDay: false,
    rdates: [],
    exdates: [],
    overrides: [],
    scope: {},
    ...rest,
  };
}

/**
 * An index whose windows are in force exactly when it is said.
 *
 * @param local - How times are written on the clock of the windows.
 */
export function indexOf(
  given: readonly GivenWindow[],
  local: (at: Instant) => string = iso,
): {
  index: WindowIndex;
  scoped: ScopedWindow[];
  calendar: FreezeCalendar;
} {
  const windows = given.map(one => ({
    calendarRef: one.calendarRef ?? 'freezecalendar:default/finance',
    calendarTitle: one.calendarTitle ?? 'Finance',
    origin: { kind: 'catalog' as const },
    window: windowOf(one),
  }));
  const occurrences = new Map(
    windows.map((indexed, place) => [
      indexed,
      given[place].times
        .map(
          ([start, end]): Occurrence => ({
            start,
            end,
            startLocal: local(start),
            endLocal: local(end),
          }),
        )
        .sort((a, b) => a.start - b.start),
    ]),
  );
  const between = (
    window: (typeof windows)[number],
    { start, end }: Interval,
  ) =>
    (occurrences.get(window) ?? []).filter(
      one => one.start < end && one.end > start,
    );
  const index: WindowIndex = {
    windows,
    lookaheadMs: 400 * 24 * HOUR,
    occurrencesAt: (indexed, at) => {
      const all = occurrences.get(indexed as (typeof windows)[number]) ?? [];
      const active = all
        .filter(one => one.start <= at && at < one.end)
        .reduce<Occurrence | undefined>(
          (last, one) => (last && last.end >= one.end ? last : one),
          undefined,
        );
      return {
        active,
        next: all.find(
          one => one.start > at && one.start < at + index.lookaheadMs,
        ),
      };
    },
    occurrencesBetween: (indexed, stretch) =>
      between(indexed as (typeof windows)[number], stretch),
    spansBetween: (indexed, stretch, visit) =>
      between(indexed as (typeof windows)[number], stretch).forEach(one =>
        visit(one.start, one.end),
      ),
  };
  return {
    index,
    scoped: windows.map((indexed, place) => ({
      indexed,
      inScope: given[place].inScope ?? true,
      scopeReason: 'As the test says.',
    })),
    calendar: {
      ref: 'freezecalendar:default/finance',
      title: 'Finance',
      owner: 'group:default/finance',
      origin: { kind: 'catalog' },
      windows: windows.map(({ window }) => window),
    },
  };
}

function iso(at: Instant): string {
  return new Date(at).toISOString().replace('.000Z', '+00:00');
}
