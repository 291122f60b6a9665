import { formatWall, type WallTime } from '../clock/wallTime';
import { Recurrence } from './Recurrence';
import type { RecurrenceRule } from './recurrenceRule';
import { ruleParts } from './ruleText';

/** Parts without which a rule may match, in words of RRULE and of {@link RecurrenceRule}. */
const REMOVABLE = {
  BYMONTH: 'byMonth',
  BYWEEKNO: 'byWeekNo',
  BYYEARDAY: 'byYearDay',
  BYMONTHDAY: 'byMonthDay',
  BYDAY: 'byDay',
  BYHOUR: 'byHour',
  BYMINUTE: 'byMinute',
  BYSECOND: 'bySecond',
  BYSETPOS: 'bySetPos',
  UNTIL: 'until',
  INTERVAL: 'interval',
} as const;

/**
 * Why a rule that has no start within 100 years has none: the parts that exclude
 * each other, with what the rule would match without one of them. Costs one search
 * for every part, each as cheap as the one that found nothing.
 *
 * @returns a clause that goes on from "... matches no date within 100 years".
 */
export function explainNoMatch(rule: RecurrenceRule, start: WallTime): string {
  const texts = new Map(ruleParts(rule));
  const found = Object.entries(REMOVABLE).flatMap(([name, key]) => {
    const text = texts.get(name);
    if (text === undefined) return [];
    const first = new Recurrence(without(rule, key), start).first(() => true);
    return first === undefined ? [] : [{ part: `${name}=${text}`, first }];
  });
  const [culprit, ...more] = found;
  if (!culprit) {
    return `its parts never come together; expected a rule with fewer of them`;
  }
  const until = found.find(({ part }) => part.startsWith('UNTIL='));
  if (until) {
    return `${
      until.part
    } lies before the first start, which would be ${formatWall(
      until.first,
    )}; expected a later UNTIL`;
  }
  const would = `e.g. without ${culprit.part} it would first be ${formatWall(
    culprit.first,
  )}`;
  return more.length === 0
    ? `${culprit.part} never comes about; expected another value, ${would}`
    : `${found
        .map(({ part }) => part)
        .join(' and ')} never come together; expected values that do, ${would}`;
}

function without(
  rule: RecurrenceRule,
  key: (typeof REMOVABLE)[keyof typeof REMOVABLE],
): RecurrenceRule {
  const rest: RecurrenceRule = { ...rule };
  if (key === 'interval') return { ...rest, interval: 1 };
  delete rest[key];
  return rest;
}
