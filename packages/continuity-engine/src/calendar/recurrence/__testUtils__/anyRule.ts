import fc from 'fast-check';
import {
  FREQUENCIES,
  WEEKDAYS,
  type Frequency,
  type RecurrenceRule,
} from '../recurrenceRule';
import { ruleConflicts } from '../ruleConflicts';

/** A list, or `undefined`; present in `inTen` of ten. */
const some = <T>(item: fc.Arbitrary<T>, maxLength: number, inTen: number) =>
  fc.oneof(
    {
      weight: inTen,
      arbitrary: fc.uniqueArray(item, { minLength: 1, maxLength }),
    },
    { weight: 10 - inTen, arbitrary: fc.constant(undefined) },
  );

const oneOf = (...values: number[]) => fc.constantFrom(...values);

/** Values near the edges of months, weeks and years are where rules go wrong. */
const dayParts = (inTen: number) => ({
  byMonth: some(fc.integer({ min: 1, max: 12 }), 5, inTen),
  byWeekNo: some(oneOf(1, 2, 20, 52, 53, -1, -2, -53), 3, inTen),
  byYearDay: some(oneOf(1, 2, -1, 59, 60, 61, 100, 365, 366, -366), 4, inTen),
  byMonthDay: some(
    oneOf(-1, -2, -28, -29, -30, -31, 1, 2, 13, 15, 28, 29, 30, 31),
    4,
    inTen,
  ),
  byDay: some(
    fc.record(
      {
        weekday: fc.constantFrom(...WEEKDAYS),
        ordinal: oneOf(1, 2, 3, 5, 20, 53, -1, -2, -5, -20, -53),
      },
      { requiredKeys: ['weekday'] },
    ),
    5,
    inTen,
  ),
});

const timeParts = {
  byHour: some(fc.integer({ min: 0, max: 23 }), 5, 3),
  byMinute: some(fc.integer({ min: 0, max: 59 }), 5, 3),
  bySecond: some(fc.integer({ min: 0, max: 59 }), 5, 3),
};

/**
 * Any rule that may be written, of some frequencies, with every part now and then.
 *
 * @param daysInTen - In how many of ten rules each part stands that names days; many
 * of them together name days that do not exist.
 */
export function anyRule(
  intervals: Partial<Record<Frequency, readonly number[]>>,
  daysInTen: number,
): fc.Arbitrary<RecurrenceRule> {
  return fc
    .constantFrom(...FREQUENCIES.filter(freq => intervals[freq]))
    .chain(freq =>
      fc.record({
        freq: fc.constant(freq),
        interval: oneOf(...(intervals[freq] ?? [])),
        weekStart: fc.constantFrom(...WEEKDAYS),
        skip: fc.option(fc.constantFrom('BACKWARD', 'FORWARD'), {
          nil: undefined,
          freq: 1,
        }),
        ...dayParts(daysInTen),
        ...timeParts,
        bySetPos: some(oneOf(1, 2, 3, 7, -1, -2, -3), 3, 4),
        count: fc.option(fc.integer({ min: 1, max: 30 }), { nil: undefined }),
      }),
    )
    .map(drawn => {
      const present = Object.entries(drawn).filter(
        ([, value]) => value !== undefined,
      );
      const rule: RecurrenceRule = Object.fromEntries(present) as never;
      if (rule.skip) rule.rscale = 'GREGORIAN';
      return withoutConflicts(rule);
    });
}

/** Drops parts one after the other until the rule is one that may be written. */
function withoutConflicts(rule: RecurrenceRule): RecurrenceRule {
  const kept = { ...rule };
  const isLong = rule.freq === 'MONTHLY' || rule.freq === 'YEARLY';
  if (rule.freq !== 'YEARLY') delete kept.byWeekNo;
  if (!isLong) {
    delete kept.skip;
    delete kept.rscale;
  }
  if (kept.byDay) {
    const hasOrdinals = isLong && !kept.byWeekNo;
    const once = new Map(
      kept.byDay
        .map(part => (hasOrdinals ? part : { weekday: part.weekday }))
        .map(part => [JSON.stringify(part), part]),
    );
    kept.byDay = [...once.values()];
  }
  for (const part of ['byYearDay', 'byMonthDay', 'bySetPos'] as const) {
    if (ruleConflicts(kept).length > 0) delete kept[part];
  }
  return kept;
}
