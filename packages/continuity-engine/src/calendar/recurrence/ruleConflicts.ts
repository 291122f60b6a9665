import type { RecurrenceRule } from './recurrenceRule';

/**
 * Parts of a rule that may not stand together. First what RFC 5545 3.3.10 rules
 * out; then combinations of yearly parts that it allows but on whose meaning
 * calendar programs disagree, so that a freeze could silently be elsewhere than its
 * author reads it.
 */
export function ruleConflicts(rule: RecurrenceRule): string[] {
  const messages: string[] = [];
  const { freq, byDay, byMonthDay, byYearDay, byWeekNo, bySetPos } = rule;
  const refuseIf = (condition: boolean, message: string) => {
    if (condition) messages.push(message);
  };
  const ordinals = (byDay ?? []).flatMap(part => part.ordinal ?? []);
  const ordinal = ordinals.length > 0;
  const plain = (byDay ?? []).some(part => part.ordinal === undefined);

  refuseIf(
    rule.count !== undefined && rule.until !== undefined,
    'COUNT and UNTIL exclude each other; expected one of them',
  );
  refuseIf(
    ordinal && freq !== 'MONTHLY' && freq !== 'YEARLY',
    `BYDAY has a number, which FREQ=${freq} does not allow; expected weekdays alone, e.g. MO`,
  );
  refuseIf(
    (freq === 'MONTHLY' || rule.byMonth !== undefined) &&
      ordinals.some(value => Math.abs(value) > 5),
    'BYDAY counts beyond the fifth weekday of a month; expected -5 to 5',
  );
  refuseIf(
    byMonthDay !== undefined && freq === 'WEEKLY',
    'BYMONTHDAY is not allowed with FREQ=WEEKLY; expected FREQ=MONTHLY or DAILY',
  );
  refuseIf(
    byYearDay !== undefined && freq !== 'YEARLY',
    `BYYEARDAY is not allowed with FREQ=${freq}; expected FREQ=YEARLY`,
  );
  refuseIf(
    byWeekNo !== undefined && freq !== 'YEARLY',
    `BYWEEKNO is not allowed with FREQ=${freq}; expected FREQ=YEARLY`,
  );
  refuseIf(
    bySetPos !== undefined &&
      !byDay &&
      !byMonthDay &&
      !byYearDay &&
      !byWeekNo &&
      !rule.byMonth,
    'BYSETPOS selects among the days of another part; expected one, e.g. BYDAY',
  );

  if (freq !== 'YEARLY') return messages;
  refuseIf(
    ordinal && plain,
    'BYDAY mixes numbered and plain weekdays in a yearly rule, which is not accepted; expected one window for each',
  );
  refuseIf(
    ordinal && byMonthDay !== undefined,
    'BYDAY with numbers and BYMONTHDAY together are not accepted in a yearly rule; expected one of them',
  );
  refuseIf(
    byYearDay !== undefined &&
      (byDay !== undefined || byMonthDay !== undefined),
    'BYYEARDAY together with BYDAY or BYMONTHDAY is not accepted; expected one of them',
  );
  if (byWeekNo === undefined) return messages;
  refuseIf(
    !byDay || ordinal,
    'BYWEEKNO needs the weekdays by name; expected BYDAY, e.g. BYDAY=MO',
  );
  refuseIf(
    byYearDay !== undefined ||
      byMonthDay !== undefined ||
      bySetPos !== undefined ||
      rule.interval > 1,
    'BYWEEKNO together with BYYEARDAY, BYMONTHDAY, BYSETPOS or INTERVAL is not accepted; expected BYWEEKNO with BYDAY and BYMONTH alone',
  );
  return messages;
}
