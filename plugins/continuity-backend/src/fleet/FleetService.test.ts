import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { builtinChecks } from '@continuity/engine';
import type { LoadedSnapshot } from '../catalog';
import { CatalogContent } from '../catalog/CatalogContent';
import { CatalogContentUpdate } from '../catalog/CatalogContentUpdate';
import { documentOf } from '../catalog/documents';
import {
  component,
  freezeCalendar,
} from '../catalog/__testUtils__/FakeCatalog';
import { readContinuitySettings } from '../config';
import type { FleetQuery } from './fleetQuery';
import { FleetService } from './FleetService';
import type { VisibleEntities } from './FleetVisibility';

const settings = readContinuitySettings(mockServices.rootConfig(), {
  checks: builtinChecks,
});
const QUERY: FleetQuery = {
  frozen: false,
  sort: 'tier',
  order: 'asc',
  limit: 50,
  offset: 0,
};
const BEFORE = Date.parse('2026-11-30T12:00:00Z');
const DURING = Date.parse('2026-12-02T12:00:00Z');

function service(name: string, spec: object, continuity?: object): Entity {
  const entity = component(name, continuity);
  return { ...entity, spec: { ...entity.spec, ...spec } };
}

function ofKind(kind: string, name: string, continuity?: object): Entity {
  return { ...component(name, continuity), kind };
}

const entities: Entity[] = [
  service('ledger', { owner: 'team-a', system: 'core' }, { rto: 'PT1H' }),
  service('cards', { owner: 'user:default/anna' }, { tier: 'tier-2' }),
  service(
    'archive',
    { owner: 'team-a', system: 'core' },
    { rto: 'P5D', environments: [{ name: 'production' }, { name: 'test' }] },
  ),
  service('mystery', { owner: 'team-b' }),
  ofKind('Resource', 'database', { rto: 'PT2H' }),
  ofKind('Resource', 'bucket'),
  ofKind('System', 'core'),
  ofKind('API', 'ledger-api'),
];

/** Frozen on 1 and 2 December, for tier-1 in production. */
const close = freezeCalendar('close', {
  scope: { tiers: ['tier-1'], environments: ['production'] },
});

function snapshotOf(content: Entity[], base?: CatalogContent) {
  const update = new CatalogContentUpdate(
    base ?? CatalogContent.empty(settings),
  );
  update.apply(content.map(documentOf));
  return update.finish((base?.revision ?? 0) + 1);
}

function setUp(content: Entity[], options: { visible?: VisibleEntities } = {}) {
  const state = {
    content: snapshotOf(content),
    now: BEFORE,
    visible: options.visible ?? ('all' as VisibleEntities),
  };
  const fleet = new FleetService({
    projection: {
      current: async (): Promise<LoadedSnapshot> =>
        state.content.snapshot(state.now),
      lastProblem: () => undefined,
    },
    visibility: { visibleTo: async () => state.visible },
    settings,
    now: () => state.now,
  });
  const caller = {
    credentials: mockCredentials.user(),
    ref: 'user:default/mock',
    isService: false,
  };
  const ask = (query: Partial<FleetQuery> = {}) =>
    fleet.fleet({ ...QUERY, ...query }, caller);
  const names = async (query: Partial<FleetQuery> = {}) =>
    (await ask(query)).items.map(({ name }) => name);
  return { state, ask, names };
}

jest.setTimeout(60_000);

describe('FleetService', () => {
  it('counts components, and others that declare continuity', async () => {
    const { ask, names } = setUp(entities);
    expect(await names({ sort: 'name' })).toEqual([
      'archive',
      'cards',
      'database',
      'ledger',
      'mystery',
    ]);
    const { totals, totalItems } = await ask();
    expect(totalItems).toBe(5);
    expect(totals).toEqual({
      services: 5,
      frozen: 0,
      unclassified: 1,
      byTier: [
        { id: 'tier-1', title: 'Mission critical', count: 2, frozen: 0 },
        { id: 'tier-2', title: 'Business critical', count: 1, frozen: 0 },
        { id: 'tier-3', title: 'Important', count: 1, frozen: 0 },
        { id: 'tier-4', title: 'Deferrable', count: 0, frozen: 0 },
        { id: 'unclassified', title: 'Unclassified', count: 1, frozen: 0 },
      ],
    });
  });

  it('describes a service', async () => {
    const { ask } = setUp(entities);
    const [item] = (await ask({ text: 'ledg' })).items;
    expect(item).toEqual({
      entityRef: 'component:default/ledger',
      name: 'ledger',
      title: undefined,
      kind: 'Component',
      type: 'service',
      owner: 'group:default/team-a',
      system: 'system:default/core',
      classification: 'classified',
      tier: { id: 'tier-1', title: 'Mission critical' },
      rto: 'PT1H',
      rpo: undefined,
      inScope: 'yes',
      findings: 0,
      frozen: [],
    });
  });

  it('says by which id its workloads are found', async () => {
    const ledger = service('ledger', { owner: 'team-a' });
    const annotations = { 'backstage.io/kubernetes-id': 'ldg-1' };
    const { ask } = setUp([
      { ...ledger, metadata: { ...ledger.metadata, annotations } },
    ]);
    expect((await ask({})).items[0].kubernetesId).toBe('ldg-1');
  });

  it.each<[Partial<FleetQuery>, string[]]>([
    [{ owner: 'user:default/anna' }, ['cards']],
    [{ owner: 'group:default/team-a' }, ['ledger', 'archive', 'database']],
    [{ system: 'system:default/core' }, ['ledger', 'archive']],
    [{ tier: 'tier-1' }, ['database', 'ledger']],
    [{ tier: 'unclassified' }, ['mystery']],
    [{ text: 'ar' }, ['cards', 'archive']],
    [{ frozen: true }, []],
  ])('filters by %j', async (query, expected) => {
    const { names } = setUp(entities);
    expect((await names(query)).sort()).toEqual([...expected].sort());
  });

  it.each<[FleetQuery['sort'], string[], string[]]>([
    [
      'name',
      ['archive', 'cards', 'database', 'ledger', 'mystery'],
      ['mystery', 'ledger', 'database', 'cards', 'archive'],
    ],
    [
      'tier',
      ['database', 'ledger', 'cards', 'archive', 'mystery'],
      ['archive', 'cards', 'database', 'ledger', 'mystery'],
    ],
    [
      'rto',
      ['ledger', 'database', 'archive', 'cards', 'mystery'],
      ['archive', 'database', 'ledger', 'cards', 'mystery'],
    ],
    [
      'owner',
      ['archive', 'database', 'ledger', 'mystery', 'cards'],
      ['cards', 'mystery', 'archive', 'database', 'ledger'],
    ],
    [
      'system',
      ['archive', 'ledger', 'cards', 'database', 'mystery'],
      ['archive', 'ledger', 'cards', 'database', 'mystery'],
    ],
  ])(
    'sorts by %s, without a value last',
    async (sort, ascending, descending) => {
      const { names } = setUp(entities);
      expect(await names({ sort, order: 'asc' })).toEqual(ascending);
      expect(await names({ sort, order: 'desc' })).toEqual(descending);
    },
  );

  it('pages', async () => {
    const { ask, names } = setUp(entities);
    expect(await names({ sort: 'name', limit: 2, offset: 2 })).toEqual([
      'database',
      'ledger',
    ]);
    expect((await ask({ limit: 2, offset: 4 })).totalItems).toBe(5);
    expect(await names({ offset: 99 })).toEqual([]);
  });

  it('does not narrow the totals by tier or frozen, but by the rest', async () => {
    const { ask } = setUp([...entities, close]);
    const byTier = await ask({ tier: 'tier-2', frozen: true });
    expect(byTier.totals.services).toBe(5);
    expect(byTier.totalItems).toBe(0);
    const byOwner = await ask({ owner: 'group:default/team-a' });
    expect(byOwner.totals).toMatchObject({ services: 3, unclassified: 0 });
  });

  it('says for which classes of release something is frozen', async () => {
    const forMajor = freezeCalendar('close', {
      scope: { tiers: ['tier-1'], classes: ['major'] },
    });
    const { state, ask } = setUp([...entities, forMajor]);
    state.now = DURING;
    const { items } = await ask({ sort: 'frozen' });
    expect(items[0].frozen).toMatchObject([{ classes: ['major'] }]);
  });

  it('shows what is frozen now, and when that changes', async () => {
    const { state, ask, names } = setUp([...entities, close]);
    expect((await ask()).totals.frozen).toBe(0);

    state.now = DURING;
    const during = await ask({ sort: 'frozen' });
    expect(during.totals).toMatchObject({
      frozen: 2,
      byTier: [{ id: 'tier-1', count: 2, frozen: 2 }, {}, {}, {}, {}],
    });
    expect(during.items[0]).toMatchObject({
      name: 'database',
      frozen: [
        {
          calendarRef: 'freezecalendar:default/close',
          windowId: 'closing',
          title: 'Closing',
          enforcement: 'block',
          environments: ['production'],
          until: '2026-12-03T00:00:00.000Z',
        },
      ],
    });
    expect(await names({ sort: 'frozen' })).toEqual([
      'database',
      'ledger',
      'archive',
      'cards',
      'mystery',
    ]);
    expect(await names({ frozen: true, sort: 'name' })).toEqual([
      'database',
      'ledger',
    ]);

    // Half-open: at its end a window is over.
    state.now = Date.parse('2026-12-03T00:00:00Z');
    expect((await ask()).totals.frozen).toBe(0);
    state.now = BEFORE;
    expect((await ask()).totals.frozen).toBe(0);
  });

  it('names only the environments that a window binds', async () => {
    const testOnly = freezeCalendar('test-data', {
      scope: {
        environments: ['test'],
        entities: { 'spec.system': 'core' },
      },
    });
    const { state, ask } = setUp([...entities, testOnly]);
    state.now = DURING;
    const { items } = await ask({ frozen: true });
    expect(
      items.map(({ name, frozen }) => [name, frozen[0].environments]),
    ).toEqual([['archive', ['test']]]);
  });

  it('lists what begins and lifts in 7 days, for how many services', async () => {
    const night = freezeCalendar('night', {
      start: '2026-11-30T22:00:00',
      end: '2026-12-01T02:00:00',
      rrule: 'FREQ=WEEKLY',
      scope: { entities: { 'spec.owner': 'team-a' } },
    });
    const nobody = freezeCalendar('nobody', {
      scope: { entities: { 'spec.owner': 'nobody' } },
    });
    const later = freezeCalendar('later', {
      start: '2026-12-08T00:00:00',
      end: '2026-12-09T00:00:00',
    });
    const { state, ask } = setUp([...entities, close, night, nobody, later]);
    const line = (upcoming: Awaited<ReturnType<typeof ask>>['upcoming']) =>
      upcoming.map(({ at, change, calendarRef, services }) =>
        [at.slice(0, 16), change, calendarRef.split('/')[1], services].join(
          ' ',
        ),
      );
    expect(line((await ask()).upcoming)).toEqual([
      '2026-11-30T22:00 begins night 3',
      '2026-12-01T00:00 begins close 2',
      '2026-12-01T02:00 lifts night 3',
      '2026-12-03T00:00 lifts close 2',
    ]);
    const core = (await ask({ system: 'system:default/core' })).upcoming;
    expect(line(core)).toContain('2026-12-01T00:00 begins close 1');
    expect(core[1]).toMatchObject({
      effect: 'freeze',
      sample: ['component:default/ledger'],
    });

    state.now = DURING;
    expect(line((await ask()).upcoming)).toEqual([
      '2026-12-03T00:00 lifts close 2',
      '2026-12-07T22:00 begins night 3',
      '2026-12-08T00:00 begins later 5',
      '2026-12-08T02:00 lifts night 3',
      '2026-12-09T00:00 lifts later 5',
    ]);
  });

  it('shows nothing of what the caller may not see', async () => {
    const { ask } = setUp(
      [...entities, close, freezeCalendar('bad', { rrule: 'X' })],
      {
        visible: new Set([
          'component:default/cards',
          'component:default/mystery',
        ]),
      },
    );
    const fleet = await ask();
    expect(fleet.items.map(({ name }) => name)).toEqual(['cards', 'mystery']);
    expect(fleet.totals.services).toBe(2);
    expect(fleet.filters.owners).toEqual([
      'group:default/team-b',
      'user:default/anna',
    ]);
    expect(fleet.upcoming).toEqual([]);
    expect(fleet.unreadableCalendars).toEqual([]);
  });

  it('follows the catalog', async () => {
    const { state, ask, names } = setUp([...entities, close]);
    state.now = DURING;
    expect(await names({ frozen: true })).toEqual(['database', 'ledger']);
    state.content = snapshotOf(
      [service('cards', { owner: 'team-a' }, { tier: 'tier-1' })],
      state.content,
    );
    expect(await names({ frozen: true })).toEqual([
      'cards',
      'database',
      'ledger',
    ]);
    state.content = snapshotOf(
      [
        freezeCalendar('close', {
          scope: { entities: { 'spec.owner': 'team-b' } },
        }),
      ],
      state.content,
    );
    expect(await names({ frozen: true })).toEqual(['mystery']);
    expect((await ask()).filters.tiers.at(-1)).toEqual({
      id: 'unclassified',
      title: 'Unclassified',
    });
  });

  it('answers for 5,000 services and 200 windows as for few', async () => {
    const many = Array.from({ length: 5000 }, (_, index) =>
      service(
        `service-${String(index).padStart(4, '0')}`,
        { owner: `team-${index % 100}` },
        index % 2 ? { rto: `PT${1 + (index % 30)}H` } : undefined,
      ),
    );
    const calendars = Array.from({ length: 200 }, (_, index) =>
      freezeCalendar(`calendar-${index}`, {
        scope: { entities: { 'spec.owner': `team-${index}` } },
      }),
    );
    const { state, ask } = setUp([...many, ...calendars]);
    state.now = DURING;
    const fleet = await ask({ limit: 200, offset: 100, sort: 'owner' });
    expect(fleet.totals).toMatchObject({
      services: 5000,
      frozen: 5000,
      unclassified: 2500,
    });
    expect(fleet.items).toHaveLength(200);
    expect(fleet.upcoming).toHaveLength(100);
    expect(fleet.upcoming.every(({ services }) => services === 50)).toBe(true);
    expect(fleet.upcoming[0].sample).toHaveLength(5);
  });
});
