import fc from 'fast-check';
import { edited } from './__fixtures__/edits';
import { noise } from './__fixtures__/noise';
import { pairs } from './__fixtures__/pairs';
import { seeded } from './__fixtures__/seeded';
import { detectDrift } from './detectDrift';
import type { DriftReport } from './types';

const now = Date.parse('2026-11-01T00:00:00Z');

function compare(desired: unknown, live: unknown): DriftReport {
  return detectDrift(
    [{ value: desired, source: 'git' }],
    [{ value: live, source: 'cluster' }],
    { now },
  );
}

const pathsOf = (report: DriftReport) =>
  report.objects.flatMap(({ changes }) => changes.map(({ path }) => path));

it('has as many cases as it promises', () => {
  expect(Object.keys(pairs).length + noise.length).toBeGreaterThanOrEqual(60);
  expect(seeded.length).toBeGreaterThanOrEqual(60);
});

it.each(Object.entries(pairs))(
  'finds nothing in a %s as the API server returns it',
  (_, { desired, live }) => {
    const report = compare(edited(desired, []), edited(live, []));
    expect(pathsOf(report)).toEqual([]);
    expect(report).toMatchObject({ outcome: 'in-sync', problems: [] });
  },
);

it.each(noise.map(one => [one.base, one.why, one.source, one] as const))(
  'takes no noise for drift: %s, %s (%s)',
  (base, _why, _source, { desired = [], live = [] }) => {
    const pair = pairs[base];
    const report = compare(
      edited(pair.desired, desired),
      edited(pair.live, live),
    );
    expect(pathsOf(report)).toEqual([]);
    expect(report.outcome).toBe('in-sync');
  },
);

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
