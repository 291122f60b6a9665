import { isSubDaily } from './ClockSteps';
import type { RecurrenceRule } from './recurrenceRule';

/**
 * Parts of a rule that may not stand together by RFC 5545 3.3.10, and the uses of
 * SKIP (RFC 7529) that would move nothing or have no defined order.
 */
export function ruleConflicts(rule: RecurrenceRule): string[] {
  const messages: string[] = [];
  const { freq, byDay, byMonthDay, byYearDay, byWeekNo } = rule;
  const refuseIf = (condition: boolean, message: string) => {
    if (condition) messages.push(message);
  };
  const ordinal = (byDay ?? []).some(part => part.ordinal !== undefined);

  refuseIf(
    rule.count !== undefined && rule.until !== undefined,
    'COUNT and UNTIL exclude each other; expected one of them',
  );
  refuseIf(
    ordinal && freq !== 'MONTHLY' && freq !== 'YEARLY',
    `BYDAY has a number, which FREQ=${freq} does not allow; expected weekdays alone, e.g. MO`,
  );
  refuseIf(
    ordinal && byWeekNo !== undefined,
    'BYDAY has a number, which BYWEEKNO does not allow; expected weekdays alone, e.g. MO',
  );
  refuseIf(
    byMonthDay !== undefined && freq === 'WEEKLY',
    'BYMONTHDAY is not allowed with FREQ=WEEKLY; expected FREQ=MONTHLY or DAILY',
  );
  refuseIf(
    byYearDay !== undefined && ['DAILY', 'WEEKLY', 'MONTHLY'].includes(freq),
    `BYYEARDAY is not allowed with FREQ=${freq}; expected FREQ=YEARLY`,
  );
  refuseIf(
    byWeekNo !== undefined && freq !== 'YEARLY',
    `BYWEEKNO is not allowed with FREQ=${freq}; expected FREQ=YEARLY`,
  );
  refuseIf(
    rule.bySetPos !== undefined && !hasSet(rule),
    'BYSETPOS selects among the starts of another part; expected one, e.g. BYDAY',
  );

  if (!rule.skip) return messages;
  refuseIf(
    freq !== 'MONTHLY' && freq !== 'YEARLY',
    `SKIP=${rule.skip} has no day to move with FREQ=${freq}; expected FREQ=MONTHLY or YEARLY`,
  );
  refuseIf(
    byYearDay !== undefined &&
      (byMonthDay !== undefined || rule.byMonth !== undefined),
    `SKIP=${rule.skip} cannot place a BYYEARDAY that is also bound to a month; expected BYMONTH with BYMONTHDAY, or BYYEARDAY alone`,
  );
  refuseIf(
    byWeekNo !== undefined &&
      (byMonthDay !== undefined || byYearDay !== undefined),
    `SKIP=${rule.skip} cannot place a day that is also bound to a week; expected BYWEEKNO with BYDAY, or no SKIP`,
  );
  return messages;
}

/**
 * Parts that name times of day, which a start without one cannot have (RFC 5545
 * 3.3.10; there such parts are to be ignored, here their author is asked).
 */
export function allDayConflicts(rule: RecurrenceRule): string[] {
  const messages = (['byHour', 'byMinute', 'bySecond'] as const)
    .filter(part => rule[part])
    .map(
      part =>
        `${part.toLocaleUpperCase(
          'en-US',
        )} names a time of day, but start is a date; expected a start with a time, e.g. 2026-01-30T18:00:00`,
    );
  return isSubDaily(rule.freq)
    ? [
        `FREQ=${rule.freq} repeats within a day, but start is a date; expected FREQ=DAILY or longer, or a start with a time`,
        ...messages,
      ]
    : messages;
}

function hasSet(rule: RecurrenceRule): boolean {
  return [
    rule.bySecond,
    rule.byMinute,
    rule.byHour,
    rule.byDay,
    rule.byMonthDay,
    rule.byYearDay,
    rule.byWeekNo,
    rule.byMonth,
  ].some(part => part !== undefined);
}
