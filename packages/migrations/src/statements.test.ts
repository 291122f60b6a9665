import { analyzePair } from './__testUtils__/analyzePair';
import { BASE, cases } from './__testUtils__/cases';
import type { MigrationReport } from './types';

/** About the migration as a whole; see the tests of the way back. */
const OF_THE_WHOLE = ['no-down-script', 'no-lock-timeout', 'no-way-back'];

function rulesOf({ findings }: MigrationReport): string[] {
  const rules = findings
    .filter(({ direction }) => direction === 'up')
    .map(({ rule }) => rule);
  return [...new Set(rules)]
    .filter(rule => !OF_THE_WHOLE.includes(rule))
    .sort();
}

describe.each(Object.entries(cases))('statements about %s', (_, list) => {
  it.each(list.map(one => [one.name, one] as const))('%s', async (__, one) => {
    const { setup = '', up, down, transaction } = one;
    const report = await analyzePair(BASE + setup, up, down, transaction);
    expect({
      reversible: report.reversible,
      phase: report.phase,
      rules: rulesOf(report),
    }).toEqual({
      reversible: one.reversible,
      phase: one.phase,
      rules: [...one.rules].sort(),
    });
  });
});

it('has cases enough, each with a name of its own', () => {
  const names = Object.values(cases).flatMap(list =>
    list.map(({ name }) => name),
  );
  expect(names.length).toBeGreaterThanOrEqual(150);
  expect(new Set(names).size).toBe(names.length);
});
