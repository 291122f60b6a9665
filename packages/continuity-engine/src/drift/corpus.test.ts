import fc from 'fast-check';
import { edited } from './__fixtures__/edits';
import { noise, type Noise } from './__fixtures__/noise';
import { pairs } from './__fixtures__/pairs';
import { seeded } from './__fixtures__/seeded';
import { alone, upstream } from './__fixtures__/upstream';
import { detectDrift } from './detectDrift';
import { parseIgnoreRules } from './ignore/parseIgnoreRules';
import type { DriftReport } from './types';

const now = Date.parse('2026-11-01T00:00:00Z');

function compare(
  desired: unknown,
  live: unknown,
  { rules = [], beside = [] }: Pick<Noise, 'rules' | 'beside'> = {},
): DriftReport {
  const read = parseIgnoreRules({ rules });
  if ('problems' in read) throw new Error(JSON.stringify(read.problems));
  return detectDrift(
    [{ value: desired, source: 'git' }],
    [live, ...beside].map(value => ({ value, source: 'cluster' })),
    { now, ignore: read.rules, extra: { report: 'none' } },
  );
}

const pathsOf = (report: DriftReport) =>
  report.objects.flatMap(({ changes }) => changes.map(({ path }) => path));

interface EqualPair extends Pick<Noise, 'rules' | 'beside'> {
  readonly title: string;
  readonly source: string;
  readonly desired: unknown;
  readonly live: unknown;
}

/** Two spellings of one state each, and who says that they are. */
const equal: readonly EqualPair[] = [
  ...Object.entries(pairs).map(([kind, { source, desired, live }]) => ({
    title: `${kind} as the API server returns it`,
    source,
    desired: edited(desired, []),
    live: edited(live, []),
  })),
  ...[...noise, ...upstream].map(
    ({ base, why, source, desired = [], live = [], ...more }) => ({
      ...more,
      title: `${base}: ${why}`,
      source,
      desired: edited(pairs[base].desired, desired),
      live: edited(pairs[base].live, live),
    }),
  ),
  ...alone.map(({ why, source, desired, live }) => ({
    title: why,
    source,
    desired: edited(desired, []),
    live: edited(live, []),
  })),
];

it('has as many cases as it promises, each of its own and with its source', () => {
  expect(equal.length).toBeGreaterThanOrEqual(120);
  expect(seeded.length).toBeGreaterThanOrEqual(60);
  expect(new Set(equal.map(({ title }) => title)).size).toBe(equal.length);
  const states = equal.map(({ title: _, source: __, ...state }) =>
    JSON.stringify(state),
  );
  expect(new Set(states).size).toBe(equal.length);
  for (const { source } of equal) expect(source.trim()).not.toBe('');
});

it.each(equal.map(one => [one.title, one.source, one] as const))(
  'takes no noise for drift: %s (%s)',
  (_title, _source, { desired, live, ...more }) => {
    const report = compare(desired, live, more);
    expect(pathsOf(report)).toEqual([]);
    expect(report).toMatchObject({ outcome: 'in-sync', problems: [] });
    expect(report.rules).toEqual([]);
  },
);

it.each(
  equal
    .filter(({ rules, beside }) => rules ?? beside)
    .map(one => [one.title, one] as const),
)('would be drift without a rule, or an autoscaler: %s', (_, pair) => {
  expect(compare(pair.desired, pair.live).outcome).toBe('drifted');
});

it.each(seeded.map(one => [one.base, one.what, one] as const))(
  'finds what was changed: %s, %s',
  (base, _what, { live, path }) => {
    const pair = pairs[base];
    const report = compare(edited(pair.desired, []), edited(pair.live, live));
    expect(report.outcome).toBe('drifted');
    expect(pathsOf(report)).toContain(path);
    for (const { changes } of report.objects) {
      for (const change of changes) {
        expect(change.path).not.toBe('');
        expect(change.desired.text).not.toBe('');
        expect(change.live.text).not.toBe('');
        expect(change.ownership).not.toBe('');
      }
    }
  },
);

/** The same value with the names of every map in another order. */
function shuffled(value: unknown, turn: number): unknown {
  if (Array.isArray(value)) return value.map(one => shuffled(one, turn));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value);
  const at = entries.length === 0 ? 0 : turn % entries.length;
  return Object.fromEntries(
    [...entries.slice(at), ...entries.slice(0, at)]
      .reverse()
      .map(([name, one]) => [name, shuffled(one, turn)]),
  );
}

const anyPair = fc.constantFrom(...Object.values(pairs));

it('does not look at the order of names', () => {
  fc.assert(
    fc.property(anyPair, fc.nat(20), ({ desired, live }, turn) => {
      const report = compare(
        shuffled(edited(desired, []), turn),
        shuffled(edited(live, []), turn + 1),
      );
      expect(report.outcome).toBe('in-sync');
    }),
  );
});

/** Pointers to every text, number and switch that is compared. */
function leaves(value: unknown, path: string = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([name, one]) =>
    leaves(one, `${path}/${name.replace(/~/g, '~0').replace(/\//g, '~1')}`),
  );
}

/** Places of a desired object that decide which object it is, or say a value twice. */
const IDENTITY = /^\/(apiVersion|kind|metadata\/(name|namespace))$/;

it('finds any change of any value that Git has', () => {
  const places = Object.entries(pairs).flatMap(([name, { desired }]) =>
    leaves(edited(desired, []))
      .filter(path => !IDENTITY.test(path))
      .map(path => ({ name: name as keyof typeof pairs, path })),
  );
  expect(places.length).toBeGreaterThan(150);
  fc.assert(
    fc.property(
      fc.constantFrom(...places),
      fc.oneof(
        fc.string({ minLength: 1 }).map(text => `changed-${text}`),
        fc.constant(undefined),
      ),
      ({ name, path }, value) => {
        const { desired, live } = pairs[name];
        const before = edited(desired, []);
        const after = edited(desired, [[path, value]]);
        // Taking away what the API server fills in anyway is no change.
        const isSame =
          value === undefined && compare(after, before).outcome === 'in-sync';
        const { outcome } = compare(after, edited(live, []));
        expect(outcome === 'in-sync').toBe(isSame);
      },
    ),
    { numRuns: 600 },
  );
});
