import type { Knex } from 'knex';
import { bothDatabases } from '../../catalog/__testUtils__/database';
import { KnexCatalogProjectionStore } from '../../catalog/CatalogProjectionStore';
import { inTransaction } from '../../database';
import type { FeedAnswer, FeedSchedule } from './FeedStore';
import { KnexFeedStore } from './KnexFeedStore';

jest.setTimeout(60_000);

const REF = 'freezecalendar:default/holidays';
const GOOD: FeedAnswer = {
  kind: 'good',
  content: 'one',
  etag: '"1"',
  lastModified: 'today',
  refreshMs: 3_600_000,
};
const DOWN: FeedAnswer = { kind: 'failed', problem: 'It is down' };

const databases = bothDatabases();

describe.each(databases.eachId())('KnexFeedStore on %s', databaseId => {
  let knex: Knex;
  let store: KnexFeedStore;

  beforeAll(async () => {
    knex = await databases.migrated(databaseId);
    store = new KnexFeedStore(knex);
  });

  beforeEach(async () => {
    await knex('calendar_feeds').delete();
    await knex('catalog_projection').update({ feeds_revision: 0 });
  });

  const head = async () =>
    (await new KnexCatalogProjectionStore(knex).head()).feedsRevision;

  const seen = async (): Promise<FeedSchedule | undefined> =>
    (await store.schedule())[0];

  const write = (
    claim: number,
    at: number,
    answer: FeedAnswer,
    addressHash: string,
  ) =>
    inTransaction(knex, tx =>
      store.record(tx, {
        calendarRef: REF,
        addressHash,
        claim,
        at,
        nextAt: at + 100,
        answer,
      }),
    );

  /** Asks as a replica does, and tells what became of it. */
  async function ask(at: number, answer: FeedAnswer, addressHash = 'a') {
    const claim = await store.claim(REF, await seen(), at + 10);
    if (claim === undefined) {
      throw new Error('It is claimed');
    }
    return write(claim, at, answer, addressHash);
  }

  it('holds nothing to begin with', async () => {
    expect(await head()).toBe(0);
    expect(await store.changesSince(0)).toEqual([]);
    expect(await store.schedule()).toEqual([]);
  });

  it('keeps what is good, and when to ask again, and how', async () => {
    expect(await ask(1_000, GOOD)).toEqual({
      before: 'new',
      after: 'good',
      lastGoodAt: 1_000,
    });
    expect(await head()).toBe(1);
    expect(await store.changesSince(0)).toEqual([
      {
        calendarRef: REF,
        addressHash: 'a',
        good: { content: 'one', addressHash: 'a', at: 1_000 },
      },
    ]);
    expect(await store.schedule()).toEqual([
      {
        calendarRef: REF,
        addressHash: 'a',
        fetchedAt: 1_000,
        nextAt: 1_100,
        failures: 0,
        refreshMs: 3_600_000,
        validators: { etag: '"1"', lastModified: 'today' },
      },
    ]);
    expect(await store.changesSince(1)).toEqual([]);
  });

  it('does not count a confirmation as a change, and moves the time of the last good', async () => {
    await ask(1_000, GOOD);
    expect(await ask(2_000, { kind: 'unchanged', etag: '"2"' })).toEqual({
      before: 'good',
      after: 'good',
      lastGoodAt: 2_000,
    });
    expect(await head()).toBe(1);
    expect(await seen()).toMatchObject({
      validators: { etag: '"2"', lastModified: 'today' },
    });
    await ask(3_000, DOWN);
    expect(await store.changesSince(1)).toEqual([
      {
        calendarRef: REF,
        addressHash: 'a',
        good: { content: 'one', addressHash: 'a', at: 2_000 },
        problem: 'It is down',
      },
    ]);
  });

  it('keeps what was good while the feed is down, and counts how often it was', async () => {
    await ask(1_000, GOOD);
    expect(await ask(2_000, DOWN)).toEqual({
      before: 'good',
      after: 'bad',
      lastGoodAt: 1_000,
    });
    expect(await head()).toBe(2);
    // The same again is nothing new to anybody.
    expect(await ask(3_000, DOWN)).toMatchObject({
      before: 'bad',
      after: 'bad',
    });
    expect(await head()).toBe(2);
    expect(await seen()).toMatchObject({ failures: 2 });
    expect(await ask(4_000, { kind: 'unchanged' })).toEqual({
      before: 'bad',
      after: 'good',
      lastGoodAt: 4_000,
    });
    expect(await head()).toBe(3);
    expect(await seen()).toMatchObject({ failures: 0 });
  });

  it('has nothing good of a feed that never was', async () => {
    expect(await ask(1_000, DOWN)).toEqual({ before: 'new', after: 'bad' });
    expect(await store.changesSince(0)).toEqual([
      { calendarRef: REF, addressHash: 'a', problem: 'It is down' },
    ]);
  });

  it('remembers since when a feed is empty, until it is not', async () => {
    await ask(1_000, GOOD);
    await ask(2_000, { ...DOWN, emptiedAt: 2_000 });
    expect(await seen()).toMatchObject({ emptiedAt: 2_000 });
    await ask(3_000, DOWN);
    expect(await seen()).not.toHaveProperty('emptiedAt');
  });

  it('tells what came from which address', async () => {
    await ask(1_000, GOOD, 'a');
    // News although the old address was good: nothing of the new one ever was.
    expect(await ask(2_000, DOWN, 'b')).toEqual({
      before: 'new',
      after: 'bad',
    });
    expect(await store.changesSince(1)).toEqual([
      {
        calendarRef: REF,
        addressHash: 'b',
        good: { content: 'one', addressHash: 'a', at: 1_000 },
        problem: 'It is down',
      },
    ]);
    expect(await seen()).toMatchObject({ failures: 1, validators: {} });
    expect(await ask(3_000, { ...GOOD, content: 'two' }, 'b')).toEqual({
      before: 'bad',
      after: 'good',
      lastGoodAt: 3_000,
    });
  });

  it('cannot confirm what another address said', async () => {
    await ask(1_000, GOOD, 'a');
    await expect(ask(2_000, { kind: 'unchanged' }, 'b')).rejects.toThrow(
      /could be unchanged/,
    );
    expect(await head()).toBe(1);
  });

  it('lets one replica ask at a time', async () => {
    const race = async () => {
      const schedule = await seen();
      const claims = await Promise.all(
        Array.from({ length: 5 }, () => store.claim(REF, schedule, 5_000)),
      );
      return claims.filter(claim => claim !== undefined);
    };
    const [first, ...others] = await race();
    expect(others).toEqual([]);
    expect(await seen()).toMatchObject({ claimedUntil: 5_000 });
    // Who saw the claim may take it over once it is void, at most one of them.
    const [taken, ...late] = await race();
    expect(late).toEqual([]);
    // Of a replica that comes back too late.
    expect(await write(first ?? 0, 6_000, GOOD, 'a')).toBeUndefined();
    expect(await store.changesSince(0)).toEqual([]);
    expect(await write(taken ?? 0, 6_001, GOOD, 'a')).toMatchObject({
      after: 'good',
    });
    expect(await seen()).not.toHaveProperty('claimedUntil');
  });

  it('lets nobody ask by what the schedule said before the last answer', async () => {
    await ask(1_000, GOOD);
    const old = await seen();
    await ask(2_000, GOOD);
    expect(await store.claim(REF, old, 5_000)).toBeUndefined();
    expect(await store.claim(REF, undefined, 5_000)).toBeUndefined();
  });

  it('writes nothing when the transaction of its caller fails', async () => {
    const claim = await store.claim(REF, undefined, 10);
    await expect(
      inTransaction(knex, async tx => {
        await store.record(tx, {
          calendarRef: REF,
          addressHash: 'a',
          claim: claim ?? 0,
          at: 1,
          nextAt: 2,
          answer: GOOD,
        });
        throw new Error('The ledger is full');
      }),
    ).rejects.toThrow('The ledger is full');
    expect(await head()).toBe(0);
    expect(await store.changesSince(0)).toEqual([]);
    expect(await seen()).toMatchObject({ claimedUntil: 10 });
  });

  it('forgets a feed, tells so, and can begin anew with it', async () => {
    await ask(1_000, GOOD);
    const claim = await store.claim(REF, await seen(), 2_000);
    await store.forget([REF, 'freezecalendar:default/unknown']);
    expect(await head()).toBe(2);
    expect(await store.changesSince(1)).toEqual([
      { calendarRef: REF, addressHash: '' },
    ]);
    const [row] = await knex('calendar_feeds');
    expect(row).toMatchObject({ content: null, etag: null });
    // Who was asking meanwhile must not bring it back.
    expect(await write(claim ?? 0, 1_500, GOOD, 'a')).toBeUndefined();
    await store.forget([REF]);
    expect(await head()).toBe(2);
    expect(await ask(3_000, DOWN)).toEqual({ before: 'new', after: 'bad' });
  });
});
