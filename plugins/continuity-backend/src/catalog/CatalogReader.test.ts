import type { TestDatabaseId } from '@backstage/backend-test-utils';
import { mockServices } from '@backstage/backend-test-utils';
import { bothDatabases } from './__testUtils__/database';
import {
  businessFunction,
  component,
  FakeCatalog,
  freezeCalendar,
  holidayCalendar,
} from './__testUtils__/FakeCatalog';
import { KnexCatalogProjectionStore } from './CatalogProjectionStore';
import { CatalogReader } from './CatalogReader';
import { KnexLedgerStore, LedgerService } from '../ledger';
import { FIRST_SETTLE_MS, LOSS_SETTLE_MS } from './readingCounts';

jest.setTimeout(60_000);

const databases = bothDatabases();

async function setUp(id: TestDatabaseId) {
  const knex = await databases.migrated(id);
  const store = new KnexCatalogProjectionStore(knex);
  const catalog = new FakeCatalog();
  const clock = { now: Date.parse('2026-11-30T12:00:00Z') };
  const reader = new CatalogReader({
    store,
    catalog,
    auth: mockServices.auth(),
    ledger: new LedgerService(new KnexLedgerStore(knex)),
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
  /** What the ledger says of calendars, oldest first. */
  const told = async () =>
    (await knex('ledger_entries').orderBy('seq')).map(({ canonical }) => {
      const { type, at, subjects, data } = JSON.parse(canonical);
      return { type, at, subjects, data };
    });
  return { store, catalog, clock, reader, settle, told };
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
      feedsRevision: 0,
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

  describe('tells the ledger', () => {
    const close = 'freezecalendar:default/close';
    const spoilt = (rrule: string) => freezeCalendar('close', { rrule });

    it('that a good calendar degrades, once, and that it recovers', async () => {
      const { catalog, clock, reader, settle, told } = await setUp(id);
      catalog.entities = [...services(3), freezeCalendar('close')];
      await settle();
      expect(await told()).toEqual([]);
      const lastGoodAt = new Date(clock.now).toISOString();

      clock.now += 60_000;
      const degradedAt = new Date(clock.now).toISOString();
      for (const rrule of ['FREQ=NEVER', 'FREQ=NEVER', 'FREQ=SOMETIMES']) {
        catalog.entities[3] = spoilt(rrule);
        await reader.read();
        clock.now += 60_000;
      }
      const degraded = {
        type: 'calendar.degraded',
        at: degradedAt,
        subjects: [close],
        data: {
          problem: expect.stringContaining('spec.windows.0.rrule'),
          lastGoodAt,
        },
      };
      expect(await told()).toEqual([degraded]);

      catalog.entities[3] = freezeCalendar('close', { title: 'Mended' });
      await reader.read();
      await reader.read();
      expect(await told()).toEqual([
        degraded,
        {
          type: 'calendar.recovered',
          at: new Date(clock.now).toISOString(),
          subjects: [close],
          data: {},
        },
      ]);
    });

    it('of calendars, functions and holidays that were never good', async () => {
      const { catalog, reader, settle, told } = await setUp(id);
      catalog.entities = [...services(3), spoilt('FREQ=NEVER')];
      await settle();
      catalog.entities.push(
        businessFunction('pay', 'all'),
        holidayCalendar('switzerland', { days: [] }),
        businessFunction('sell', []),
      );
      await reader.read();
      expect(await told()).toMatchObject([
        { type: 'calendar.degraded', subjects: [close] },
        {
          type: 'calendar.degraded',
          subjects: ['businessfunction:default/pay'],
        },
        {
          type: 'calendar.degraded',
          subjects: ['holidaycalendar:default/switzerland'],
        },
      ]);
      expect((await told())[0].data).not.toHaveProperty('lastGoodAt');
    });

    it('nothing of a reading that could not be written', async () => {
      const { catalog, reader, settle, store, told } = await setUp(id);
      catalog.entities = [...services(3), freezeCalendar('close')];
      await settle();
      catalog.entities[3] = spoilt('FREQ=NEVER');
      const { head } = store;
      jest.spyOn(store, 'head').mockImplementation(async () => ({
        ...(await head.call(store)),
        revision: 0,
      }));
      expect(await reader.read()).toMatchObject({ counted: false });
      expect(await told()).toEqual([]);
    });
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
