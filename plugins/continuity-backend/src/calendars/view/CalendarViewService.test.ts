import type { Entity } from '@backstage/catalog-model';
import {
  type FreezeWindow,
  RELEASE_CLASSES,
  scopeIncludes,
  type WindowScope,
} from '@continuity/engine';
import fc from 'fast-check';
import { freezeCalendar } from '../../catalog/__testUtils__/FakeCatalog';
import type { CatalogService } from '../../catalog';
import { anybody, createWorld } from '../__testUtils__/world';
import type { ServiceSelection } from '../services/selectServices';
import { CalendarViewService } from './CalendarViewService';
import type { ViewQuery } from './readViewQuery';
import type { RowsBy } from './viewRows';

jest.setTimeout(60_000);

const JANUARY = {
  start: Date.parse('2026-01-01T00:00:00Z'),
  end: Date.parse('2026-02-01T00:00:00Z'),
};
const EU = { name: 'production', region: 'eu-west-1' };
const US = { name: 'production', region: 'us-east-1' };
const TEST = { name: 'test' };

function service(
  name: string,
  spec: Record<string, unknown> = {},
  continuity?: object,
): Entity {
  return JSON.parse(
    JSON.stringify({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name, namespace: 'default' },
      spec: {
        type: 'service',
        lifecycle: 'production',
        owner: 'team-a',
        ...spec,
        continuity,
      },
    }),
  );
}

function system(name: string, title: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'System',
    metadata: { name, namespace: 'default', title },
    spec: { owner: 'team-a' },
  };
}

/** Closed on the first three days of January. */
const window = (id: string, change: object = {}) => ({
  id,
  title: `Window ${id}`,
  reason: 'A reason',
  start: '2026-01-01T00:00:00',
  duration: 'P3D',
  ...change,
});

function calendar(name: string, ...windows: object[]): Entity {
  const entity = freezeCalendar(name);
  return JSON.parse(
    JSON.stringify({ ...entity, spec: { ...entity.spec, windows } }),
  );
}

const entities = [
  service(
    'ledger',
    { system: 'core' },
    { tier: 'tier-1', environments: [EU, US, TEST] },
  ),
  service('cards', { owner: 'team-b' }, { tier: 'tier-2', environments: [EU] }),
  service('archive', { system: 'core' }, { environments: [TEST] }),
  system('core', 'Core banking'),
];

function setUp(
  content: Entity[],
  options: Parameters<typeof createWorld>[1] = {},
) {
  const world = createWorld(content, options);
  const views = new CalendarViewService(world);
  const view = (query: Partial<ViewQuery> = {}) =>
    views.view({ period: JANUARY, selection: {}, ...query }, anybody);
  /** `window -> services`, for short. */
  const counts = async (query: Partial<ViewQuery> = {}) =>
    Object.fromEntries(
      (await view(query)).windows.map(({ windowId, services }) => [
        windowId,
        services,
      ]),
    );
  /** `row -> windows`, for short. */
  const rows = async (by: RowsBy, query: Partial<ViewQuery> = {}) => {
    const { windows, rows: found = [] } = await view({ ...query, rows: by });
    return found.map(row => [
      row.title,
      row.services,
      row.windows.map(at => windows[at].windowId),
    ]);
  };
  return { world, view, counts, rows };
}

describe('CalendarViewService', () => {
  it('shows what takes place, with all that is said of it', async () => {
    const { view } = setUp([
      ...entities,
      calendar(
        'close',
        window('close', { rrule: 'FREQ=MONTHLY', enforcement: 'approval' }),
        window('later', { start: '2026-02-01T00:00:00' }),
      ),
    ]);
    expect(await view()).toEqual({
      from: '2026-01-01T00:00:00.000Z',
      to: '2026-02-01T00:00:00.000Z',
      windows: [
        expect.objectContaining({
          calendarRef: 'freezecalendar:default/close',
          calendarTitle: 'Calendar close',
          origin: { kind: 'catalog' },
          windowId: 'close',
          title: 'Window close',
          reason: 'A reason',
          owner: 'group:default/finance',
          effect: 'freeze',
          enforcement: 'approval',
          onRunning: 'finish',
          rollbacksExempt: true,
          timezone: 'UTC',
          rrule: 'FREQ=MONTHLY',
          services: 3,
        }),
      ],
      occurrences: [
        expect.objectContaining({
          window: 0,
          start: '2026-01-01T00:00:00.000Z',
          end: '2026-01-04T00:00:00.000Z',
          startLocal: '2026-01-01T00:00:00+00:00',
          endLocal: '2026-01-04T00:00:00+00:00',
        }),
      ],
      truncated: false,
      filters: {
        owners: ['group:default/team-a', 'group:default/team-b'],
        systems: ['system:default/core'],
        tiers: [
          { id: 'tier-1', title: 'Mission critical' },
          { id: 'tier-2', title: 'Business critical' },
          { id: 'tier-3', title: 'Important' },
          { id: 'tier-4', title: 'Deferrable' },
          { id: 'unclassified', title: 'Unclassified' },
        ],
        environments: ['production', 'test'],
        regions: ['eu-west-1', 'us-east-1'],
        calendars: [
          { ref: 'freezecalendar:default/close', title: 'Calendar close' },
        ],
      },
      unreadableCalendars: [],
    });
  });

  const scoped = calendar(
    'scoped',
    window('all'),
    window('nobody', { scope: { environments: ['nowhere'] } }),
    window('tier', { scope: { tiers: ['tier-1', 'unclassified'] } }),
    window('system', { scope: { systems: ['core'] } }),
    window('test', { scope: { environments: ['test'] } }),
    window('us', { scope: { regions: ['us-east-1'] } }),
    window('cards', { scope: { entities: { 'metadata.name': 'cards' } } }),
    window('but-us', { scope: { except: { regions: ['us-east-1'] } } }),
    window('but-core', { scope: { except: { systems: ['core'] } } }),
    window('major', { scope: { classes: ['major'] } }),
    window('but-cards', {
      scope: { except: { entities: { 'metadata.name': 'cards' } } },
    }),
  );
  const everywhere = { all: 3, major: 3, 'but-us': 3 };

  it.each<[string, ServiceSelection, Record<string, number>]>([
    [
      'nothing',
      {},
      {
        ...everywhere,
        nobody: 0,
        tier: 2,
        system: 2,
        test: 2,
        // What names no region may be in any.
        us: 2,
        cards: 1,
        'but-core': 1,
        'but-cards': 2,
      },
    ],
    [
      'the owner',
      { owner: 'group:default/team-b' },
      { all: 1, major: 1, 'but-us': 1, cards: 1, 'but-core': 1 },
    ],
    [
      'the system',
      { system: 'system:default/core' },
      {
        all: 2,
        major: 2,
        'but-us': 2,
        tier: 2,
        system: 2,
        test: 2,
        us: 2,
        'but-cards': 2,
      },
    ],
    [
      'the tier',
      { tier: 'unclassified' },
      {
        all: 1,
        major: 1,
        'but-us': 1,
        tier: 1,
        system: 1,
        test: 1,
        us: 1,
        'but-cards': 1,
      },
    ],
    [
      'the region',
      { region: 'us-east-1' },
      { all: 1, major: 1, tier: 1, system: 1, us: 1, 'but-cards': 1 },
    ],
    [
      'the environment',
      { environment: 'production' },
      {
        all: 2,
        major: 2,
        'but-us': 2,
        tier: 1,
        system: 1,
        us: 1,
        cards: 1,
        'but-core': 1,
        'but-cards': 1,
      },
    ],
    [
      'the service',
      { entity: 'component:default/cards' },
      { all: 1, major: 1, 'but-us': 1, cards: 1, 'but-core': 1 },
    ],
    ['a place that there is not', { region: 'mars-1' }, {}],
    ['nobody', { owner: 'group:default/nobody' }, {}],
  ])(
    'counts the services of a filter by %s',
    async (_, selection, expected) => {
      const { counts } = setUp([...entities, scoped]);
      expect(await counts({ selection })).toEqual(expected);
    },
  );

  it('counts a service that the fleet does not show when it is asked for by name', async () => {
    const { counts } = setUp([...entities, scoped]);
    expect(
      await counts({ selection: { entity: 'system:default/core' } }),
    ).toMatchObject({ all: 1, system: 1 });
  });

  it('knows no window for an entity that is no service', async () => {
    const { view } = setUp([...entities, scoped]);
    await expect(
      view({ selection: { entity: 'component:default/ghost' } }),
    ).rejects.toThrow('component:default/ghost');
  });

  it('refuses a tier that is not configured, and says which are', async () => {
    const { view } = setUp([...entities, scoped]);
    await expect(view({ selection: { tier: 'gold' } })).rejects.toThrow(
      'tier: "gold" is not one of tier-1, tier-2, tier-3, tier-4, unclassified',
    );
  });

  it.each<[string, Partial<ViewQuery>, string[]]>([
    ['calendar', { calendar: 'freezecalendar:default/two' }, ['two']],
    ['effect', { effect: 'freeze' }, ['one', 'two']],
    ['enforcement', { enforcement: 'warn' }, ['two']],
    ['part of the title', { text: 'window t' }, ['two']],
    ['part of the reason', { text: 'reason' }, ['one', 'two']],
  ])('filters windows by %s', async (_, query, expected) => {
    const { counts } = setUp([
      ...entities,
      calendar('one', window('one')),
      calendar('two', window('two', { enforcement: 'warn' })),
    ]);
    expect(Object.keys(await counts(query)).sort()).toEqual(expected);
  });

  const placed = calendar(
    'placed',
    window('all'),
    window('us', { scope: { regions: ['us-east-1'] } }),
    window('prod', { scope: { environments: ['production'] } }),
    window('cards', { scope: { entities: { 'metadata.name': 'cards' } } }),
  );

  it.each<[RowsBy, unknown[]]>([
    [
      'system',
      [
        ['Core banking', 2, ['all', 'us', 'prod']],
        ['No system', 1, ['all', 'prod', 'cards']],
      ],
    ],
    [
      'team',
      [
        ['team-a', 2, ['all', 'us', 'prod']],
        ['team-b', 1, ['all', 'prod', 'cards']],
      ],
    ],
    [
      'tier',
      [
        ['Mission critical', 1, ['all', 'us', 'prod']],
        ['Business critical', 1, ['all', 'prod', 'cards']],
        ['Unclassified', 1, ['all', 'us']],
      ],
    ],
    [
      'region',
      [
        ['eu-west-1', 2, ['all', 'prod', 'cards']],
        ['us-east-1', 1, ['all', 'us', 'prod']],
        ['No region', 2, ['all', 'us']],
      ],
    ],
  ])('lays windows out by %s', async (by, expected) => {
    const { rows } = setUp([...entities, placed]);
    expect(await rows(by)).toEqual(expected);
  });

  it('lays out only what the filter lets through', async () => {
    const { rows } = setUp([...entities, placed]);
    expect(await rows('region', { selection: { tier: 'tier-2' } })).toEqual([
      ['eu-west-1', 1, ['all', 'prod', 'cards']],
    ]);
    expect(await rows('team', { selection: { region: 'us-east-1' } })).toEqual([
      ['team-a', 1, ['all', 'us', 'prod']],
    ]);
  });

  it('counts and names only what the caller may see', async () => {
    const { view, world } = setUp([
      ...entities,
      calendar('hidden', window('tier', { scope: { tiers: ['tier-1'] } })),
      calendar('closed', window('cards', { scope: { tiers: ['tier-2'] } })),
    ]);
    world.state.visible = new Set(['component:default/cards']);
    const { windows, filters, rows } = await view({ rows: 'team' });
    // The hidden calendar counts for what is visible, and so is shown; the other not.
    expect(
      windows.map(({ windowId, services }) => [windowId, services]),
    ).toEqual([['cards', 1]]);
    expect(filters.calendars).toEqual([]);
    expect(filters.owners).toEqual(['group:default/team-b']);
    expect(rows).toEqual([
      expect.objectContaining({ id: 'group:default/team-b', services: 1 }),
    ]);
  });

  it('names calendars that cannot be read, and marks those of which the last good version counts', async () => {
    const broken = calendar('broken', window('x', { rrule: 'FREQ=SECONDLY' }));
    const { view, world } = setUp([...entities, broken]);
    const good = (await view()).unreadableCalendars;
    expect(good).toEqual([
      {
        ref: 'freezecalendar:default/broken',
        problem: expect.stringContaining('rrule'),
      },
    ]);
    const { content } = createWorld([calendar('last', window('last'))]).state;
    const [last] = content.snapshot(0).calendars;
    const ref = 'portalcalendar:default/team-a';
    world.hold('portal', {
      calendars: [{ ...last, ref, origin: { kind: 'portal' } }],
      unreadable: [{ ref, problem: 'A tier is gone', lastGoodAt: 0 }],
    });
    const { windows, unreadableCalendars } = await view();
    expect(windows).toEqual([
      expect.objectContaining({
        calendarRef: ref,
        windowId: 'last',
        degraded: true,
        portalWindowId: 'id of last',
      }),
    ]);
    expect(unreadableCalendars).toContainEqual({
      ref,
      problem: 'A tier is gone',
      lastGoodAt: '1970-01-01T00:00:00.000Z',
    });
  });

  it('follows the catalog', async () => {
    const { counts, world } = setUp([...entities, scoped]);
    expect((await counts()).cards).toBe(1);
    world.change(
      service('cards-too', {}, {}),
      calendar('more', window('more')),
    );
    expect(await counts()).toMatchObject({ all: 4, cards: 1, more: 4 });
  });
});

/** Everything that a scope can say of these services. */
const NAMES = Array.from({ length: 40 }, (_, number) => `service-${number}`);
const some = <T>(values: readonly T[]) =>
  fc.subarray([...values], { minLength: 1 });
const dimensions = {
  tiers: some(['tier-1', 'tier-2', 'unclassified']),
  systems: some(['system:default/a', 'system:default/b']),
  environments: some(['production', 'test']),
  regions: some(['eu', 'us', 'ap']),
  classes: some(RELEASE_CLASSES),
  entities: fc.constantFrom<WindowScope['entities']>(
    { 'spec.owner': 'team-a' },
    { 'metadata.name': { $in: NAMES.slice(0, 10) } },
    { $not: { kind: 'resource' } },
  ),
};
const anyDimensions = fc.record(dimensions, { requiredKeys: [] });
const anyScope: fc.Arbitrary<WindowScope> = fc
  .tuple(anyDimensions, fc.option(anyDimensions, { nil: undefined }))
  .map(([scope, except]) => ({ ...scope, ...(except && { except }) }));

const anyService = (name: string) =>
  fc
    .record({
      owner: fc.constantFrom('team-a', 'team-b'),
      system: fc.constantFrom(undefined, 'a', 'b'),
      tier: fc.constantFrom(undefined, 'tier-1', 'tier-2'),
      environments: fc.subarray(
        [
          { name: 'production', region: 'eu' },
          { name: 'production', region: 'us' },
          { name: 'production-dr', region: 'ap' },
          { name: 'test' },
        ],
        { minLength: 1 },
      ),
    })
    .map(({ owner, system: of, tier, environments }) =>
      service(name, { owner, system: of }, { tier, environments }),
    );

/** Straight from the meaning: some class, some environment, some of its regions. */
function isFor(
  scope: WindowScope,
  { entity, profile, systems, businessFunctions, environments }: CatalogService,
  place: { environment?: string; region?: string },
): boolean {
  const names = new Set(environments.map(({ name }) => name));
  return [...names].some(environment => {
    const regions = environments.flatMap(({ name, region }) =>
      name === environment && region !== undefined ? [region] : [],
    );
    const touched = [
      ...(place.region === undefined ? [regions] : []),
      ...regions
        .filter(region => place.region === undefined || place.region === region)
        .map(region => [region]),
    ];
    return (
      (place.environment === undefined || place.environment === environment) &&
      touched.some(some_ =>
        RELEASE_CLASSES.some(releaseClass =>
          scopeIncludes(scope, {
            entity,
            tier: profile.tier?.id ?? 'unclassified',
            systems,
            businessFunctions,
            environment,
            regions: some_,
            releaseClass,
          }),
        ),
      )
    );
  });
}

describe('the view of any fleet', () => {
  it('counts as one would by hand, for any scopes, services and places', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.tuple(...NAMES.map(anyService)),
        fc.array(anyScope, { minLength: 1, maxLength: 12 }),
        fc.record(
          {
            environment: fc.constantFrom('production', 'test'),
            region: fc.constantFrom('eu', 'us', 'ap'),
          },
          { requiredKeys: [] },
        ),
        async (services, scopes, place) => {
          const { view, world } = setUp(services);
          const windows = scopes.map((scope, number): FreezeWindow => {
            const [one] = createWorld([
              calendar('one', window(`w-${number}`)),
            ]).state.content.snapshot(0).calendars;
            return { ...one.windows[0], scope };
          });
          world.hold('portal', {
            calendars: [
              {
                ref: 'portalcalendar:default/any',
                title: 'Any',
                owner: 'group:default/any',
                origin: { kind: 'portal' },
                windows,
              },
            ],
            unreadable: [],
          });
          const answer = await view({ selection: place, rows: 'team' });
          const known = [
            ...world.state.content.snapshot(0).services.values(),
          ].filter(({ environments }) =>
            environments.some(
              ({ name, region }) =>
                (place.environment ?? name) === name &&
                (place.region ?? region) === region,
            ),
          );
          const isShown = (count: number) =>
            count > 0 || Object.keys(place).length === 0;
          const expected = windows.flatMap(({ id, scope }) => {
            const bound = known.filter(one => isFor(scope, one, place));
            return isShown(bound.length) ? [[id, bound.length]] : [];
          });
          expect(
            answer.windows.map(({ windowId, services: count }) => [
              windowId,
              count,
            ]),
          ).toEqual(expected);
          for (const row of answer.rows ?? []) {
            const team = known.filter(
              ({ entity }) => row.id === `group:default/${entity.spec?.owner}`,
            );
            expect(row.services).toBe(team.length);
            expect(row.windows.map(at => answer.windows[at].windowId)).toEqual(
              windows.flatMap(({ id, scope }) =>
                team.some(one => isFor(scope, one, place)) ? [id] : [],
              ),
            );
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
