import { DAY_MS, formatWall } from '../../clock/wallTime';
import type { CalendarFinding } from '../../types';
import type { LintedWindow } from '../LintedWindow';
import { lengthInWords, percent, startsOf } from '../words';

/** A freeze that leaves less than this open is no freeze any more. */
const NEARLY_ALWAYS = 0.95;

/** One occurrence longer than this is not a window either. */
const LONGEST_MS = 366 * DAY_MS;

/**
 * `effectively-permanent`: a freeze that (nearly) never lifts, a maintenance window
 * that is always open and so means nothing, or one that never is and closes for good.
 *
 * @param alternatives - Other maintenance windows for the same scope: while one of
 * them opens, this one need not.
 */
export function effectivelyPermanent(
  linted: LintedWindow,
  alternatives: readonly LintedWindow[] = [],
): CalendarFinding[] {
  if (!linted.first) return [];
  return linted.window.effect === 'maintenance'
    ? maintenance(linted, alternatives)
    : freeze(linted);
}

function freeze(linted: LintedWindow): CalendarFinding[] {
  const { window, clock, coming } = linted;
  const severity = window.enforcement === 'warn' ? 'info' : 'warning';
  const share = linted.shareOfYear;
  if (share > NEARLY_ALWAYS) {
    return [
      linted.finding(
        'effectively-permanent',
        window.rrule ? 'rrule' : window.length.by,
        {
          severity,
          message: `It is in force for ${percent(
            share,
          )} of the year from now on.`,
          remedy:
            'Write when it lifts: a shorter occurrence, or a rule that leaves days out. What is never to be released is better left out of releases than frozen.',
          dates: startsOf(coming.slice(0, 1)),
        },
      ),
    ];
  }
  const long = coming.find(({ start, end }) => end - start > LONGEST_MS);
  if (!long || window.enforcement !== 'block') return [];
  return [
    linted.finding('effectively-permanent', window.length.by, {
      severity,
      message: `The occurrence of ${formatWall(
        long.wall,
      )} blocks for ${lengthInWords(long.end - long.start)}, until ${formatWall(
        clock.toWall(long.end),
      )}.`,
      remedy:
        'Write an end within a year, and decide then whether it goes on; or enforcement: approval, so that somebody can decide in between.',
      dates: startsOf([long]),
    }),
  ];
}

function maintenance(
  linted: LintedWindow,
  alternatives: readonly LintedWindow[],
): CalendarFinding[] {
  const share = linted.shareOfYear;
  if (share === 1) {
    return [
      linted.finding('effectively-permanent', undefined, {
        severity: 'warning',
        message:
          'The maintenance window is open throughout the year from now on, so it closes nothing.',
        remedy:
          'Remove it, or write when releases are possible: a shorter occurrence, or a rule that leaves days out.',
      }),
    ];
  }
  if (share > 0 || alternatives.some(other => other.shareOfYear > 0)) return [];
  const [next] = linted.coming;
  return [
    linted.finding('effectively-permanent', 'start', {
      severity: 'error',
      message: `The maintenance window is not open once in the year from now on, so its scope is closed ${
        next ? `until ${formatWall(next.wall)}` : 'for good'
      }.`,
      remedy:
        'Write when it opens, e.g. rrule: FREQ=WEEKLY, or remove it: services for which no maintenance window is are open.',
      ...(next && { dates: startsOf([next]) }),
    }),
  ];
}
