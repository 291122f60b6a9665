import fc from 'fast-check';
import { PositionSet } from './PositionSet';

const SIZE = 100;
const positions = fc.uniqueArray(fc.integer({ min: 0, max: SIZE - 1 }));
const ascending = (numbers: Iterable<number>) =>
  [...numbers].sort((a, b) => a - b);

describe('PositionSet', () => {
  it('behaves like sets of numbers', () => {
    fc.assert(
      fc.property(positions, positions, (left, right) => {
        const one = PositionSet.of(SIZE, left);
        const other = PositionSet.where(SIZE, at => right.includes(at));
        expect([...one]).toEqual(ascending(left));
        expect(one.count).toBe(left.length);
        const both = left.filter(at => right.includes(at));
        expect([...one.and(other)]).toEqual(ascending(both));
        expect(one.countIn(other)).toBe(both.length);
        expect([...one.without(other)]).toEqual(
          ascending(left.filter(at => !right.includes(at))),
        );
        expect([...one.or(other)]).toEqual(
          ascending(new Set([...left, ...right])),
        );
        expect(left.every(at => one.has(at))).toBe(true);
        expect(both.length === right.length).toBe(
          right.every(at => one.has(at)),
        );
      }),
    );
  });

  it('is empty for nothing, and full for everything', () => {
    expect(PositionSet.none(0).count).toBe(0);
    expect([...PositionSet.none(33)]).toEqual([]);
    expect(PositionSet.where(33, () => true).count).toBe(33);
  });
});
