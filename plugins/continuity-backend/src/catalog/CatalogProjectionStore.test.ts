import { bothDatabases } from './__testUtils__/database';
import {
  KnexCatalogProjectionStore,
  type NewVersion,
} from './CatalogProjectionStore';
import { documentOf } from './documents';
import { component } from './__testUtils__/FakeCatalog';

jest.setTimeout(60_000);

const databases = bothDatabases();

async function changesOf(store: KnexCatalogProjectionStore, revision: number) {
  const changes = [];
  for await (const page of store.changesSince(revision)) {
    changes.push(...page);
  }
  return changes;
}

describe.each(databases.eachId())('KnexCatalogProjectionStore on %s', id => {
  async function newStore() {
    return new KnexCatalogProjectionStore(await databases.migrated(id));
  }

  it('knows nothing at first', async () => {
    const store = await newStore();
    expect(await store.head()).toEqual({ revision: 0, feedsRevision: 0 });
    expect(await store.hashes()).toEqual(new Map());
    expect(await changesOf(store, 0)).toEqual([]);
  });

  it('hands out what changed since a revision, deletions too', async () => {
    const store = await newStore();
    const [a, b, c] = ['a', 'b', 'c'].map(name => documentOf(component(name)));
    await store.write({
      baseRevision: 0,
      readAt: 1000,
      changed: [a, b],
      deleted: [],
    });
    await store.write({
      baseRevision: 1,
      readAt: 2000,
      changed: [c],
      deleted: [a.entityRef],
    });

    expect(await store.head()).toEqual({
      revision: 2,
      feedsRevision: 0,
      readAt: 2000,
      firstReadAt: 1000,
    });
    expect(await changesOf(store, 1)).toEqual([
      { entityRef: a.entityRef, document: undefined },
      { entityRef: c.entityRef, document: c.document },
    ]);
    expect((await changesOf(store, 0)).map(change => change.entityRef)).toEqual(
      [b.entityRef, c.entityRef],
    );
    expect([...(await store.hashes()).keys()].sort()).toEqual([
      b.entityRef,
      c.entityRef,
    ]);
  });

  it('keeps a last good version beside the newest until a newer good one or the end', async () => {
    const store = await newStore();
    const [a, b] = ['a', 'b'].map(name => documentOf(component(name)));
    const lastGood = { document: '{"was":"good"}', at: 900 };
    const write = (
      baseRevision: number,
      changed: NewVersion[],
      deleted: string[] = [],
    ) => store.write({ baseRevision, readAt: 1000, changed, deleted });

    await write(0, [{ ...a, lastGood }, b]);
    const stored = { entityRef: a.entityRef, document: a.document, lastGood };
    expect(await store.versionsOf([a.entityRef, 'component:x/y'])).toEqual([
      stored,
    ]);
    expect(await changesOf(store, 0)).toEqual([
      stored,
      { entityRef: b.entityRef, document: b.document },
    ]);

    await write(1, [a]);
    expect(await store.versionsOf([a.entityRef])).toEqual([
      { entityRef: a.entityRef, document: a.document },
    ]);

    await write(2, [{ ...a, lastGood }]);
    await write(3, [], [a.entityRef]);
    expect(await store.versionsOf([a.entityRef])).toEqual([]);
    await write(4, [a]);
    expect(await store.versionsOf([a.entityRef])).toEqual([
      { entityRef: a.entityRef, document: a.document },
    ]);
  });

  it('moves only the time when nothing changed', async () => {
    const store = await newStore();
    const reading = { changed: [], deleted: [] };
    await store.write({ ...reading, baseRevision: 0, readAt: 1000 });
    expect(await store.head()).toMatchObject({ revision: 0, readAt: 1000 });
    expect(
      await store.write({ ...reading, baseRevision: 0, readAt: 2000 }),
    ).toBe(0);
    expect(await store.head()).toMatchObject({ revision: 0, readAt: 2000 });
  });

  it('takes one of two readings that overlap, whole', async () => {
    const store = await newStore();
    const [a, b] = ['a', 'b'].map(name => documentOf(component(name)));
    const results = await Promise.allSettled([
      store.write({ baseRevision: 0, readAt: 1, changed: [a], deleted: [] }),
      store.write({ baseRevision: 0, readAt: 2, changed: [b], deleted: [] }),
    ]);
    expect(results.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
    expect(results).toContainEqual({
      status: 'rejected',
      reason: expect.objectContaining({ name: 'ConflictError' }),
    });
    expect((await store.hashes()).size).toBe(1);
  });

  it('never moves the time of the reading back', async () => {
    const store = await newStore();
    const reading = { baseRevision: 0, changed: [], deleted: [] };
    await store.write({ ...reading, readAt: 2000 });
    await expect(store.write({ ...reading, readAt: 1000 })).rejects.toThrow(
      /another replica/,
    );
    expect(await store.head()).toMatchObject({ readAt: 2000 });
  });

  it('keeps the reading beside a problem, and forgets the problem after', async () => {
    const store = await newStore();
    const reading = { baseRevision: 0, changed: [], deleted: [] };
    await store.write({ ...reading, readAt: 1000 });
    const pending = { entities: 1, calendars: [], since: 5 };
    await store.noteProblem('It went away', pending);
    expect(await store.head()).toMatchObject({
      readAt: 1000,
      problem: 'It went away',
      pending,
    });
    await store.write({ ...reading, readAt: 2000 });
    expect(await store.head()).not.toHaveProperty('problem');
    expect(await store.head()).not.toHaveProperty('pending');
  });

  it('pages through more than one statement holds', async () => {
    const store = await newStore();
    const changed = Array.from({ length: 4500 }, (_, index) =>
      documentOf(component(`service-${index}`)),
    );
    await store.write({ baseRevision: 0, readAt: 1, changed, deleted: [] });
    const refs = (await changesOf(store, 0)).map(change => change.entityRef);
    expect(new Set(refs).size).toBe(4500);
    expect(refs).toHaveLength(4500);
  });
});
