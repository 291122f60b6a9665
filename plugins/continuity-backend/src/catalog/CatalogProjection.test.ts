import {
  mockServices,
  type TestDatabaseId,
} from '@backstage/backend-test-utils';
import {
  builtinChecks,
  type FreezeCalendar,
  parseFreezeCalendar,
} from '@continuity/engine';
import type {
  CalendarSource,
  SourceCalendars,
} from '../calendars/CalendarSource';
import { readContinuitySettings } from '../config';
import { CatalogContent } from './CatalogContent';
import { ReplicatedCatalogProjection } from './CatalogProjection';
import { KnexCatalogProjectionStore } from './CatalogProjectionStore';
import { CatalogReader } from './CatalogReader';
import { KnexFeedStore } from '../feeds/follow';
import { KnexLedgerStore, LedgerService } from '../ledger';
import { FIRST_SETTLE_MS, LOSS_SETTLE_MS } from './readingCounts';
import { bothDatabases } from './__testUtils__/database';
import {
  businessFunction,
  component,
  FakeCatalog,
  freezeCalendar,
} from './__testUtils__/FakeCatalog';

jest.setTimeout(60_000);

const databases = bothDatabases();

const settings = readContinuitySettings(mockServices.rootConfig(), {
  checks: builtinChecks,
});

const DURING = Date.parse('2026-12-02T12:00:00Z');
const BEFORE = Date.parse('2026-11-30T12:00:00Z');

async function setUp(id: TestDatabaseId) {
  const knex = await databases.migrated(id);
  const store = new KnexCatalogProjectionStore(knex);
  const catalog = new FakeCatalog();
  const clock = { now: BEFORE };
  const reader = new CatalogReader({
    store,
    catalog,
    auth: mockServices.auth(),
    ledger: new LedgerService(new KnexLedgerStore(knex)),
    logger: mockServices.logger.mock(),
    tierIds: ['tier-1', 'tier-2'],
    now: () => clock.now,
  });
  const replica = (...sources: CalendarSource[]) =>
    new ReplicatedCatalogProjection({
      store,
      empty: CatalogContent.empty(settings),
      feeds: new KnexFeedStore(knex),
      sources,
    });
  const settle = async () => {
    await reader.read();
    clock.now += FIRST_SETTLE_MS;
    await reader.read();
  };
  return { knex, store, catalog, clock, reader, replica, settle };
}

function subject(entity: ReturnType<typeof component>) {
  return {
    entity,
    tier: 'unclassified',
    systems: [],
    businessFunctions: [],
    environment: 'production',
    regions: [],
    releaseClass: 'standard' as const,
  };
}

describe.each(databases.eachId())('ReplicatedCatalogProjection on %s', id => {
  it('knows nothing before the catalog was read', async () => {
    const { reader, replica } = await setUp(id);
    const projection = replica();
    expect(await projection.current()).toBeUndefined();
    expect(projection.lastProblem()).toBeUndefined();

    await reader.read();
    expect(await projection.current()).toBeUndefined();
    expect(projection.lastProblem()).toContain('without a single entity');
  });

  it('shows services with profile and environments, and calendars', async () => {
    const { catalog, clock, replica, settle } = await setUp(id);
    const bad = freezeCalendar('bad', { rrule: 'FREQ=SECONDLY' });
    bad.spec = { ...bad.spec, scope: { environments: ['production'] } };
    catalog.entities = [
      component('plain'),
      component('declared', {
        rto: 'PT1H',
        environments: [{ name: 'live', region: 'eu-west-1' }],
      }),
      component('broken', { rto: '1 hour' }),
      freezeCalendar('good'),
      bad,
      freezeCalendar('misspelt', { scope: { tiers: ['tier-one'] } }),
    ];
    await settle();
    const snapshot = await replica().current();

    expect(snapshot).toMatchObject({ revision: 1, readAt: clock.now });
    expect(snapshot?.services.get('component:default/plain')).toMatchObject({
      profile: { classification: 'unclassified' },
      environments: [{ name: 'production' }],
      environmentsSource: 'organisation',
    });
    expect(snapshot?.services.get('component:default/declared')).toMatchObject({
      profile: { tier: { id: 'tier-1', source: 'derived' } },
      environments: [{ name: 'live', region: 'eu-west-1' }],
      environmentsSource: 'declared',
    });
    expect(snapshot?.services.get('component:default/broken')).toMatchObject({
      profile: {
        classification: 'unclassified',
        findings: [{ id: 'invalid-declaration' }],
      },
      environmentsSource: 'organisation',
    });
    expect(snapshot?.calendars.map(({ ref }) => ref)).toEqual([
      'freezecalendar:default/good',
    ]);
    expect(snapshot?.unreadableCalendars).toEqual([
      {
        ref: 'freezecalendar:default/bad',
        title: 'Calendar bad',
        owner: 'group:default/finance',
        origin: { kind: 'catalog' },
        problem: expect.stringContaining('spec.windows.0.rrule'),
        // It closes whatever it may be for, and no more.
        scope: { environments: ['production'] },
      },
      expect.objectContaining({
        ref: 'freezecalendar:default/misspelt',
        problem: expect.stringContaining('tier-one'),
      }),
    ]);
    // The misspelt tier may be anybody's.
    expect(snapshot?.unreadableCalendars[1]).not.toHaveProperty('scope');
  });

  it('loads only what changed, and leaves the older snapshot as it was', async () => {
    const { catalog, reader, replica, settle, store } = await setUp(id);
    catalog.entities = [component('a'), component('b'), component('c')];
    await settle();
    const projection = replica();
    const first = await projection.current();

    const changes = jest.spyOn(store, 'changesSince');
    catalog.entities = [
      component('a'),
      component('b', { tier: 'tier-2' }),
      component('d'),
    ];
    await reader.read();
    const second = await projection.current();

    expect(changes).toHaveBeenCalledTimes(1);
    expect(changes).toHaveBeenCalledWith(1);
    expect([...(second?.services.keys() ?? [])].sort()).toEqual([
      'component:default/a',
      'component:default/b',
      'component:default/d',
    ]);
    expect(
      second?.services.get('component:default/b')?.profile.tier,
    ).toMatchObject({ id: 'tier-2' });
    // What did not change is not derived again.
    expect(second?.services.get('component:default/a')).toBe(
      first?.services.get('component:default/a'),
    );
    expect([...(first?.services.keys() ?? [])].sort()).toEqual([
      'component:default/a',
      'component:default/b',
      'component:default/c',
    ]);
  });

  it('asks the database once for callers of one moment', async () => {
    const { catalog, replica, settle, store } = await setUp(id);
    catalog.entities = [component('a')];
    await settle();
    const projection = replica();
    const head = jest.spyOn(store, 'head');
    const [one, other] = await Promise.all([
      projection.current(),
      projection.current(),
    ]);
    expect(one).toBe(other);
    // Once to load, once to see that nothing came in between.
    expect(head).toHaveBeenCalledTimes(2);
    expect(await projection.current()).toBe(one);
    expect(head).toHaveBeenCalledTimes(3);
  });

  it('agrees between replicas, however each came to its revision', async () => {
    const { catalog, clock, reader, replica, settle } = await setUp(id);
    const early = replica();
    catalog.entities = [component('a'), freezeCalendar('close')];
    await settle();
    await early.current();
    catalog.entities = [
      component('a', { tier: 'tier-1' }),
      freezeCalendar('close', { title: 'Renamed' }),
    ];
    clock.now += 1000;
    await reader.read();

    const late = replica();
    const [one, other] = [await early.current(), await late.current()];
    expect(one?.revision).toBe(2);
    expect(JSON.stringify(content(one))).toBe(JSON.stringify(content(other)));

    function content(snapshot: typeof one) {
      return [
        snapshot?.revision,
        snapshot?.readAt,
        [...(snapshot?.services.values() ?? [])].map(service => [
          service.entityRef,
          service.entity,
          service.profile,
        ]),
        snapshot?.calendars,
        snapshot?.considerWindows(subject(component('a')), DURING),
      ];
    }
  });

  it('moves the time of the reading without a new revision', async () => {
    const { catalog, clock, reader, replica, settle } = await setUp(id);
    catalog.entities = [component('a')];
    await settle();
    const projection = replica();
    const first = await projection.current();
    clock.now += 60_000;
    await reader.read();
    const second = await projection.current();
    expect(second).toMatchObject({ revision: 1, readAt: clock.now });
    expect(second?.services).toBe(first?.services);
  });

  it('keeps the last reading, growing old, while readings fail', async () => {
    const { catalog, clock, reader, replica, settle } = await setUp(id);
    catalog.entities = [component('a')];
    await settle();
    const projection = replica();
    const readAt = (await projection.current())?.readAt;
    catalog.failAfterPages = 0;
    clock.now += 60_000;
    await reader.read();
    expect(await projection.current()).toMatchObject({ revision: 1, readAt });
    expect(projection.lastProblem()).toContain('The catalog went away');
    catalog.failAfterPages = undefined;
    await reader.read();
    await projection.current();
    expect(projection.lastProblem()).toBeUndefined();
  });

  it('starts over when the database was emptied under it', async () => {
    const { knex, catalog, replica, settle } = await setUp(id);
    catalog.entities = [component('a')];
    await settle();
    const projection = replica();
    await projection.current();
    await knex('catalog_entities').delete();
    await knex('catalog_projection').update({ revision: 0, read_at: null });
    expect(await projection.current()).toBeUndefined();
    catalog.entities = [component('b')];
    await settle();
    expect([...((await projection.current())?.services.keys() ?? [])]).toEqual([
      'component:default/b',
    ]);
  });

  it('says nothing rather than something old when the database is gone', async () => {
    const { knex, catalog, replica, settle } = await setUp(id);
    catalog.entities = [component('a')];
    await settle();
    const projection = replica();
    await projection.current();
    await knex.schema.dropTable('catalog_projection');
    await expect(projection.current()).rejects.toHaveProperty(
      'message',
      expect.stringContaining('catalog_projection'),
    );
  });

  it('follows a calendar that changes', async () => {
    const { catalog, reader, replica, settle } = await setUp(id);
    const service = component('a');
    catalog.entities = [service, freezeCalendar('one'), freezeCalendar('two')];
    await settle();
    const projection = replica();
    const active = async () =>
      (
        (await projection.current())?.considerWindows(
          subject(service),
          DURING,
        ) ?? []
      )
        .filter(window => window.active)
        .map(window => window.calendarRef);
    expect(await active()).toEqual([
      'freezecalendar:default/one',
      'freezecalendar:default/two',
    ]);
    catalog.entities[1] = freezeCalendar('one', {
      scope: { environments: ['staging'] },
    });
    await reader.read();
    expect(await active()).toEqual(['freezecalendar:default/two']);
    catalog.entities.pop();
    await reader.read();
    expect(await active()).toEqual([]);
  });

  describe('a calendar whose newest version cannot be read', () => {
    const good = freezeCalendar('close');
    const bad = freezeCalendar('close', { rrule: 'FREQ=SECONDLY' });

    async function degraded() {
      const world = await setUp(id);
      const { catalog, clock, reader, settle } = world;
      catalog.entities = [component('a'), good];
      await settle();
      const lastGoodAt = clock.now;
      clock.now += 60_000;
      catalog.entities = [component('a'), bad];
      await reader.read();
      return { ...world, lastGoodAt };
    }

    it('keeps its last good windows in force, and says since when', async () => {
      const { replica, lastGoodAt } = await degraded();
      const snapshot = await replica().current();
      expect(snapshot?.unreadableCalendars).toEqual([
        expect.objectContaining({
          ref: 'freezecalendar:default/close',
          problem: expect.stringContaining('spec.windows.0.rrule'),
          lastGoodAt,
        }),
      ]);
      expect(
        snapshot?.considerWindows(subject(component('a')), DURING),
      ).toEqual([
        expect.objectContaining({
          calendarRef: 'freezecalendar:default/close',
          active: expect.anything(),
        }),
      ]);
    });

    it('is the same for replicas that saw the good version and that did not', async () => {
      const { catalog, reader, replica, settle } = await setUp(id);
      catalog.entities = [component('a'), good];
      await settle();
      const early = replica();
      await early.current();
      catalog.entities = [component('a'), bad];
      await reader.read();
      const [one, other] = [await early.current(), await replica().current()];
      expect(one?.unreadableCalendars).toEqual(other?.unreadableCalendars);
      expect(one?.calendars).toEqual(other?.calendars);
      expect(one?.calendars).toHaveLength(1);
    });

    it('keeps the last good version through one bad version after the other', async () => {
      const { catalog, clock, reader, replica, lastGoodAt } = await degraded();
      for (const rrule of ['FREQ=NEVER', 'FREQ=DAILY;COUNT=0']) {
        clock.now += 60_000;
        catalog.entities = [component('a'), freezeCalendar('close', { rrule })];
        await reader.read();
      }
      expect(await replica().current()).toMatchObject({
        calendars: [{ ref: 'freezecalendar:default/close' }],
        unreadableCalendars: [{ lastGoodAt }],
      });
    });

    it('is good again once it is mended', async () => {
      const { catalog, reader, replica } = await degraded();
      const mended = freezeCalendar('close', { title: 'Mended' });
      catalog.entities = [component('a'), mended];
      await reader.read();
      expect(await replica().current()).toMatchObject({
        calendars: [{ windows: [{ title: 'Mended' }] }],
        unreadableCalendars: [],
      });
    });

    it('is gone, with all its versions, once it is deleted', async () => {
      const { catalog, reader, replica } = await degraded();
      catalog.entities = [component('a'), freezeCalendar('other')];
      await reader.read();
      catalog.entities = [component('a'), freezeCalendar('other'), bad];
      await reader.read();
      const snapshot = await replica().current();
      expect(snapshot?.calendars.map(({ ref }) => ref)).toEqual([
        'freezecalendar:default/other',
      ]);
      expect(snapshot?.unreadableCalendars).toHaveLength(1);
      expect(snapshot?.unreadableCalendars[0]).not.toHaveProperty('lastGoodAt');
    });

    it('closes when its last good version is no longer good either', async () => {
      const { knex, replica } = await degraded();
      const [kept] = await knex('catalog_entities').whereNotNull(
        'good_document',
      );
      // As after a change of the tiers in the configuration.
      await knex('catalog_entities')
        .where('entity_ref', kept.entity_ref)
        .update({
          good_document: JSON.stringify(
            freezeCalendar('close', { scope: { tiers: ['tier-0'] } }),
          ),
        });
      const snapshot = await replica().current();
      expect(snapshot?.calendars).toEqual([]);
      expect(snapshot?.unreadableCalendars[0]).not.toHaveProperty('lastGoodAt');
    });
  });

  describe('the business functions of services', () => {
    const PAY = 'businessfunction:default/pay';
    const core = component('core-a');
    const inCore = { ...core, spec: { ...core.spec, system: 'core' } };

    async function functionsOf(
      projection: ReplicatedCatalogProjection,
    ): Promise<Record<string, readonly string[]>> {
      const services = (await projection.current())?.services ?? new Map();
      return Object.fromEntries(
        [...services].map(([ref, { businessFunctions }]) => [
          ref.replace('component:default/', ''),
          businessFunctions,
        ]),
      );
    }

    it('follow the functions, and the systems, as they change', async () => {
      const { catalog, reader, replica, settle } = await setUp(id);
      catalog.entities = [
        component('a'),
        inCore,
        businessFunction('pay', ['component:a']),
      ];
      await settle();
      const projection = replica();
      expect(await functionsOf(projection)).toEqual({ a: [PAY], 'core-a': [] });

      catalog.entities[2] = businessFunction('pay', ['system:core']);
      await reader.read();
      expect(await functionsOf(projection)).toEqual({ a: [], 'core-a': [PAY] });

      catalog.entities[1] = core;
      await reader.read();
      expect(await functionsOf(projection)).toEqual({ a: [], 'core-a': [] });

      catalog.entities.splice(2, 1, component('b'));
      await reader.read();
      expect(await functionsOf(projection)).toEqual({
        a: [],
        'core-a': [],
        b: [],
      });
      expect(await functionsOf(replica())).toEqual(
        await functionsOf(projection),
      );
    });

    it('are those of the last good version while a function cannot be read', async () => {
      const { catalog, reader, replica, settle } = await setUp(id);
      catalog.entities = [
        component('a'),
        component('b'),
        businessFunction('pay', ['component:a']),
      ];
      await settle();
      catalog.entities[2] = businessFunction('pay', 'component:a');
      await reader.read();
      expect(await functionsOf(replica())).toEqual({ a: [PAY], b: [] });
    });

    it('are all that nobody can tell about', async () => {
      const { catalog, replica, settle } = await setUp(id);
      const forPay = freezeCalendar('pay', {
        scope: { businessFunctions: ['pay'] },
      });
      catalog.entities = [
        component('a'),
        businessFunction('pay', undefined),
        forPay,
      ];
      await settle();
      const snapshot = await replica().current();
      const service = snapshot?.services.get('component:default/a');
      expect(service?.businessFunctions).toEqual([PAY]);
      expect(
        snapshot?.considerWindows(
          {
            ...subject(component('a')),
            businessFunctions: service?.businessFunctions ?? [],
          },
          DURING,
        ),
      ).toEqual([expect.objectContaining({ active: expect.anything() })]);
    });
  });

  describe('calendars of a source besides the catalog', () => {
    const REF = 'portalcalendar:default/team-a';

    function portal() {
      const { calendar } = parseFreezeCalendar(freezeCalendar('portal'));
      if (!calendar) {
        throw new Error('It is not a calendar');
      }
      const made: FreezeCalendar = {
        ...calendar,
        ref: REF,
        origin: { kind: 'portal' },
      };
      const state = { head: 1, held: { calendars: [made], unreadable: [] } };
      const source: CalendarSource = {
        name: 'portal',
        head: jest.fn(async () => state.head),
        load: jest.fn(async (): Promise<SourceCalendars> => state.held),
      };
      return { state, source, made };
    }

    it('count beside those of the catalog, and go when they are gone', async () => {
      const { catalog, replica, settle } = await setUp(id);
      catalog.entities = [component('a'), freezeCalendar('close')];
      await settle();
      const { source, state } = portal();
      const projection = replica(source);
      const before = await projection.current();
      expect(before?.calendars.map(({ ref }) => ref)).toEqual([
        'freezecalendar:default/close',
        REF,
      ]);
      expect(
        before
          ?.considerWindows(subject(component('a')), DURING)
          .map(({ calendarRef }) => calendarRef),
      ).toEqual(['freezecalendar:default/close', REF]);

      Object.assign(state, {
        head: 2,
        held: { calendars: [], unreadable: [] },
      });
      const after = await projection.current();
      expect(after?.calendars.map(({ ref }) => ref)).toEqual([
        'freezecalendar:default/close',
      ]);
      expect(after?.revision).toBeGreaterThan(before?.revision ?? Infinity);
      expect(before?.calendars).toHaveLength(2);
    });

    it('are asked for their revision once a snapshot, and loaded only when it moved', async () => {
      const { catalog, reader, replica, settle } = await setUp(id);
      catalog.entities = [component('a')];
      await settle();
      const { source, state } = portal();
      const projection = replica(source);
      await projection.current();
      expect(source.load).toHaveBeenCalledTimes(1);
      expect(source.head).toHaveBeenCalledTimes(2);
      await projection.current();
      expect(source.head).toHaveBeenCalledTimes(3);
      catalog.entities = [component('b')];
      await reader.read();
      await projection.current();
      expect(source.load).toHaveBeenCalledTimes(1);
      state.head = 7;
      await projection.current();
      expect(source.load).toHaveBeenCalledTimes(2);
    });

    it('are loaded again when something was written meanwhile', async () => {
      const { catalog, replica, settle } = await setUp(id);
      catalog.entities = [component('a')];
      await settle();
      const { source, state, made } = portal();
      jest.mocked(source.load).mockImplementationOnce(async () => {
        const seen = state.held;
        Object.assign(state, {
          head: 2,
          held: { calendars: [{ ...made, title: 'Newer' }], unreadable: [] },
        });
        return seen;
      });
      expect(await replica(source).current()).toMatchObject({
        calendars: [{ title: 'Newer' }],
      });
    });

    it('that cannot be read are named, with whose they are', async () => {
      const { catalog, replica, settle } = await setUp(id);
      catalog.entities = [component('a')];
      await settle();
      const { source, state } = portal();
      Object.assign(state.held, {
        unreadable: [
          { ref: REF, problem: 'It broke', lastGoodAt: 5 },
          {
            ref: 'portalcalendar:default/b',
            problem: 'Never',
            scope: { tiers: ['tier-1'] },
          },
        ],
      });
      expect(await replica(source).current()).toMatchObject({
        calendars: [{ ref: REF }],
        unreadableCalendars: [
          { ref: 'portalcalendar:default/b', scope: { tiers: ['tier-1'] } },
          { ref: REF, lastGoodAt: 5, owner: 'group:default/finance' },
        ],
      });
    });

    it('are not passed over when they cannot be asked', async () => {
      const { catalog, replica, settle } = await setUp(id);
      catalog.entities = [component('a')];
      await settle();
      const { source } = portal();
      const projection = replica(source);
      await projection.current();
      jest.mocked(source.head).mockRejectedValueOnce(new Error('No database'));
      await expect(projection.current()).rejects.toThrow('No database');
      expect(await projection.current()).toMatchObject({
        calendars: [{ ref: REF }],
      });
    });
  });

  it('holds 5,000 services', async () => {
    const { catalog, clock, reader, replica, settle } = await setUp(id);
    catalog.pageSize = 500;
    const services = Array.from({ length: 5000 }, (_, index) =>
      component(`service-${index}`, index % 2 ? { rto: 'PT1H' } : undefined),
    );
    catalog.entities = [...services, freezeCalendar('close')];
    await settle();
    const projection = replica();
    const snapshot = await projection.current();
    expect(snapshot?.services.size).toBe(5000);
    for (const service of services.slice(0, 200)) {
      expect(
        snapshot?.considerWindows(subject(service), DURING)[0].active,
      ).toBeDefined();
    }

    // Half of it is gone: that is not believed at once.
    catalog.entities = [...services.slice(0, 2500), freezeCalendar('close')];
    await reader.read();
    expect((await projection.current())?.services.size).toBe(5000);
    clock.now += LOSS_SETTLE_MS;
    await reader.read();
    expect((await projection.current())?.services.size).toBe(2500);
  });
});
