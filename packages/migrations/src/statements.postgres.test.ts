import { analyzePair } from './__testUtils__/analyzePair';
import { BASE, cases } from './__testUtils__/cases';
import { ScratchDatabase } from './__testUtils__/database';
import {
  tryOnDatabase,
  type Load,
  type Trial,
} from './__testUtils__/tryOnDatabase';
import { isAtLeast } from './statements/locks';
import type { MigrationReport, ScriptLoad } from './types';

/**
 * What is claimed, held against what PostgreSQL does: locks by pg_locks, rewrites by the
 * file of each table, reads by pg_stat_xact_user_tables, and whether schema and rows come
 * back by comparing all of both.
 */
describe('what PostgreSQL does', () => {
  let database: ScratchDatabase;
  beforeAll(async () => {
    database = await ScratchDatabase.create();
  });
  afterAll(() => database.remove());

  describe.each(Object.entries(cases))('about %s', (about, list) => {
    it.each(list.map(one => [one.name, one] as const))('%s', async (_, one) => {
      const setup = BASE + (one.setup ?? '');
      const { up, down, transaction } = one;
      const report = await analyzePair(setup, up, down, transaction);
      const trial = await tryOnDatabase(database, {
        setup,
        up,
        down,
        transaction,
      });
      expect(report.version).toBe('2');
      expectReversal(report, trial);
      // What is not understood is not claimed either.
      if (report.phase === 'unknown') return;
      const seen = { transaction, counts: about !== 'rows' };
      expectLoad(report.up, trial.up, emptied(report.lostGoingUp), seen);
      if (!report.down || !trial.down) return;
      expectLoad(report.down, trial.down, emptied(report.lostGoingBack), seen);
    });
  });
});

/** Tables that get an empty file are not written anew. */
function emptied(lost: readonly string[]): string[] {
  return lost.flatMap(what =>
    what.startsWith('all rows of ') ? what.slice('all rows of '.length) : [],
  );
}

function expectLoad(
  claimed: ScriptLoad,
  real: Load,
  empty: readonly string[],
  { transaction, counts }: { transaction?: boolean; counts: boolean },
) {
  expectRewrites(claimed, real, empty);
  // Locks are gone before they can be seen where each statement is on its own.
  if (transaction === false) return;
  expectLocks(claimed, real);
  if (counts) expectReads(claimed, real);
}

function expectReversal(report: MigrationReport, { differences }: Trial) {
  if (!differences) return;
  if (report.reversible === 'yes') expect(differences).toEqual([]);
  if (report.reversible === 'no') expect(differences).not.toEqual([]);
}

function expectRewrites(
  { rewrites }: ScriptLoad,
  { rewritten, relations }: Load,
  empty: readonly string[],
) {
  const uncertain = rewrites.flatMap(({ certain, relation }) =>
    certain ? [] : relation,
  );
  const claimed = rewrites.flatMap(({ certain, relation }) =>
    certain && relations.includes(relation) ? relation : [],
  );
  const left = [...uncertain, ...empty];
  expect(rewritten.filter(key => !left.includes(key)).sort()).toEqual(
    claimed.sort(),
  );
}

function expectLocks({ locks }: ScriptLoad, { locks: real, relations }: Load) {
  const claimed = locks.filter(
    ({ relation, mode }) =>
      relations.includes(relation) && isAtLeast(mode, 'ROW EXCLUSIVE'),
  );
  expect(
    Object.fromEntries(claimed.map(({ relation, mode }) => [relation, mode])),
  ).toEqual(real);
}

function expectReads(
  { rewrites, scans, locks }: ScriptLoad,
  { scanned, relations }: Load,
) {
  for (const { relation, blocks } of locks) {
    if (blocks === 'nothing' || !relations.includes(relation)) continue;
    // What is written anew need not be read: a materialized view is not.
    if (rewrites.some(one => one.relation === relation)) continue;
    expect({ relation, isRead: scanned.includes(relation) }).toEqual({
      relation,
      isRead: scans.some(one => one.relation === relation),
    });
  }
}
