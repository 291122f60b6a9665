import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  formatProblem,
  type FreezeCalendar,
  type HolidayCalendar,
  holidayCalendarsOf,
  type Instant,
  type Interval,
  parseHolidayCalendar,
  parsePeaks,
  type Peak,
  peakCalendar,
  type PeakPolicy,
  peakScope,
} from '@continuity/engine';
import type { DeclaredFunction } from './businessFunctions';
import type { CalendarEntry } from './CalendarShelf';
import { editUrlOf, ownerOf, titleOf } from './identity';
import {
  type EntityVersions,
  type Standing,
  standingOf,
  type VersionReading,
} from './standing';

/** Years for which relative peaks are worked out, besides the current one. */
const YEARS_BACK = 1;
const YEARS_AHEAD = 20;

/** A HolidayCalendar of the catalog. */
export interface DeclaredHolidays {
  ref: string;
  title: string;
  /** Absent: nobody can tell. */
  owner?: string;
  standing: Standing<HolidayCalendar>;
}

/** What the peaks of functions are worked out by. */
export interface PeakContext {
  policy: PeakPolicy;
  /** HolidayCalendars of the catalog, by ref. */
  holidays: ReadonlyMap<string, DeclaredHolidays>;
  range: Interval;
}

/** The peaks that one version of a BusinessFunction declares. */
export function readPeaks(entity: Entity): VersionReading<Peak[]> {
  const { peaks, problems } = parsePeaks(entity.spec?.peaks, {
    namespace: entity.metadata.namespace,
  });
  return peaks
    ? { ok: true, value: peaks }
    : { ok: false, problem: problems.map(formatProblem).join('; ') };
}

/** Reads a HolidayCalendar of the catalog. Never throws. */
export function declareHolidays(versions: EntityVersions): DeclaredHolidays {
  const { newest } = versions;
  const owner = ownerOf(newest);
  return {
    ref: stringifyEntityRef(newest),
    title: titleOf(newest),
    ...(owner !== undefined && { owner }),
    standing: standingOf(versions, readHolidays),
  };
}

/** The days off that one version of a HolidayCalendar lists. */
export function readHolidays(entity: Entity): VersionReading<HolidayCalendar> {
  const { holidays, problems } = parseHolidayCalendar(entity);
  return holidays
    ? { ok: true, value: holidays }
    : { ok: false, problem: problems.map(formatProblem).join('; ') };
}

/**
 * The years for which relative peaks are worked out: whole ones, so that the windows stay
 * the same from day to day, and on every replica that knows the same reading.
 *
 * @param at - when the catalog was read
 */
export function peakRangeAt(at: Instant): Interval {
  const year = new Date(at).getUTCFullYear();
  return {
    start: Date.UTC(year - YEARS_BACK, 0, 1),
    end: Date.UTC(year + YEARS_AHEAD + 1, 0, 1),
  };
}

/**
 * What the peaks of each function give. Working days are counted for many years, so what
 * neither a function nor the context changed is taken from before.
 *
 * @param before - what they gave in the same context; absent: the context is another
 */
export function peakEntries(
  functions: ReadonlyMap<string, DeclaredFunction>,
  context: PeakContext,
  before: ReadonlyMap<DeclaredFunction, CalendarEntry> = new Map(),
): Map<DeclaredFunction, CalendarEntry> {
  return new Map(
    [...functions.values()].map(of => [
      of,
      before.get(of) ?? peakEntry(of, context),
    ]),
  );
}

/** What the peaks of a function give under the policy; nothing when they only inform. */
function peakEntry(
  { ref, versions }: DeclaredFunction,
  context: PeakContext,
): CalendarEntry {
  const usable = [...context.holidays.values()].flatMap(({ standing }) =>
    standing.state === 'closed' ? [] : [standing.value],
  );
  const standing = standingOf(versions, entity =>
    readPeakCalendar(entity, context, usable),
  );
  const { newest } = versions;
  const owner = ownerOf(newest);
  const about = {
    ref,
    title: titleOf(newest),
    ...(owner !== undefined && { owner }),
    origin: originOf(newest),
  };
  switch (standing.state) {
    case 'closed':
      return {
        unreadable: {
          ...about,
          problem: standing.problem,
          scope: peakScope(ref, context.policy),
        },
      };
    case 'degraded':
      return {
        calendar: standing.value,
        unreadable: {
          ...about,
          problem: standing.problem,
          lastGoodAt: standing.lastGoodAt,
        },
      };
    default: {
      const stale = standing.value && staleHolidays(newest, context);
      return {
        calendar: standing.value,
        ...(stale && { unreadable: { ...about, ...stale } }),
      };
    }
  }
}

function readPeakCalendar(
  entity: Entity,
  { policy, range }: PeakContext,
  holidays: readonly HolidayCalendar[],
): VersionReading<FreezeCalendar | undefined> {
  const peaks = readPeaks(entity);
  if (peaks.ok && !peaks.value.some(mayClose)) {
    // Whatever else may be wrong with the function: it has nothing to freeze.
    return { ok: true, value: undefined };
  }
  const { calendar, problems } = peakCalendar(entity, policy, holidays, range);
  if (problems.length > 0) {
    return { ok: false, problem: problems.map(formatProblem).join('; ') };
  }
  return {
    ok: true,
    value: calendar && {
      ...calendar,
      ref: stringifyEntityRef(entity),
      origin: originOf(entity),
    },
  };
}

function mayClose({ when, freeze }: Peak): boolean {
  return when.by !== 'words' && freeze !== false;
}

/** Peaks counted by holidays of which only the last good version can be read. */
function staleHolidays(
  entity: Entity,
  { holidays }: PeakContext,
): { problem: string; lastGoodAt: Instant } | undefined {
  if (
    [...holidays.values()].every(
      ({ standing }) => standing.state !== 'degraded',
    )
  ) {
    return undefined;
  }
  for (const ref of holidayCalendarsOf(entity)) {
    const standing = holidays.get(ref)?.standing;
    if (standing?.state === 'degraded') {
      return {
        problem: `${ref} cannot be read, and its last good version counts: ${standing.problem}`,
        lastGoodAt: standing.lastGoodAt,
      };
    }
  }
  return undefined;
}

function originOf(entity: Entity) {
  const editUrl = editUrlOf(entity);
  return {
    kind: 'business-function' as const,
    ...(editUrl !== undefined && { editUrl }),
  };
}
