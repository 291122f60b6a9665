import { showValue, type Problem } from '../../time';
import {
  DAY_MS,
  formatDate,
  formatWall,
  type WallTime,
} from '../clock/wallTime';
import { CompiledWindow } from '../occurrences/CompiledWindow';
import { clockOf } from '../occurrences/sharedClock';
import { clockLength, endOf, wallOf } from '../occurrences/windowLength';
import { explainNoMatch } from '../recurrence/explainNoMatch';
import { parseRecurrenceRule } from '../recurrence/parseRecurrenceRule';
import type { ExtraDate, FreezeWindow, OccurrenceOverride } from '../types';
import { within } from './within';

/**
 * Checks what the times of a window mean together: a rule that never matches, dates
 * that cancel or change nothing, and everything cancelled. What is said twice comes
 * back once, and in order.
 *
 * @param window - Read part by part, its lists in the order in which they were declared.
 */
export function checkOccurrences(
  window: FreezeWindow,
  path: string,
): { window: FreezeWindow; problems: Problem[] } {
  const regular = new CompiledWindow(
    { ...window, rdates: [], exdates: [], overrides: [] },
    clockOf(window.timezone),
  );
  if (window.rrule !== undefined && regular.firstStart() === undefined) {
    return {
      window,
      problems: [
        { path: within(path, 'rrule'), message: neverMatches(window) },
      ],
    };
  }
  const { rdates, exdates, overrides } = window;
  if (rdates.length + exdates.length + overrides.length === 0) {
    return { window, problems: [] };
  }
  const tidy: FreezeWindow = {
    ...window,
    rdates: withoutRepetition(window, regular),
    exdates: [...new Set(exdates)].sort(),
    overrides: [...overrides].sort(byOccurrence),
  };
  const compiled = new CompiledWindow(tidy, clockOf(window.timezone));
  const problems = [
    ...exdateProblems(window, compiled, path),
    ...overrideProblems(window, compiled, path),
  ];
  if (problems.length === 0 && !compiled.takesPlace()) {
    problems.push({
      path: within(path, 'exdates'),
      message: `${showValue(
        exdates,
      )} cancels every occurrence; expected at least one that takes place`,
    });
  }
  return { window: tidy, problems };
}

function neverMatches({ rrule = '', start }: FreezeWindow): string {
  const parsed = parseRecurrenceRule(rrule);
  const why = parsed.ok
    ? `: ${explainNoMatch(parsed.rule, wallOf(start))}`
    : '';
  return `${showValue(
    rrule,
  )} matches no date within 100 years from ${start}${why}`;
}

/**
 * Extra dates by start, each once. Of several for one start the longest counts, and
 * one for a start that the window has anyway only when it is longer.
 */
function withoutRepetition(
  { rdates, timezone }: FreezeWindow,
  regular: CompiledWindow,
): ExtraDate[] {
  const clock = clockOf(timezone);
  const endsAt = ({ start, end }: ExtraDate) => {
    const wall = wallOf(start);
    if (end === undefined) return regular.endFrom(wall);
    const { instant } = clock.toInstant(wall);
    return endOf(clockLength(wallOf(end) - wall), wall, instant, clock);
  };
  const longest = new Map<string, { rdate: ExtraDate; end: number }>();
  for (const rdate of rdates) {
    const end = endsAt(rdate);
    const known = longest.get(rdate.start);
    // Of two that end alike the plainer stays, whatever their order.
    const wins =
      !known ||
      end > known.end ||
      (end === known.end && rdate.end === undefined);
    if (wins) longest.set(rdate.start, { rdate, end });
  }
  return [...longest.values()]
    .filter(
      ({ rdate, end }) =>
        !regular.isStart(wallOf(rdate.start)) ||
        end > regular.endFrom(wallOf(rdate.start)),
    )
    .map(({ rdate }) => rdate)
    .sort((a, b) => compareTexts(a.start, b.start));
}

function exdateProblems(
  { exdates, rrule, rdates }: FreezeWindow,
  compiled: CompiledWindow,
  path: string,
): Problem[] {
  if (exdates.length > 0 && rrule === undefined && rdates.length === 0) {
    return [
      {
        path: within(path, 'exdates'),
        message: `${showValue(
          exdates,
        )} has no meaning for a window that occurs once; expected an rrule or rdates beside it`,
      },
    ];
  }
  return exdates.flatMap((exdate, index) =>
    startProblems(exdate, compiled, {
      path: within(path, 'exdates', index),
      instead: 'so it cancels nothing',
    }),
  );
}

function overrideProblems(
  { overrides, exdates }: FreezeWindow,
  compiled: CompiledWindow,
  path: string,
): Problem[] {
  const cancelled = new Set(exdates);
  const places = new Map<string, string>();
  return overrides.flatMap(({ occurrence }, index) => {
    const place = within(path, 'overrides', index);
    const at = within(place, 'occurrence');
    const first = places.get(occurrence);
    if (first !== undefined) {
      return [
        {
          path: at,
          message: `${showValue(
            occurrence,
          )} stands at ${first} already; expected each occurrence once`,
        },
      ];
    }
    places.set(occurrence, place);
    if (cancelled.has(occurrence)) {
      return [
        {
          path: at,
          message: `${showValue(
            occurrence,
          )} is cancelled by exdates; expected it in one of the two`,
        },
      ];
    }
    return startProblems(occurrence, compiled, {
      path: at,
      instead: 'so it changes nothing',
    });
  });
}

function startProblems(
  text: string,
  compiled: CompiledWindow,
  { path, instead }: { path: string; instead: string },
): Problem[] {
  const wall = wallOf(text);
  if (compiled.isStart(wall)) return [];
  return [
    {
      path,
      message: `${showValue(
        text,
      )} is not the start of an occurrence, ${instead}; expected one such as ${nearestStart(
        compiled,
        wall,
      )}`,
    },
  ];
}

/** The start on the same day when there is one, else the first of all. */
function nearestStart(compiled: CompiledWindow, wall: WallTime): string {
  const day = Date.parse(formatDate(wall));
  const start =
    compiled.starts(day, day + DAY_MS)[0] ?? compiled.firstStart() ?? wall;
  return formatWall(start);
}

function byOccurrence(a: OccurrenceOverride, b: OccurrenceOverride): number {
  return compareTexts(a.occurrence, b.occurrence);
}

function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
