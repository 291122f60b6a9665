import fc from 'fast-check';
import { analyzePair } from '../__testUtils__/analyzePair';
import { BASE, cases, type MigrationCase } from '../__testUtils__/cases';
import { databaseUrl } from '../__testUtils__/database';
import { whatIsWrong } from '../__testUtils__/rehearse';
import type { MigrationScript } from '../types';
import { serverAt } from './database/RehearsalServer';
import { rehearseMigrations } from './rehearseMigrations';

/** Tried in each run, others each time; all of them take a quarter of an hour. */
const RUNS = Number(process.env.REHEARSALS ?? 12);

const reversible = Object.values(cases)
  .flat()
  .filter(one => one.reversible === 'yes' && one.down !== undefined);

function script(
  path: string,
  sql: string,
  transaction: boolean,
): MigrationScript {
  return { path, parts: [{ kind: 'sql', sql }], transaction };
}

async function rehearse(
  { setup = '', up, down = '', transaction: said }: MigrationCase,
  seed: number,
) {
  const transaction = said !== false;
  return rehearseMigrations(
    {
      layout: 'plain',
      migrations: [
        {
          version: '1',
          title: 'setup',
          up: script('1.sql', BASE + setup, true),
        },
        {
          version: '2',
          title: 'case',
          up: script('2.up.sql', up, transaction),
          down: script('2.down.sql', down, transaction),
        },
      ],
      problems: [],
    },
    {
      server: serverAt(databaseUrl()),
      fileOf: name => name,
      seed,
      rowsPerTable: 5,
    },
  );
}

/** The analysis held against the rehearsal, on rows that nobody has chosen. */
describe('what is analysed as reversible', () => {
  it('comes back when it is rehearsed', async () => {
    const tried = async (one: MigrationCase, seed: number) => {
      const report = await analyzePair(
        BASE + (one.setup ?? ''),
        one.up,
        one.down,
        one.transaction,
      );
      expect(report.reversible).toBe('yes');
      const rehearsal = await rehearse(one, seed);
      const wrong = whatIsWrong(rehearsal);
      // Rows that were made up may break what the release wants of them; then it does not
      // get up, and there is nothing to come back from.
      const isStuck = rehearsal.problem?.step === 'up';
      return { name: one.name, wrong: isStuck ? [] : wrong };
    };
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...reversible),
        fc.integer({ min: 1, max: 1_000_000 }),
        async (one, seed) => {
          const { name, wrong } = await tried(one, seed);
          expect({ name, wrong }).toEqual({ name, wrong: [] });
        },
      ),
      { numRuns: RUNS, endOnFailure: true },
    );
  }, 1_800_000);
});
