import { randomUUID } from 'node:crypto';
import {
  emptyRoot,
  sealEntry,
  verifyEntries,
  type LedgerEntry,
} from '@continuity/engine';
import knexFactory, { type Knex } from 'knex';
import { bothDatabases } from '../catalog/__testUtils__/database';
import { KnexLedgerStore, LedgerService } from './index';

jest.setTimeout(60_000);

const databases = bothDatabases();

function entry(id: string = randomUUID()): LedgerEntry {
  return {
    id,
    type: 'test.happened',
    at: '2026-11-30T17:00:00.000Z',
    actor: { ref: 'user:default/anna' },
    subjects: ['component:default/payments-api'],
    data: { text: `äöü \u0000 ${id}` },
  };
}

/** What a process does that dies before its entries have a place. */
async function leaveBehind(knex: Knex, count: number): Promise<string[]> {
  const entries = Array.from({ length: count }, () => entry());
  await knex.transaction(tx =>
    new KnexLedgerStore(knex).append(
      tx,
      entries.map(one => ({ id: one.id, ...sealEntry(one) })),
    ),
  );
  return entries.map(({ id }) => id);
}

/** What a service does: writes, and asks for the place if it was not given. */
async function write(
  ledger: LedgerService,
): Promise<{ id: string; index: number }> {
  const id = randomUUID();
  const { indexes } = await ledger.write((_, append) => append([entry(id)]));
  return { id, index: indexes.get(id) ?? (await ledger.indexOf(id)) };
}

/** Everything from the store, held against its own checkpoint. */
async function verifyFromOutside(ledger: LedgerService) {
  const { items, checkpoint } = await ledger.entries(0, 10_000);
  return verifyEntries(items, { checkpoint });
}

describe.each(databases.eachId())('ledger on %s', databaseId => {
  let knex: Knex;
  let ledger: LedgerService;

  beforeEach(async () => {
    knex = await databases.migrated(databaseId);
    ledger = new LedgerService(new KnexLedgerStore(knex));
  });

  it('begins as the empty tree of RFC 6962', async () => {
    await expect(ledger.checkpoint()).resolves.toEqual({
      treeSize: 0,
      rootHash: emptyRoot,
    });
    await expect(ledger.entries(0, 10)).resolves.toMatchObject({ items: [] });
    await expect(ledger.verify()).resolves.toMatchObject({ ok: true });
  });

  it('keeps an entry that nobody has sequenced out of sight, and then gives it its place', async () => {
    const [id] = await leaveBehind(knex, 1);
    await expect(ledger.checkpoint()).resolves.toMatchObject({ treeSize: 0 });

    await expect(ledger.indexOf(id)).resolves.toBe(0);
    // Asking again moves nothing.
    await expect(ledger.indexOf(id)).resolves.toBe(0);
    const { items } = await ledger.entries(0, 10);
    expect(items).toHaveLength(1);
    expect(JSON.parse(items[0].canonical)).toEqual(entry(id));
  });

  it('gives a place in the transaction that writes, when nobody else is at it', async () => {
    const [before] = await leaveBehind(knex, 1);
    const id = randomUUID();
    const { indexes } = await ledger.write((_, append) => append([entry(id)]));
    // What was left behind comes first.
    expect(indexes).toEqual(
      new Map([
        [before, 0],
        [id, 1],
      ]),
    );
  });

  it('has no entry of a transaction that was rolled back', async () => {
    await expect(
      ledger.write(async (_, append) => {
        await append([entry()]);
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    await ledger.sequence();
    await expect(ledger.checkpoint()).resolves.toMatchObject({ treeSize: 0 });
    await expect(write(ledger)).resolves.toMatchObject({ index: 0 });
  });

  it('says of an entry that is not committed that it has no place', async () => {
    await expect(ledger.indexOf(randomUUID())).rejects.toThrow(
      'has no place in the ledger yet',
    );
  });

  it('sequences what a process left behind', async () => {
    await leaveBehind(knex, 1);
    const next = new LedgerService(new KnexLedgerStore(knex));
    await next.catchUp();
    await expect(next.checkpoint()).resolves.toMatchObject({ treeSize: 1 });
  });

  it('takes more entries than one transaction does', async () => {
    await leaveBehind(knex, 2300);
    await ledger.sequence();
    await expect(ledger.verify()).resolves.toMatchObject({
      ok: true,
      treeSize: 2300,
    });
  });

  it('gives entries that are written at once each its own place', async () => {
    const written = await Promise.all(
      Array.from({ length: 60 }, () => write(ledger)),
    );
    const indexes = written.map(({ index }) => index);
    expect([...indexes].sort((a, b) => a - b)).toEqual(
      indexes.map((_, position) => position),
    );
    await expect(verifyFromOutside(ledger)).resolves.toMatchObject({
      ok: true,
      treeSize: 60,
    });
  });

  it('reads from an index on, as much as is asked for', async () => {
    await leaveBehind(knex, 7);
    await ledger.sequence();
    const page = await ledger.entries(5, 10);
    expect(page.items.map(({ index }) => index)).toEqual([5, 6]);
    expect(page.checkpoint.treeSize).toBe(7);
    expect((await ledger.entries(2, 2)).items.map(e => e.index)).toEqual([
      2, 3,
    ]);
    expect((await ledger.entries(7, 2)).items).toEqual([]);
  });

  describe('when rows are altered by hand', () => {
    beforeEach(async () => {
      await leaveBehind(knex, 9);
      await ledger.sequence();
    });

    it('names an altered text', async () => {
      await knex('ledger_entries')
        .where('leaf_index', 4)
        .update({
          canonical: knex.raw(`replace(canonical, 'anna', 'mallory')`),
        });
      await expect(ledger.verify()).resolves.toMatchObject({
        ok: false,
        index: 4,
        fault: 'altered',
      });
    });

    it('names a removed entry', async () => {
      await knex('ledger_entries').where('leaf_index', 3).delete();
      await expect(ledger.verify()).resolves.toMatchObject({
        ok: false,
        index: 3,
        fault: 'removed',
      });
    });

    it('names a removed end', async () => {
      await knex('ledger_entries').where('leaf_index', '>=', 7).delete();
      await expect(ledger.verify()).resolves.toMatchObject({
        ok: false,
        index: 7,
        fault: 'removed',
      });
    });

    it('names exchanged entries', async () => {
      await knex('ledger_entries')
        .where('leaf_index', 2)
        .update({ leaf_index: -1 });
      await knex('ledger_entries')
        .where('leaf_index', 5)
        .update({ leaf_index: 2 });
      await knex('ledger_entries')
        .where('leaf_index', -1)
        .update({ leaf_index: 5 });
      await expect(ledger.verify()).resolves.toMatchObject({
        ok: false,
        index: 2,
        fault: 'reordered',
      });
    });

    it('names a head that does not fit', async () => {
      await knex('ledger_head').update({ root_hash: 'a'.repeat(64) });
      await expect(ledger.verify()).resolves.toMatchObject({
        ok: false,
        index: 8,
        fault: 'root-mismatch',
      });
    });
  });
});

/** SQLite has one process. `npm test` brings a PostgreSQL. */
const replicated = databases
  .eachId()
  .filter(([id]) => id.startsWith('POSTGRES'));

for (const [databaseId] of replicated) {
  describe(`ledger of several replicas on one ${databaseId}`, () => {
    const pools: Knex[] = [];

    afterEach(async () => {
      await Promise.all(pools.splice(0).map(pool => pool.destroy()));
    });

    it('has every entry once, without gaps, whichever replica sequences', async () => {
      const knex = await databases.migrated(databaseId);
      const replicas = Array.from({ length: 4 }, () => {
        const pool = knexFactory({
          client: 'pg',
          connection: knex.client.config.connection,
          pool: { min: 0, max: 4 },
        });
        pools.push(pool);
        return new LedgerService(new KnexLedgerStore(pool));
      });

      const answered = await Promise.all(
        replicas.flatMap(ledger =>
          Array.from({ length: 75 }, () => write(ledger)),
        ),
      );

      const [ledger] = replicas;
      await expect(verifyFromOutside(ledger)).resolves.toMatchObject({
        ok: true,
        treeSize: 300,
      });
      const { items } = await ledger.entries(0, 1000);
      const placed = new Map(
        items.map(item => [JSON.parse(item.canonical).id, item.index]),
      );
      expect(placed.size).toBe(300);
      for (const { id, index } of answered) {
        expect(placed.get(id)).toBe(index);
      }
    });
  });
}
