import type { Knex } from 'knex';
import { bothDatabases } from '../../catalog/__testUtils__/database';
import { inTransaction } from '../../database';
import { KnexFeedVersionStore } from './FeedVersionStore';
import { KnexSubscriptionStore } from './SubscriptionStore';
import type { StoredSubscription } from './types';

jest.setTimeout(60_000);

const ANNA = 'user:default/anna';
const KEY = 'f'.repeat(64);

const hash = (number: number) => number.toString(16).padStart(64, '0');

function subscription(
  number: number,
  change: Partial<StoredSubscription> = {},
): StoredSubscription {
  return {
    id: `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`,
    subject: { kind: 'team', ref: 'group:default/payments' },
    feedKey: KEY,
    createdAt: 1_000 + number,
    createdBy: ANNA,
    makerInCatalog: true,
    hidden: false,
    ...change,
  };
}

const databases = bothDatabases();

describe.each(databases.eachId())('stores of feeds on %s', databaseId => {
  let knex: Knex;
  let store: KnexSubscriptionStore;
  let versions: KnexFeedVersionStore;

  beforeAll(async () => {
    knex = await databases.migrated(databaseId);
    store = new KnexSubscriptionStore(knex);
    versions = new KnexFeedVersionStore(knex);
  });

  afterEach(async () => {
    await knex('calendar_subscriptions').delete();
    await knex('published_feeds').delete();
  });

  const insert = (number: number, change = {}, limit = 50) =>
    inTransaction(knex, tx =>
      store.insert(tx, subscription(number, change), hash(number), limit),
    );

  it('finds what it keeps by the hash of the token, as it was', async () => {
    const bound = {
      visible: ['component:default/a', 'component:default/b'],
      makerInCatalog: false,
      hidden: true,
      lastUsedAt: 5_000,
    };
    await insert(1);
    await insert(2, bound);
    expect(await store.byTokenHash(hash(1))).toEqual(subscription(1));
    expect(await store.byTokenHash(hash(2))).toEqual(subscription(2, bound));
    expect(await store.byTokenHash(hash(3))).toBeUndefined();
  });

  it('lists those of a maker, newest first', async () => {
    await insert(1);
    await insert(2);
    await insert(3, { createdBy: 'user:default/bob' });
    expect((await store.ofMaker(ANNA)).map(({ id }) => id)).toEqual([
      subscription(2).id,
      subscription(1).id,
    ]);
  });

  it('remembers when one was used', async () => {
    await insert(1);
    await store.markUsed(subscription(1).id, 1_764_000_000_000);
    expect(await store.byTokenHash(hash(1))).toMatchObject({
      lastUsedAt: 1_764_000_000_000,
    });
  });

  it('changes what one shows, and forgets what nobody is shown any more', async () => {
    await insert(1);
    await versions.versionOf(KEY, {
      contentHash: hash(1),
      revision: 1,
      at: 1_000,
    });
    const after = {
      visible: ['component:default/a'],
      feedKey: 'e'.repeat(64),
      hidden: true,
    };
    await store.rebind(subscription(1), after);
    expect(await store.byTokenHash(hash(1))).toEqual(subscription(1, after));
    expect(await knex('published_feeds')).toHaveLength(0);
    await store.rebind(subscription(1, after), {
      feedKey: KEY,
      hidden: false,
    });
    expect(await store.byTokenHash(hash(1))).toEqual(subscription(1));
  });

  it('keeps no more than the limit for a maker, however many come at once', async () => {
    await insert(9, { createdBy: 'user:default/bob' }, 3);
    const made = await Promise.all(
      [1, 2, 3, 4, 5].map(number => insert(number, {}, 3)),
    );
    expect(made.filter(Boolean)).toHaveLength(3);
    const [oldest] = await store.ofMaker(ANNA);
    await inTransaction(knex, tx => store.remove(tx, oldest));
    expect(await insert(6, {}, 3)).toBe(true);
    expect(await insert(7, {}, 3)).toBe(false);
  });

  it('removes one once, and what the feed said with the last that says it', async () => {
    await insert(1);
    await insert(2);
    await versions.versionOf(KEY, {
      contentHash: hash(1),
      revision: 1,
      at: 1_000,
    });
    const remove = (number: number) =>
      inTransaction(knex, tx => store.remove(tx, subscription(number)));
    expect(await remove(1)).toBe(true);
    expect(await remove(1)).toBe(false);
    expect(await knex('published_feeds')).toHaveLength(1);
    expect(await remove(2)).toBe(true);
    expect(await knex('published_feeds')).toHaveLength(0);
    expect(await store.byTokenHash(hash(2))).toBeUndefined();
  });

  it('leaves nothing behind of a transaction that fails', async () => {
    await expect(
      inTransaction(knex, async tx => {
        await store.insert(tx, subscription(1), hash(1), 50);
        throw new Error('the ledger is full');
      }),
    ).rejects.toThrow('full');
    expect(await store.ofMaker(ANNA)).toEqual([]);
  });

  describe('versions', () => {
    const found = (content: number, revision: number, at: number) =>
      versions.versionOf(KEY, { contentHash: hash(content), revision, at });

    it('stay while the content does, and grow when it changes', async () => {
      expect(await found(1, 1, 10_000)).toEqual({
        sequence: 0,
        changedAt: 10_000,
      });
      expect(await found(1, 2, 20_000)).toEqual({
        sequence: 0,
        changedAt: 10_000,
      });
      expect(await found(2, 3, 30_000)).toEqual({
        sequence: 1,
        changedAt: 30_000,
      });
    });

    it('never go back in time, by whatever clock', async () => {
      await found(1, 1, 10_000);
      expect(await found(2, 2, 5_000)).toEqual({
        sequence: 1,
        changedAt: 11_000,
      });
    });

    it('are not changed by a replica that is behind', async () => {
      await found(1, 1, 10_000);
      await found(2, 5, 20_000);
      expect(await found(1, 4, 30_000)).toEqual({
        sequence: 1,
        changedAt: 20_000,
      });
      expect(await found(2, 5, 40_000)).toMatchObject({ sequence: 1 });
    });

    it('are one for all replicas that find the same at once', async () => {
      const all = await Promise.all(
        [1, 2, 3, 4].map(replica => found(1, 1, replica * 1_000)),
      );
      expect(new Set(all.map(one => JSON.stringify(one))).size).toBe(1);
    });
  });
});
