import { analyzePair } from './__testUtils__/analyzePair';
import { BASE, cases, type MigrationCase } from './__testUtils__/cases';
import { ScratchDatabase } from './__testUtils__/database';
import { tryOnDatabase } from './__testUtils__/tryOnDatabase';
import { isAtLeast } from './statements/locks';

const PAIRS = 120;

/** Cases that can stand in one script, each with a way back. */
const candidates = Object.values(cases)
  .flat()
  .filter(one => one.transaction !== false && one.down !== undefined);

/** Any two of them, the same each time. */
function pairs(): [MigrationCase, MigrationCase][] {
  let seed = 12_345;
  const any = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return candidates[Math.floor((seed / 2_147_483_648) * candidates.length)];
  };
  return Array.from({ length: PAIRS }, () => [any(), any()]);
}

describe('two kinds of statements in one script', () => {
  let database: ScratchDatabase;
  beforeAll(async () => {
    database = await ScratchDatabase.create();
  });
  afterAll(() => database.remove());

  it('are reversible, and lock, as it is said', async () => {
    let tried = 0;
    for (const [first, second] of pairs()) {
      const setups = new Set([first.setup ?? '', second.setup ?? '']);
      const setup = [BASE, ...setups].join('\n');
      const up = `${first.up} ${second.up}`;
      const down = `${second.down} ${first.down}`;
      let trial;
      try {
        trial = await tryOnDatabase(database, { setup, up, down });
      } catch {
        // Some do not go together: what the first has dropped the second wants.
        await database.client.query('ROLLBACK');
        continue;
      }
      tried++;
      const report = await analyzePair(setup, up, down);
      const names = `${first.name}, ${second.name}`;
      const { differences = [], up: load } = trial;
      const comesBack = report.reversible !== 'yes' || differences.length === 0;
      expect({ names, comesBack }).toEqual({ names, comesBack: true });
      if (report.phase === 'unknown') continue;
      const locks = report.up.locks.filter(
        ({ relation, mode }) =>
          load.relations.includes(relation) && isAtLeast(mode, 'ROW EXCLUSIVE'),
      );
      expect({
        names,
        locks: Object.fromEntries(
          locks.map(({ relation, mode }) => [relation, mode]),
        ),
      }).toEqual({ names, locks: load.locks });
    }
    expect(tried).toBeGreaterThan(PAIRS / 2);
  }, 120_000);
});
