import fc from 'fast-check';
import { DAY_MS, formatWall } from '../clock/wallTime';
import { Recurrence } from './Recurrence';
import type { RecurrenceRule } from './recurrenceRule';
import { anyRule } from './testing/anyRule';
import { ruleText } from './ruleText';
import { slowStarts } from './testing/slowOracle';

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

function expectAsOracle(
  rule: RecurrenceRule,
  start: number,
  from: number,
  to: number,
) {
  const slow = slowStarts(rule, start, to).filter(at => at >= from);
  const found = new Recurrence(rule, start).between(from, to);
  expect(shown(rule, start, found)).toEqual(shown(rule, start, slow));
  return found;
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
          const found = expectAsOracle(
            rule,
            start,
            from,
            from + length * DAY_MS,
          );
          if (found.length > 0) yielded += 1;
        },
      ),
      { numRuns: 600, seed: SEED },
    );
    // Most random rules name days that do not exist together; not all may.
    expect(yielded).toBeGreaterThan(200);
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
          const found = expectAsOracle(
            rule,
            start,
            from,
            from + hours * 3600 * SECOND,
          );
          if (found.length > 0) yielded += 1;
        },
      ),
      { numRuns: 600, seed: SEED },
    );
    expect(yielded).toBeGreaterThan(200);
  });

  it('yields the same over long times where little is named', () => {
    fc.assert(
      fc.property(byClock, anyStart(400), (drawn, start) => {
        const rule = { ...drawn, byHour: [2, 17], byMinute: [30] };
        // Months rather than seconds: the steps drift through the hours of days.
        expectAsOracle(rule, start, start, start + 25 * DAY_MS);
      }),
      { numRuns: 20, seed: SEED },
    );
  });
});
