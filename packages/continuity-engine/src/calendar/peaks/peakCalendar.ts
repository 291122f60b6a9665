import { showValue, type Interval, type Problem } from '../../time';
import { formatWall } from '../clock/wallTime';
import type { CalendarEntity } from '../declaration/parseFreezeCalendar';
import type {
  CalendarFinding,
  FreezeCalendar,
  FreezeWindow,
  WindowScope,
} from '../types';
import { parsePeaks, type Peak, type WindowTimes } from './parsePeaks';
import { readIdentity, type EntityIdentity } from './readIdentity';
import {
  crossing,
  relativeOccurrences,
  type RelativeOccurrence,
  type RelativePeak,
} from './relativeTimes';
import type {
  HolidayCalendar,
  PeakFreezeDeclaration,
  PeakPolicy,
} from './types';
import { WorkingDays } from './workingDays';

/** What became of the peaks of a function. */
export interface PeakReading {
  /** Absent: no policy, no peak that says when it is, or problems. */
  calendar?: FreezeCalendar;
  /** Not empty: the peaks cannot be read, and close {@link peakScope} until they can. */
  problems: Problem[];
  /** Where working days were counted without holidays. */
  findings: CalendarFinding[];
}

type Anchored = Extract<Peak['when'], { by: 'anchor' }>;

/** The number of dates that a finding names. */
const MAX_DATES = 10;

/**
 * Makes windows of the peaks of a `BusinessFunction`, as the policy says. Relative
 * peaks become the dates that lie in `range`, each with its own end; nothing is known
 * of them beyond it, so it has to reach further than anybody will ask, and to be
 * moved on as time passes - by whole years, so that the windows stay the same between.
 *
 * Once the list of holidays has run out only the weekend counts, and a finding says
 * from when. A holiday calendar that is not given is a problem: its
 * peaks would begin too late.
 *
 * @param policy - Absent: peaks inform people only.
 * @param holidays - Every holiday calendar that could be read.
 */
export function peakCalendar(
  entity: CalendarEntity,
  policy: PeakPolicy | undefined,
  holidays: readonly HolidayCalendar[],
  range: Interval,
): PeakReading {
  if (!policy) return { problems: [], findings: [] };
  const { identity, problems } = readIdentity(entity, 'BusinessFunction');
  const reading = parsePeaks(peaksOf(entity), {
    namespace: identity?.namespace,
  });
  problems.push(...reading.problems);
  const findings: CalendarFinding[] = [];
  const windows = (reading.peaks ?? []).flatMap(peak => {
    const { when, freeze } = peak;
    if (when.by === 'words' || freeze === false || !identity) return [];
    const times =
      when.by === 'times'
        ? when.times
        : anchoredTimes(peak, when, { holidays, range, problems, findings });
    return times
      ? [toWindow(identity, policy, { ...peak, freeze, id: when.id }, times)]
      : [];
  });
  if (problems.length > 0 || !identity) return { problems, findings: [] };
  if (windows.length === 0) return { problems, findings };
  return {
    calendar: {
      ref: identity.ref,
      title: identity.title,
      owner: identity.owner,
      origin: { kind: 'business-function' },
      windows,
    },
    problems,
    findings,
  };
}

/**
 * Whom the peaks of a function are for. Also what they close while they cannot be
 * read.
 */
export function peakScope(
  functionRef: string,
  policy: PeakPolicy,
  freeze: PeakFreezeDeclaration = {},
): WindowScope {
  const { environments, exceptEnvironments, classes, tiers } = {
    ...policy,
    ...freeze,
  };
  return {
    businessFunctions: [functionRef],
    ...(tiers && { tiers: [...tiers] }),
    ...(environments && { environments: [...environments] }),
    ...(classes && { classes: [...classes] }),
    ...(exceptEnvironments && {
      except: { environments: [...exceptEnvironments] },
    }),
  };
}

/**
 * Refs of the holiday calendars that a business function's peaks count by, each once.
 * Empty also when the peaks cannot be read.
 */
export function holidayCalendarsOf(entity: CalendarEntity): string[] {
  const { identity } = readIdentity(entity, 'BusinessFunction');
  const { peaks = [] } = parsePeaks(peaksOf(entity), {
    namespace: identity?.namespace,
  });
  const refs = peaks.flatMap(({ when }) =>
    when.by === 'anchor' ? when.relative.holidays ?? [] : [],
  );
  return [...new Set(refs)].sort();
}

function anchoredTimes(
  peak: Peak,
  { id, timezone, relative }: Anchored,
  to: {
    holidays: readonly HolidayCalendar[];
    range: Interval;
    problems: Problem[];
    findings: CalendarFinding[];
  },
): WindowTimes | undefined {
  const counting = to.holidays.find(({ ref }) => ref === relative.holidays);
  if (relative.holidays !== undefined && !counting) {
    to.problems.push({
      path: `${peak.path}.relative.holidays`,
      message: `${showValue(
        relative.holidays,
      )} is not a holiday calendar that can be read; expected ${
        to.holidays.map(({ ref }) => ref).join(' or ') || 'one that exists'
      }`,
    });
    return undefined;
  }
  const occurrences = relativeOccurrences(
    relative,
    new WorkingDays(counting),
    to.range,
  );
  const crossed = occurrences.find(({ start, end }) => end <= start);
  if (crossed) {
    to.problems.push({
      path: `${peak.path}.relative.to`,
      message: crossing(crossed),
    });
    return undefined;
  }
  if (counting) {
    to.findings.push(...uncovered(id, peak, counting, occurrences));
  }
  return toTimes(timezone, relative, occurrences);
}

function toTimes(
  timezone: string,
  { from, to }: RelativePeak,
  occurrences: readonly RelativeOccurrence[],
): WindowTimes | undefined {
  const dates = occurrences.map(({ start, end }) => ({
    start: formatWall(start),
    end: formatWall(end),
  }));
  const [first, ...rest] = dates;
  return (
    first && {
      timezone,
      start: first.start,
      length: { by: 'end', end: first.end },
      allDay: from.atMs === undefined && to.atMs === undefined,
      rdates: rest,
      exdates: [],
    }
  );
}

function uncovered(
  windowId: string,
  { path, title }: Peak,
  { ref, until }: HolidayCalendar,
  occurrences: readonly RelativeOccurrence[],
): CalendarFinding[] {
  const dates = occurrences
    .filter(({ covered }) => !covered)
    .map(({ start }) => formatWall(start));
  if (dates.length === 0) return [];
  return [
    {
      rule: 'holidays-run-out',
      severity: 'info',
      windowId,
      path: `${path}.relative.holidays`,
      message: `${ref} lists holidays until ${until}; for ${
        dates.length === 1 ? 'one time' : `${dates.length} times`
      } of ${title} after that only weekends count as days off.`,
      remedy: `List the holidays of the years after ${until} in ${ref}, or set its until when the list is complete for longer.`,
      dates: dates.slice(0, MAX_DATES),
    },
  ];
}

function toWindow(
  { ref, title: functionTitle, owner }: EntityIdentity,
  policy: PeakPolicy,
  peak: Peak & { id: string; freeze: PeakFreezeDeclaration },
  times: WindowTimes,
): FreezeWindow {
  const { id, title, description, freeze } = peak;
  return {
    id,
    title,
    reason: description ?? `${title}: a peak of ${functionTitle}.`,
    owner,
    effect: 'freeze',
    enforcement: freeze.enforcement ?? policy.enforcement,
    onRunning: 'finish',
    rollbacksExempt: true,
    ...times,
    overrides: [],
    scope: peakScope(ref, policy, freeze),
  };
}

function peaksOf({ spec }: CalendarEntity): unknown {
  return typeof spec === 'object' && spec !== null && 'peaks' in spec
    ? spec.peaks
    : undefined;
}
