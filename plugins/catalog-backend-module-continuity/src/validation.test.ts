import type { Entity } from '@backstage/catalog-model';
import { startCatalog } from './__testUtils__/catalogBackend';

jest.setTimeout(60_000);

const component = (continuity?: object | null): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'a' },
  spec: {
    type: 'service',
    lifecycle: 'production',
    owner: 'payments',
    ...(continuity === undefined ? {} : { continuity: { ...continuity } }),
    ...(continuity === null ? { continuity } : {}),
  },
});

const businessFunction = (changes: object = {}): Entity => ({
  apiVersion: 'continuity.dev/v1',
  kind: 'BusinessFunction',
  metadata: { name: 'take-payments' },
  spec: {
    owner: 'payments',
    supportedBy: ['component:default/payments-api'],
    ...changes,
  },
});

const calendar = (changes: object = {}, window: object = {}): Entity => ({
  apiVersion: 'continuity.dev/v1',
  kind: 'FreezeCalendar',
  metadata: { name: 'month-end' },
  spec: {
    owner: 'user:default/ada',
    timezone: 'Europe/Zurich',
    windows: [
      {
        id: 'month-end',
        title: 'Month-end close',
        reason: 'Books are closed',
        start: '2026-01-30T18:00:00',
        duration: 'P3D',
        ...window,
      },
    ],
    ...changes,
  },
});

// Everything here has to pass the processor and the schema both: the schema
// must not refuse, in its own words, what the processor accepts.
const good: Array<[string, Entity]> = [
  ['no block', component()],
  ['an empty block', component({})],
  ['a tier', component({ tier: 'tier-1' })],
  [
    'durations of every unit',
    component({ rto: 'P1Y2M3W4DT5H6M7.5S', rpo: 'PT0S' }),
  ],
  ['a fraction', component({ rto: 'PT1.5H' })],
  [
    'the whole block',
    component({
      impact: [
        { category: 'customer', intolerableAfter: 'P1D', description: 'Anger' },
      ],
      rollbackOwner: 'user:ada',
      environments: [
        { name: 'production', region: 'eu-west-1', role: 'standby' },
        { name: 'production', region: 'eu_2.b' },
      ],
      dependencies: [
        { ref: 'resource:default/psp-a', group: 'psp', minAvailable: 2 },
        { ref: 'API:psp-b', group: 'psp', strength: 'soft' },
      ],
    }),
  ],
  ['a function', businessFunction()],
  ['a function in another namespace', businessFunction({ owner: 'bank/ops' })],
  ['a calendar', calendar()],
  ['a typed calendar', calendar({ type: 'financial-close' })],
  [
    'an all-day window',
    calendar({}, { start: '2026-01-30', duration: undefined }),
  ],
  [
    'a window with everything',
    calendar(
      {},
      {
        link: 'https://example.com',
        effect: 'freeze',
        enforcement: 'approval',
        end: '2026-02-02T08:00:00',
        duration: undefined,
        timezone: 'America/New_York',
        rrule: 'FREQ=MONTHLY;BYMONTHDAY=-1',
        exdates: ['2026-03-31T18:00:00'],
        scope: {
          tiers: ['tier-1', 'unclassified'],
          environments: ['production'],
          regions: ['eu-west-1'],
          classes: ['standard', 'major'],
          entities: { $not: { 'spec.type': 'website' } },
        },
      },
    ),
  ],
];

/** They decide what is frozen: kept out, they would freeze nothing. */
const wrongAndLetIn: Array<[string, Entity]> = [
  ['a calendar without a spec', { ...calendar(), spec: undefined }],
  ['a calendar without windows', calendar({ windows: undefined })],
  ['a calendar with an unknown field', calendar({ window: [] })],
  ['a calendar with a wrong zone', calendar({ timezone: 'Mars/Olympus' })],
  ['a calendar with a wrong owner', calendar({ owner: 'a:b:c d' })],
  ['a calendar with an owner of a wrong type', calendar({ owner: [7] })],
  ['a calendar that points at nothing', calendar({ freezes: ['', ':', 7] })],
  ['a window with a wrong enforcement', calendar({}, { enforcement: 'no' })],
  ['a window of a wrong type', calendar({ windows: { a: 1 } })],
  ['a wrong scope', calendar({ scope: { tiers: 'tier-1' } })],
  ['a wrong feed', calendar({ windows: undefined, feed: 'ftp://x' })],
  [
    'a function that nothing supports',
    businessFunction({ supportedBy: ['group:a', 'x y', 7] }),
  ],
  ['a function with a wrong peak', businessFunction({ peaks: 'Payday' })],
  ['a function with an unknown field', businessFunction({ rpo: 'PT1H' })],
  [
    'wrong holidays',
    {
      apiVersion: 'continuity.dev/v1',
      kind: 'HolidayCalendar',
      metadata: { name: 'switzerland' },
      spec: { days: 'none' },
    },
  ],
];

const bad: Array<[Entity, string]> = [
  [
    component({ rto: '1 hour' }),
    'spec.continuity.rto: "1 hour" is not an ISO 8601 duration, e.g. PT1H',
  ],
  [
    component({ rto: '1 hour', dependencies: [{ ref: 'ledger' }] }),
    'spec.continuity.rto: "1 hour" is not an ISO 8601 duration, e.g. PT1H; spec.continuity.dependencies.0.ref: "ledger" is not an entity reference, e.g. component:default/ledger',
  ],
  [component(null), 'spec.continuity: null is not a continuity block'],
  [
    component({ environments: [{ name: 'production', role: 'backup' }] }),
    'spec.continuity.environments.0.role: "backup" is not one of primary, secondary, standby',
  ],
  [component({ rot: 'PT1H' }), 'spec.continuity.rot: "rot" is not known here'],
];

describe('the processor', () => {
  let catalog: Awaited<ReturnType<typeof startCatalog>>;
  beforeAll(async () => {
    catalog = await startCatalog();
  });
  afterAll(async () => {
    await catalog?.stop();
  });

  it.each(good)('and the schema take %s', async (_, entity) => {
    expect(await catalog.refusalOf(entity)).toBeUndefined();
  });

  it.each(wrongAndLetIn)('and the schema let in %s', async (_, entity) => {
    expect(await catalog.refusalOf(entity)).toBeUndefined();
  });

  it.each(bad)('refuses %j', async (entity, message) => {
    const refusal = await catalog.refusalOf(entity);
    expect(refusal).toContain(message);
    // The schema has not spoken.
    expect(refusal).toMatch(
      /^Processor ContinuityEntityProcessor threw an error while validating the entity \S+; caused by InputError: /,
    );
  });

  it('leaves a version that it does not know to the catalog', async () => {
    expect(
      await catalog.refusalOf({
        ...calendar(),
        apiVersion: 'continuity.dev/v2',
      }),
    ).toContain('no version matching apiVersion "continuity.dev/v2"');
  });
});

describe('without the processor', () => {
  let catalog: Awaited<ReturnType<typeof startCatalog>>;
  beforeAll(async () => {
    catalog = await startCatalog({
      processorOptions: { ContinuityEntityProcessor: { disabled: true } },
    });
  });
  afterAll(async () => {
    await catalog?.stop();
  });

  it.each(good)('the schema takes %s', async (_, entity) => {
    expect(await catalog.refusalOf(entity)).toBeUndefined();
  });

  it.each(wrongAndLetIn)('the schema lets in %s', async (_, entity) => {
    expect(await catalog.refusalOf(entity)).toBeUndefined();
  });

  it.each([
    component({ rto: '1 hour' }),
    component(null),
    component({ rot: 'PT1H' }),
    component({ dependencies: [{ ref: 'ledger' }] }),
  ])('the schema refuses %j', async entity => {
    expect(await catalog.refusalOf(entity)).toMatch(
      /^Processor ModelProcessor/,
    );
  });
});
