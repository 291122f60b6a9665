import { formatWall } from '../../clock/wallTime';
import { wallOf } from '../../occurrences/windowLength';
import { explainNoMatch } from '../../recurrence/explainNoMatch';
import { parseRecurrenceRule } from '../../recurrence/parseRecurrenceRule';
import type { CalendarFinding } from '../../types';
import type { LintedWindow } from '../LintedWindow';
import { startsOf } from '../words';

/** `never-occurs`: no occurrence at all. */
export function neverOccurs(linted: LintedWindow): CalendarFinding[] {
  if (linted.first) return [];
  const { window, compiled } = linted;
  if (compiled.firstStart() !== undefined) {
    return [
      linted.finding('never-occurs', 'exdates', {
        severity: 'error',
        message: `Every occurrence is cancelled (${window.exdates.join(
          ', ',
        )}), so it never takes place.`,
        remedy:
          'Take an occurrence that is to take place out of exdates, or remove the window.',
      }),
    ];
  }
  const { rrule = '', start } = window;
  const parsed = parseRecurrenceRule(rrule);
  const [why, expected] = parsed.ok
    ? explainNoMatch(parsed.rule, wallOf(start)).split('; expected ')
    : [];
  return [
    linted.finding('never-occurs', 'rrule', {
      severity: 'error',
      message: `${rrule} matches no date within 100 years from ${start}${
        why === undefined ? '' : `: ${why}`
      }.`,
      remedy: `Write ${
        expected ?? 'a rule that matches a date'
      }; or leave rrule out for a window that takes place once, at ${start}.`,
    }),
  ];
}

/** `over`: it took place, and never will again. */
export function over(linted: LintedWindow): CalendarFinding[] {
  const { window, clock, first, coming } = linted;
  if (!first || coming.length > 0) return [];
  const last = linted.last ?? first;
  const bound = /(?:UNTIL|COUNT)=[^;]*/i.exec(window.rrule ?? '')?.[0];
  const maintenance = window.effect === 'maintenance';
  return [
    linted.finding('over', bound === undefined ? 'start' : 'rrule', {
      severity: overSeverity(maintenance, bound !== undefined),
      message: `It took place for the last time from ${formatWall(
        last.wall,
      )} to ${formatWall(clock.toWall(last.end))}${
        maintenance ? ', and closes to its whole scope ever since' : ''
      }.`,
      remedy:
        bound === undefined
          ? 'Remove it, or write when it takes place next: a later start, or an rrule when it comes every year.'
          : `Remove it, or take ${bound} out of rrule if it is to go on.`,
      dates: startsOf([last]),
    }),
  ];
}

/** That one date has passed is normal; that a rule has ended, easy to miss. */
function overSeverity(
  maintenance: boolean,
  recurring: boolean,
): CalendarFinding['severity'] {
  if (maintenance) return 'error';
  return recurring ? 'warning' : 'info';
}
