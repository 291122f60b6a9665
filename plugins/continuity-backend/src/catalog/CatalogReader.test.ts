import type { TestDatabaseId } from '@backstage/backend-test-utils';
import { mockServices } from '@backstage/backend-test-utils';
import { bothDatabases } from './__testUtils__/database';
import {
  component,
  FakeCatalog,
  freezeCalendar,
} from './__testUtils__/FakeCatalog';
import { KnexCatalogProjectionStore } from './CatalogProjectionStore';
import { CatalogReader } from './CatalogReader';
import { FIRST_SETTLE_MS, LOSS_SETTLE_MS } from './readingCounts';

jest.setTimeout(60_000);

const databases = bothDatabases();

async function setUp(id: TestDatabaseId) {
  const store = new KnexCatalogProjectionStore(await databases.migrated(id));
  const catalog = new FakeCatalog();
  const clock = { now: Date.parse('2026-11-30T12:00:00Z') };
  const reader = new CatalogReader({
    store,
    catalog,
    auth: mockServices.auth(),
    logger: mockServices.logger.mock(),
    tierIds: ['tier-1', 'tier-2'],
    now: () => clock.now,
  });
  /** Reads until the first reading counts. */
  const settle = async () => {
    await reader.read();
    clock.now += FIRST_SETTLE_MS;
    await reader.read();
  };
  return { store, catalog, clock, reader, settle };
}

function services(count: number) {
  return Array.from({ length: count }, (_, index) => component(`s-${index}`));
}

describe.each(databases.eachId())('CatalogReader on %s', id => {
  it('does not count a catalog that is empty or still fills', async () => {
    const { store, catalog, clock, reader } = await setUp(id);

    expect(await reader.read()).toMatchObject({ counted: false });
    expect(await store.head()).toMatchObject({
      revision: 0,
      problem: expect.stringContaining('without a single entity'),
    });

    // The services are there before the calendar that freezes them.
    catalog.entities = services(3);
    clock.now += FIRST_SETTLE_MS;
    expect(await reader.read()).toMatchObject({ counted: false });

    catalog.entities = [...services(3), freezeCalendar('month-end')];
    clock.now += FIRST_SETTLE_MS;
    expect(await reader.read()).toMatchObject({ counted: false });
    expect((await store.head()).readAt).toBeUndefined();

    clock.now += FIRST_SETTLE_MS;
    expect(await reader.read()).toEqual({
      counted: true,
      changed: 4,
      deleted: 0,
    });
    expect(await store.head()).toEqual({
      revision: 1,
      readAt: clock.now,
      firstReadAt: clock.now,
    });
  });

  it('bumps the revision only when something changed', async () => {
    const { store, catalog, clock, reader, settle } = await setUp(id);
    catalog.entities = services(3);
    await settle();

    clock.now += 60_000;
    expect(await reader.read()).toEqual({
      counted: true,
      changed: 0,
      deleted: 0,
    });
    expect(await store.head()).toMatchObject({
      revision: 1,
      readAt: clock.now,
    });

    catalog.entities[1] = component('s-1', { tier: 'tier-1' });
    expect(await reader.read()).toMatchObject({ changed: 1 });
    expect(await store.head()).toMatchObject({ revision: 2 });
  });

  it('does not take a new uid, etag or order of relations for a change', async () => {
    const { catalog, reader, settle } = await setUp(id);
    const relations = ['a', 'b'].map(name => ({
      type: 'ownedBy',
      targetRef: `group:default/${name}`,
    }));
    catalog.entities = [{ ...component('s'), relations }];
    await settle();
    const { metadata, ...entity } = component('s');
    catalog.entities = [
      {
        ...entity,
        metadata: { ...metadata, etag: 'x', uid: 'y' },
        relations: [...relations].reverse(),
      },
    ];
    expect(await reader.read()).toMatchObject({ counted: true, changed: 0 });
  });

  it('notices what is gone, but only after a complete stream', async () => {
    const { store, catalog, reader, settle } = await setUp(id);
    catalog.entities = services(6);
    await settle();

    catalog.entities = services(5);
    catalog.failAfterPages = 2;
    expect(await reader.read()).toMatchObject({ counted: false });
    expect((await store.hashes()).size).toBe(6);

    catalog.failAfterPages = undefined;
    expect(await reader.read()).toMatchObject({ counted: true, deleted: 1 });
    expect([...(await store.hashes()).keys()]).not.toContain(
      'component:default/s-5',
    );

    catalog.entities = services(6);
    expect(await reader.read()).toMatchObject({ counted: true, changed: 1 });
    expect((await store.hashes()).size).toBe(6);
  });

  it('keeps what it knew, and its age, when a reading fails', async () => {
    const { store, catalog, clock, reader, settle } = await setUp(id);
    catalog.entities = services(6);
    await settle();
    const { readAt } = await store.head();

    catalog.failAfterPages = 0;
    clock.now += 60_000;
    expect(await reader.read()).toEqual({
      counted: false,
      problem: expect.stringContaining('The catalog went away'),
    });
    expect(await store.head()).toMatchObject({
      revision: 1,
      readAt,
      problem: expect.stringContaining('The catalog went away'),
    });
  });

  it('does not believe at once that a large part is gone', async () => {
    const { store, catalog, clock, reader, settle } = await setUp(id);
    catalog.entities = [...services(10), freezeCalendar('month-end')];
    await settle();

    catalog.entities = services(2);
    expect(await reader.read()).toMatchObject({
      counted: false,
      problem: expect.stringContaining('every freeze calendar among them'),
    });
    clock.now += LOSS_SETTLE_MS;
    expect(await reader.read()).toMatchObject({ counted: true, deleted: 9 });
    expect((await store.hashes()).size).toBe(2);
  });

  it('asks by name before it calls something gone', async () => {
    const { store, catalog, reader, settle } = await setUp(id);
    catalog.entities = services(6);
    await settle();

    // Registered anew while the stream ran, and so passed over.
    catalog.entities[0] = component('s-0', { tier: 'tier-2' });
    catalog.passedOver.add('component:default/s-0');
    expect(await reader.read()).toEqual({
      counted: true,
      changed: 1,
      deleted: 0,
    });
    expect((await store.hashes()).size).toBe(6);
  });

  it('reads once when asked twice at a time', async () => {
    const { catalog, reader } = await setUp(id);
    catalog.entities = services(6);
    const [one, other] = await Promise.all([reader.read(), reader.read()]);
    expect(one).toBe(other);
    expect(catalog.readings).toBe(1);
  });

  it('breaks off when it is told to, and writes nothing', async () => {
    const { store, catalog, reader } = await setUp(id);
    catalog.entities = services(6);
    const outcome = await reader.read(AbortSignal.abort());
    expect(outcome).toMatchObject({ counted: false });
    expect((await store.hashes()).size).toBe(0);
  });
});
