import fc from 'fast-check';
import { DAY_MS, formatWall } from '../clock/wallTime';
import { Recurrence } from './Recurrence';
import type { RecurrenceRule } from './recurrenceRule';
import { anyRule } from './__testUtils__/anyRule';
import { ruleText } from './ruleText';
import { slowStarts } from './__testUtils__/slowOracle';

const SEED = 20_260_730;
const SECOND = 1_000;

const byDays = anyRule(
  {
    DAILY: [1, 1, 2, 3, 7, 10, 100],
    WEEKLY: [1, 1, 2, 3, 5],
    MONTHLY: [1, 1, 2, 3, 5, 13, 18],
    YEARLY: [1, 1, 1, 2, 3, 4],
  },
  4,
);

const byClock = anyRule(
  {
    HOURLY: [1, 2, 3, 5, 7, 24, 25, 1000],
    MINUTELY: [1, 7, 15, 20, 61, 90, 1440, 1441],
    SECONDLY: [7, 61, 600, 3601, 86_399, 86_400, 99_991],
  },
  1,
);

/** A start at an odd time, since times of day come from it too. */
const anyStart = (days: number) =>
  fc
    .integer({ min: 0, max: days * 86_400 })
    .map(seconds => Date.UTC(2020, 0, 1) + seconds * SECOND);

const bounded = (
  rule: RecurrenceRule,
  start: number,
  untilSeconds: number | undefined,
): RecurrenceRule =>
  rule.count === undefined && untilSeconds !== undefined
    ? {
        ...rule,
        until: { by: 'wall', wall: start + untilSeconds * SECOND },
      }
    : rule;

const shown = (rule: RecurrenceRule, start: number, walls: number[]) => ({
  rule: ruleText(rule),
  start: formatWall(start),
  starts: walls.map(formatWall),
});

/** What the engine and the oracle find. */
function compare(
  rule: RecurrenceRule,
  start: number,
  from: number,
  to: number,
) {
  const slow = slowStarts(rule, start, to).filter(at => at >= from);
  const found = new Recurrence(rule, start).between(from, to);
  return {
    found: shown(rule, start, found),
    expected: shown(rule, start, slow),
    isEmpty: found.length === 0,
  };
}

describe('Recurrence beside an oracle that asks every day and second', () => {
  it('yields the same for rules by days, near and far', () => {
    let yielded = 0;
    fc.assert(
      fc.property(
        byDays,
        anyStart(2500),
        fc.option(fc.integer({ min: 0, max: 2000 * 86_400 }), {
          nil: undefined,
        }),
        fc.constantFrom(0, 0, 0, 700, 2500),
        fc.integer({ min: 1, max: 900 }),
        (drawn, start, untilSeconds, far, length) => {
          const rule = bounded(drawn, start, untilSeconds);
          const from = start + far * DAY_MS;
          const { found, expected, isEmpty } = compare(
            rule,
            start,
            from,
            from + length * DAY_MS,
          );
          expect(found).toEqual(expected);
          if (!isEmpty) yielded += 1;
        },
      ),
      { numRuns: 400, seed: SEED },
    );
    // Most random rules name days that do not exist together; not all may.
    expect(yielded).toBeGreaterThan(130);
  });

  it('yields the same for rules by hours, minutes and seconds', () => {
    let yielded = 0;
    fc.assert(
      fc.property(
        byClock,
        anyStart(2500),
        fc.option(fc.integer({ min: 0, max: 4 * 86_400 }), { nil: undefined }),
        fc.constantFrom(0, 0, 3),
        fc.integer({ min: 1, max: 40 }),
        (drawn, start, untilSeconds, far, hours) => {
          const rule = bounded(drawn, start, untilSeconds);
          const from = start + far * DAY_MS;
          const { found, expected, isEmpty } = compare(
            rule,
            start,
            from,
            from + hours * 3600 * SECOND,
          );
          expect(found).toEqual(expected);
          if (!isEmpty) yielded += 1;
        },
      ),
      { numRuns: 400, seed: SEED },
    );
    expect(yielded).toBeGreaterThan(130);
  });

  it('yields the same over long times where little is named', () => {
    fc.assert(
      fc.property(byClock, anyStart(400), (drawn, start) => {
        const rule = { ...drawn, byHour: [2, 17], byMinute: [30] };
        // Months rather than seconds: the steps drift through the hours of days.
        const end = start + 25 * DAY_MS;
        const { found, expected } = compare(rule, start, start, end);
        expect(found).toEqual(expected);
      }),
      { numRuns: 20, seed: SEED },
    );
  });
});

describe('Recurrence obeys these laws', () => {
  const anyOf = fc.oneof(
    fc.tuple(byDays, fc.constant(DAY_MS)),
    fc.tuple(byClock, fc.constant(3_600_000)),
  );

  it('a stretch holds what its parts hold, whatever was asked before', () => {
    fc.assert(
      fc.property(
        anyOf,
        anyStart(2500),
        fc.array(fc.integer({ min: -10, max: 1500 }), {
          minLength: 3,
          maxLength: 5,
        }),
        ([rule, unit], start, places) => {
          const bounds = places
            .sort((a, b) => a - b)
            .map(place => start + place * unit);
          const asked = new Recurrence(rule, start);
          const parts = bounds
            .slice(1)
            .map((to, index) => asked.between(bounds[index], to));
          const whole = new Recurrence(rule, start).between(
            bounds[0],
            bounds.at(-1) ?? NaN,
          );
          expect(parts.flat()).toEqual(whole);
          // Backwards the same: nothing depends on the order of questions.
          const again = new Recurrence(rule, start);
          expect(
            bounds
              .slice(1)
              .map((to, index) => [bounds[index], to])
              .reverse()
              .map(([from, to]) => again.between(from, to))
              .reverse(),
          ).toEqual(parts);
        },
      ),
      { numRuns: 300, seed: SEED },
    );
  });

  it('starts are in order, each once, and there; moments beside them are not', () => {
    fc.assert(
      fc.property(anyOf, anyStart(2500), ([rule, unit], start) => {
        const recurrence = new Recurrence(rule, start);
        const starts = recurrence.between(start, start + 400 * unit);
        expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
        const known = new Set(starts);
        for (const at of starts.slice(0, 20)) {
          expect(recurrence.has(at)).toBe(true);
          expect(recurrence.has(at + SECOND)).toBe(known.has(at + SECOND));
          expect(recurrence.has(at + 500)).toBe(false);
        }
        expect(recurrence.has(start)).toBe(known.has(start));
        expect(recurrence.between(start - unit, start)).toEqual([]);
      }),
      { numRuns: 300, seed: SEED },
    );
  });

  it('the first is the first that is accepted', () => {
    fc.assert(
      fc.property(
        anyOf,
        anyStart(2500),
        fc.integer({ min: 0, max: 300 }),
        ([rule, unit], start, after) => {
          const recurrence = new Recurrence(rule, start);
          const from = start + after * unit;
          const to = from + 400 * unit;
          const first = recurrence.first(wall => wall >= from);
          const [expected] = recurrence.between(from, to);
          expect(first === undefined || first >= to ? undefined : first).toBe(
            expected,
          );
        },
      ),
      { numRuns: 300, seed: SEED },
    );
  });

  it('COUNT ends where as many have been, and not before', () => {
    fc.assert(
      fc.property(byDays, anyStart(2500), (drawn, start) => {
        const { count = 7, ...rule } = drawn;
        const end = start + 3000 * DAY_MS;
        expect(
          new Recurrence({ ...rule, count }, start).between(start, end),
        ).toEqual(
          new Recurrence(rule, start).between(start, end).slice(0, count),
        );
      }),
      { numRuns: 200, seed: SEED },
    );
  });

  it('ends with the year 2199, and where a rule has no match in a hundred years', () => {
    const daily: RecurrenceRule = {
      freq: 'DAILY',
      interval: 1,
      weekStart: 'MO',
    };
    const late = new Recurrence(daily, Date.UTC(2199, 11, 30));
    expect(late.between(0, 1e15).map(formatWall)).toEqual([
      '2199-12-30T00:00:00',
      '2199-12-31T00:00:00',
    ]);
    const never = { ...daily, byMonth: [2], byMonthDay: [30] };
    expect(
      new Recurrence(never, Date.UTC(2026, 0, 1)).first(() => true),
    ).toBeUndefined();
    // The next leap year after 2096 is 2104; that is well within.
    const leap: RecurrenceRule = { ...daily, freq: 'YEARLY' };
    const first = new Recurrence(leap, Date.UTC(2096, 1, 29)).first(
      wall => wall > Date.UTC(2097, 0, 1),
    );
    expect(formatWall(first ?? NaN)).toBe('2104-02-29T00:00:00');
  });
});
