import fc from 'fast-check';
import { analyzePair } from './__testUtils__/analyzePair';
import { BASE, cases } from './__testUtils__/cases';
import { analyzeMigrations, readMigrations } from './index';
import type { MigrationReport } from './types';

const all = Object.values(cases).flat();
const words = [
  ...new Set(all.flatMap(({ up, down = '' }) => `${up} ${down}`.split(/\b/))),
];

/** A script that is nearly one: words of the cases left out, doubled and exchanged. */
const nearlySql = fc
  .tuple(
    fc.constantFrom(...all.map(({ up }) => up)),
    fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        word: fc.constantFrom(...words, ''),
        keep: fc.boolean(),
      }),
      { maxLength: 4 },
    ),
  )
  .map(([sql, changes]) => {
    const parts = sql.split(/\b/);
    for (const { at, word, keep } of changes) {
      parts.splice(Math.floor(at * parts.length), keep ? 0 : 1, word);
    }
    return parts.join('');
  });

const script = fc.oneof(
  nearlySql,
  fc.constantFrom(...all.map(({ up }) => up)),
  fc.array(fc.constantFrom(...words), { maxLength: 30 }).map(w => w.join('')),
  fc.string({ unit: 'binary', maxLength: 60 }),
);

/** What must hold of every report. */
function expectSound(report: MigrationReport) {
  const isUnknown = report.findings.some(({ rule }) =>
    [
      'unreadable-script',
      'unknown-statement',
      'dynamic-sql',
      'calls-function',
    ].includes(rule),
  );
  // What is not understood never passes.
  expect([isUnknown, report.reversible]).not.toEqual([true, 'yes']);
  expect(report.because.length === 0).toBe(report.reversible === 'yes');
  for (const { line, column } of report.findings) {
    expect(line).toBeGreaterThanOrEqual(1);
    expect(column).toBeGreaterThanOrEqual(1);
  }
}

/* eslint jest/expect-expect: [error, { assertFunctionNames: [expect, fc.assert] }] */
describe('whatever the scripts say', () => {
  it('ends in a report, and never in a pass for what is not understood', async () => {
    await fc.assert(
      fc.asyncProperty(script, fc.option(script), async (up, down) => {
        expectSound(await analyzePair(BASE, up, down ?? undefined));
      }),
      { numRuns: 400 },
    );
  });

  it('is the same every time', async () => {
    await fc.assert(
      fc.asyncProperty(script, script, async (up, down) => {
        expect(await analyzePair(BASE, up, down)).toEqual(
          await analyzePair(BASE, up, down),
        );
      }),
      { numRuns: 50 },
    );
  });

  it('knows no more of a migration when less is known before it', async () => {
    for (const { up, down, setup = '' } of all) {
      const known = await analyzePair(BASE + setup, up, down);
      const blurred = await analyzePair(
        `${BASE}${setup}; DO $$ BEGIN END $$;`,
        up,
        down,
      );
      const isWorse =
        known.reversible !== 'yes' && blurred.reversible === 'yes';
      expect([up, isWorse]).toEqual([up, false]);
    }
  });

  it('reads any files under any names', async () => {
    const name = fc.constantFrom(
      ...[
        'V1__a.sql',
        'U1__a.sql',
        '1_a.up.sql',
        '1_a.down.sql',
        'a.js',
        '1_a.ts',
      ],
      ...[
        'x/migration.sql',
        'x/down.sql',
        'up/1.sql',
        'down/1.sql',
        'R__.sql',
        '.sql',
      ],
    );
    const text = fc.oneof(
      script,
      fc.constantFrom(
        '--liquibase formatted sql\n--changeset a:b\nSELECT 1;\n/* liquibase rollback',
        '-- migrate:up\n-- migrate:down',
        'exports.up = k => k.schema.createTable("t", t => t.increments());',
        'export const up = async ({ schema }) => schema.dropTable(1);',
        'exports.up = k => { k.schema.createTable("t", function () { this.text("a") }).x().y; };',
      ),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.record({ path: name, text }), {
          selector: ({ path }) => path,
        }),
        async files => {
          const folder = readMigrations(files);
          if (folder) {
            const { migrations } = await analyzeMigrations(folder);
            migrations.forEach(expectSound);
          }
        },
      ),
      { numRuns: 200 },
    );
  });
});

it('takes seconds for a thousand migrations', async () => {
  const migrations = Array.from({ length: 1_000 }, (_, at) => [
    {
      path: `${at + 1}_a.up.sql`,
      text: `CREATE TABLE t${at} (id serial PRIMARY KEY, other integer REFERENCES t${Math.max(
        0,
        at - 1,
      )} (id), name text NOT NULL DEFAULT 'x'); CREATE INDEX ON t${at} (name); ALTER TABLE t${Math.floor(
        at / 2,
      )} ADD COLUMN c${at} text;`,
    },
    {
      path: `${at + 1}_a.down.sql`,
      text: `ALTER TABLE t${Math.floor(
        at / 2,
      )} DROP COLUMN c${at}; DROP TABLE t${at};`,
    },
  ]).flat();
  const folder = readMigrations(migrations);
  const started = performance.now();
  const report = folder && (await analyzeMigrations(folder));
  const seconds = (performance.now() - started) / 1_000;
  expect(report?.migrations).toHaveLength(1_000);
  expect(new Set(report?.migrations.map(one => one.reversible))).toEqual(
    new Set(['yes']),
  );
  // On one busy core; alone it is a second or two.
  expect(seconds).toBeLessThan(15);
});
