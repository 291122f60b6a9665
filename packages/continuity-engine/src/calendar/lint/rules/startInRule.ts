import { formatWall } from '../../clock/wallTime';
import { CompiledWindow } from '../../occurrences/CompiledWindow';
import { wallOf } from '../../occurrences/windowLength';
import type { CalendarFinding } from '../../types';
import type { LintedWindow } from '../LintedWindow';
import { startsOf } from '../words';

/**
 * `start-not-in-rule`: the first start is not one that the rule yields. RFC 5545
 * 3.8.5.3 leaves open what that means; here nothing takes place then.
 */
export function startNotInRule(linted: LintedWindow): CalendarFinding[] {
  const { window, clock } = linted;
  if (window.rrule === undefined) return [];
  const start = wallOf(window.start);
  if (window.rdates.some(({ start: extra }) => wallOf(extra) === start)) {
    return [];
  }
  const ruleAlone = new CompiledWindow(
    { ...window, rdates: [], exdates: [], overrides: [] },
    clock,
  );
  const first = ruleAlone.firstStart();
  if (first === undefined || first === start) return [];
  const next = formatWall(first);
  return [
    linted.finding('start-not-in-rule', 'start', {
      severity: 'warning',
      message: `${window.start} is not a start that ${window.rrule} yields, so nothing takes place then; the first occurrence starts at ${next}.`,
      remedy: `Write start: ${next}, with the end moved along; or list ${window.start} in rdates too, if it is to take place then as well.`,
      dates: startsOf([{ wall: start }]),
    }),
  ];
}
