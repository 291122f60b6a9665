import fc from 'fast-check';
import {
  finish,
  inStretches,
  sortInSteps,
  sortNumbersInSteps,
  type Steps,
} from './steps';

/** How often somebody else had a turn. */
function turnsOf(steps: Steps<unknown>): number {
  let turns = 0;
  while (!steps.next().done) turns++;
  return turns;
}

it.each([0, 1, 4_095, 4_096, 4_097, 20_000])(
  'goes through each of %d once and in order',
  count => {
    const seen: number[] = [];
    finish(
      inStretches(count, (begin, end) => {
        for (let at = begin; at < end; at++) seen.push(at);
      }),
    );
    expect(seen).toEqual(Array.from({ length: count }, (_, at) => at));
  },
);

it('gives way the more often the longer a list is', () => {
  expect(turnsOf(inStretches(1_000, () => {}))).toBe(1);
  expect(turnsOf(inStretches(100_000, () => {}))).toBe(25);
  const numbers = Array.from({ length: 100_000 }, (_, at) => -at);
  expect(turnsOf(sortInSteps(numbers, (a, b) => a - b))).toBeGreaterThan(100);
});

// ECMA-262, Array.prototype.sort: stable since ES2019.
it('sorts as the language does, and leaves what it was given', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 20_000 }),
      fc.integer({ min: 1, max: 5_000 }),
      (length, keys) => {
        const items = Array.from({ length }, (_, at) => ({
          key: Math.imul(at, 2_654_435_761) % keys,
          at,
        }));
        const before = [...items];
        const byKey = (a: { key: number }, b: { key: number }) => a.key - b.key;
        expect(finish(sortInSteps(items, byKey))).toEqual(
          [...items].sort(byKey),
        );
        expect(items).toEqual(before);
        const numbers = Int32Array.from(items, ({ at }) => at);
        const byItsKey = (a: number, b: number) => byKey(items[a], items[b]);
        expect(finish(sortNumbersInSteps(numbers, byItsKey))).toEqual(
          Int32Array.from([...items].sort(byKey), ({ at }) => at),
        );
      },
    ),
    { numRuns: 30 },
  );
});
