import { formatWall, type WallTime } from '../clock/wallTime';
import { Recurrence } from './Recurrence';
import { WEEKDAYS, type RecurrenceRule } from './recurrenceRule';
import { ruleParts } from './ruleText';

const upTo = (last: number) =>
  Array.from({ length: last }, (_, index) => index + 1);

/**
 * What takes away what each part demands. A part that names days is made to name
 * them all: without it, DTSTART would name one.
 */
const RELAXED = {
  UNTIL: { until: undefined },
  INTERVAL: { interval: 1 },
  BYMONTH: { byMonth: upTo(12) },
  BYWEEKNO: { byWeekNo: upTo(53) },
  BYYEARDAY: { byYearDay: upTo(366) },
  BYMONTHDAY: { byMonthDay: upTo(31) },
  BYDAY: { byDay: WEEKDAYS.map(weekday => ({ weekday })) },
  BYHOUR: { byHour: undefined },
  BYMINUTE: { byMinute: undefined },
  BYSECOND: { bySecond: undefined },
  BYSETPOS: { bySetPos: undefined },
} satisfies Record<string, Partial<RecurrenceRule>>;

/**
 * Why a rule that has no start within 100 years has none: the parts that leave
 * nothing, with a start that another value of one of them would allow. Costs one
 * search for every part, each as cheap as the one that found nothing.
 *
 * @returns a clause that goes on from "... matches no date within 100 years".
 */
export function explainNoMatch(rule: RecurrenceRule, start: WallTime): string {
  const texts = new Map(ruleParts(rule));
  const culprits = Object.entries(RELAXED).flatMap(([name, relaxed]) => {
    const value = texts.get(name);
    if (value === undefined) return [];
    const other = new Recurrence({ ...rule, ...relaxed }, start);
    const first = other.first(() => true);
    return first === undefined ? [] : [{ name, value, first }];
  });
  const [first] = culprits;
  const last = culprits.at(-1);
  if (!first || !last) {
    return 'its parts exclude each other; expected fewer of them';
  }
  if (first.name === 'UNTIL') {
    return `UNTIL=${first.value} lies before the first start, ${formatWall(
      first.first,
    )}; expected a later one`;
  }
  const parts = culprits.map(({ name, value }) => `${name}=${value}`);
  return `${parts.join(' and ')} ${
    parts.length === 1 ? 'leaves nothing' : 'leave nothing together'
  }; expected e.g. another ${last.name}, which could allow ${formatWall(
    last.first,
  )}`;
}
