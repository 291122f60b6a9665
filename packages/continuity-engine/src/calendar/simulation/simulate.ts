import type { Instant, Interval } from '../../time';
import { END_YEAR } from '../clock/wallTime';
import type { WindowIndex } from '../occurrences/WindowIndex';
import type { FreezeCalendar } from '../types';
import { finish, type Steps } from '../../steps';
import type { ScopeBook } from '../scope/ScopeBook';
import { closedStretches } from './closedStretches';
import { commonSlot } from './firstSlot';
import { indexOf, Landscape } from './Landscape';
import { plannedOutcomes } from './plannedOutcomes';
import type {
  CalendarChange,
  ClosedStretch,
  PlannedChange,
  PlannedOutcome,
  SimulatedService,
  Slot,
  WindowChange,
} from './types';
import { windowChanges } from './windowChanges';

/** More than a page can show, and than anybody reads. */
const MAX_STRETCHES = 2_000;

/** More changes than this are not read by anybody either. */
export const MAX_CHANGES = 1_000;

/** What is to be looked at. */
export interface SimulationQuestion {
  /** An index where there is one, else calendars. */
  source: WindowIndex | readonly FreezeCalendar[];
  /** Each service once, in the environment and for the class that are asked about. */
  services: readonly SimulatedService[];
  /** Half-open, within the years 1970 to 2199. */
  period: Interval;
  /** Length of the slot that is looked for. Absent: none is. */
  slotMs?: number;
  planned?: readonly PlannedChange[];
  /** What a draft would change. Absent: the calendars as they are. */
  draft?: CalendarChange;
  /** Changes that cover it take effect at once. Absent: the start of the period. */
  now?: Instant;
  /**
   * Whom the windows of the source are for among the services, where that is known already;
   * windows that have no say in the period may be left out. Absent: it is worked out.
   */
  scopes?: ScopeBook;
}

/** What would be. */
export interface SimulationResult {
  services: number;
  /** With the draft; earliest first. */
  stretches: ClosedStretch[];
  /** There are more stretches than the 2,000 that are listed. */
  truncated: boolean;
  /** When all services are open, with the draft. Absent: not asked for, or none. */
  firstSlot?: Slot;
  planned: PlannedOutcome[];
  /** Present with a draft. */
  changes?: WindowChange[];
  /** How many changes there are beyond those. Absent: none. */
  moreChanges?: number;
}

/**
 * What is frozen when and by what, when everybody could release, what becomes of
 * planned changes, and what a draft changes - without saving anything. Judges a
 * deployment that begins; rollbacks and what is under way may be let through.
 *
 * Services for which the same windows are share one course of time, so that fifty
 * thousand cost little more than fifty.
 *
 * @throws RangeError for a period that is none or leaves the years 1970 to 2199.
 */
export function simulate(question: SimulationQuestion): SimulationResult {
  return finish(simulateInSteps(question));
}

/** {@link simulate} in steps, for whoever has others waiting. */
export function* simulateInSteps(
  question: SimulationQuestion,
): Steps<SimulationResult> {
  const { services, period, slotMs, planned = [], draft } = question;
  const index = indexOf(question.source);
  const landscape = new Landscape(index, period, draft, question.scopes);
  const groups = yield* landscape.groupInSteps(
    services.map(({ subject }) => subject),
  );
  const slot =
    slotMs === undefined
      ? undefined
      : yield* commonSlot(landscape, groups, slotMs);
  yield;
  const closed = yield* closedStretches(
    landscape,
    groups,
    services,
    MAX_STRETCHES,
  );
  const changes =
    draft &&
    (yield* windowChanges(
      landscape,
      groups,
      services,
      question.now ?? period.start,
      MAX_CHANGES,
    ));
  return {
    services: services.length,
    ...closed,
    ...(slot && { firstSlot: slot }),
    planned:
      planned.length > 0
        ? plannedOutcomes(
            new Landscape(index, around(period, planned), draft),
            planned,
          )
        : [],
    ...(changes && {
      changes: changes.changes,
      ...(changes.more > 0 && { moreChanges: changes.more }),
    }),
  };
}

/** The last moment for which windows are computed. */
const LAST = Date.UTC(END_YEAR, 0, 1) - 1;

/**
 * The period, and every planned change with the moment after it. From one that is planned
 * beyond the period it is looked on for a slot, as far as the period is long.
 */
function around(
  { start, end }: Interval,
  planned: readonly PlannedChange[],
): Interval {
  return planned.reduce(
    (all, { at, durationMs = 0 }) => {
      const after = at + durationMs + 1;
      const beyond = at < end ? after : Math.min(after + end - start, LAST);
      return {
        start: Math.min(all.start, at),
        end: Math.max(all.end, after, beyond),
      };
    },
    { start, end },
  );
}
