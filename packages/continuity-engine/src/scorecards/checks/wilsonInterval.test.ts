import * as fc from 'fast-check';
import { wilsonInterval } from './wilsonInterval';

describe('wilsonInterval', () => {
  // Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in
  // Medicine 17 (1998), table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %d in %d is %d to %d', (successes, trials, low, high) => {
    const interval = wilsonInterval(successes, trials);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });

  it('knows nothing after no trial', () => {
    expect(wilsonInterval(0, 0)).toEqual({ low: 0, high: 1 });
  });

  const trials = fc
    .integer({ min: 1, max: 10_000 })
    .chain(n => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

  it('holds the rate, and narrows with more of the same', () => {
    fc.assert(
      fc.property(trials, ([good, n]) => {
        const { low, high } = wilsonInterval(good, n);
        const wider = high - low;
        expect(low).toBeLessThanOrEqual(good / n);
        expect(high).toBeGreaterThanOrEqual(good / n);
        const more = wilsonInterval(good * 4, n * 4);
        expect(more.high - more.low).toBeLessThan(wider);
      }),
    );
  });

  it('is never better for one failure more', () => {
    fc.assert(
      fc.property(trials, ([good, n]) => {
        const before = wilsonInterval(good, n);
        const after = wilsonInterval(good, n + 1);
        expect(after.low).toBeLessThanOrEqual(before.low);
        expect(after.high).toBeLessThanOrEqual(before.high);
      }),
    );
  });
});
