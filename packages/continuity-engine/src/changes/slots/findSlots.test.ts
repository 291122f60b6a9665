import fc from 'fast-check';
import type { Closure, ConflictFacts } from '../conflicts/types';
import { findConflicts } from '../conflicts/findConflicts';
import { findSlots } from './findSlots';

const QUARTER = 15 * 60_000;
const HOUR = 4 * QUARTER;
const DAY = 24 * HOUR;
const change = {
  id: 'own',
  entities: ['component:default/pay'],
  environments: ['production'],
};
const closure = (start: number, end: number, blocks = true): Closure => ({
  start,
  end,
  window: `c#${start}`,
  title: `From ${start / QUARTER}`,
  kind: 'freeze',
  blocks,
});
const facts = (closures: Closure[] | undefined): ConflictFacts => ({
  scheduled: [],
  related: new Map(),
  closures,
  absences: [],
  regions: [],
});
const search = (
  closures: Closure[] | undefined,
  options: Partial<Parameters<typeof findSlots>[2]> = {},
) =>
  findSlots(change, facts(closures), {
    period: { start: 0, end: 24 * HOUR },
    lengthMs: HOUR,
    limit: 3,
    ...options,
  });

describe('findSlots', () => {
  it('begins at once where nothing is in the way, then a day later each', () => {
    const period = { start: 0, end: 3 * DAY };
    expect(
      search([], { period, limit: 9 }).slots.map(({ start }) => start / HOUR),
    ).toEqual([0, 24, 48]);
    expect(
      search([], { period, limit: 9, lengthMs: 30 * HOUR }).slots.map(
        ({ start }) => start / HOUR,
      ),
    ).toEqual([0, 30]);
  });

  it('takes the next stretch rather than more of the same', () => {
    expect(
      search([closure(4 * HOUR, 5 * HOUR), closure(9 * HOUR, 10 * HOUR)], {
        limit: 9,
      }).slots.map(({ start }) => start / HOUR),
    ).toEqual([0, 5, 10]);
  });

  it('says what it waits for, and what it has to be done before', () => {
    const { slots, taken } = search([
      closure(0, 2 * HOUR),
      closure(HOUR, 5 * HOUR + 1),
      closure(7 * HOUR, 24 * HOUR),
      closure(6 * HOUR, 7 * HOUR, false),
    ]);
    expect(slots).toEqual([
      {
        start: 5 * HOUR + QUARTER,
        end: 6 * HOUR + QUARTER,
        openUntil: 7 * HOUR,
        after: expect.objectContaining({ with: `c#${HOUR}` }),
        before: expect.objectContaining({ with: `c#${7 * HOUR}` }),
        notes: [expect.objectContaining({ blocks: false })],
      },
    ]);
    expect(taken.map(({ ms }) => ms / HOUR)).toEqual([17, 4 + 1 / HOUR, 2]);
  });

  it('finds none where what is in the way is not known, and says so', () => {
    expect(search(undefined)).toMatchObject({
      slots: [],
      taken: [{ kind: 'unknown', ms: 24 * HOUR }],
    });
  });

  it('refuses no length', () => {
    expect(() => search([], { lengthMs: 0 })).toThrow(RangeError);
  });

  it('finds what trying every quarter of an hour finds', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc
            .tuple(fc.nat(95), fc.integer({ min: 1, max: 30 }), fc.boolean())
            .map(([start, length, blocks]) =>
              closure(start * QUARTER, (start + length) * QUARTER, blocks),
            ),
          { maxLength: 12 },
        ),
        fc.integer({ min: 1, max: 16 }),
        fc.integer({ min: 1, max: 6 }),
        (closures, quarters, limit) => {
          const lengthMs = quarters * QUARTER;
          const period = { start: 0, end: 3 * DAY };
          const fits = (start: number) =>
            start + lengthMs <= period.end &&
            findConflicts(
              {
                ...change,
                window: { start, end: start + lengthMs },
              },
              facts(closures),
            ).every(({ blocks }) => !blocks);
          const expected: number[] = [];
          let earliest = 0;
          for (
            let at = 0;
            expected.length < limit && at < period.end;
            at += QUARTER
          ) {
            // Where one does not fit, another stretch begins after it.
            if (!fits(at)) earliest = 0;
            else if (at >= earliest) {
              expected.push(at);
              earliest = at + DAY;
            }
          }
          expect(
            search(closures, { period, lengthMs, limit }).slots.map(
              ({ start }) => start,
            ),
          ).toEqual(expected);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
