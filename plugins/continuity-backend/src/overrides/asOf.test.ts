import { REQUESTED } from './__testUtils__/requested';
import { asOf, CLOCK_REF } from './asOf';
import type { StoredOverride } from './types';

describe('asOf', () => {
  const inForce: StoredOverride = {
    ...REQUESTED,
    state: 'in-force',
    inForce: { start: 50, end: 200 },
  };

  it.each<[string, StoredOverride, number, string]>([
    ['a request just before it lapses', REQUESTED, 99, 'requested'],
    ['a request that lapses', REQUESTED, 100, 'lapsed'],
    ['one in force, just before its end', inForce, 199, 'in-force'],
    ['one in force, at its end', inForce, 200, 'in-review'],
    [
      'one that has no times, which nobody can rely on',
      { ...inForce, inForce: undefined },
      60,
      'in-review',
    ],
    ['a refused one', { ...REQUESTED, state: 'refused' }, 1e9, 'refused'],
    ['a reviewed one', { ...inForce, state: 'reviewed' }, 1e9, 'reviewed'],
  ])('%s', (_, stored, now, state) => {
    const seen = asOf(stored, now);
    expect(seen.state).toBe(state);
    expect(seen === stored).toBe(state === stored.state);
    expect(seen.closing?.by).toBe(
      state === stored.state ? undefined : CLOCK_REF,
    );
  });
});
