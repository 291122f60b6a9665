import { resolve } from 'node:path';
import type { Entity } from '@backstage/catalog-model';
import { eventually, startCatalog } from './__testUtils__/catalogBackend';

const KINDS = [
  'Component',
  'Resource',
  'System',
  'API',
  'Group',
  'Location',
  'FreezeCalendar',
  'BusinessFunction',
  'HolidayCalendar',
];

const fixture = {
  type: 'file',
  target: resolve(__dirname, '__fixtures__/catalog.yaml'),
};

const relationsOf = (entity: Entity | undefined) =>
  (entity?.relations ?? []).map(r => `${r.type} ${r.targetRef}`).sort();

jest.setTimeout(60_000);

describe('a catalog with the module', () => {
  let catalog: Awaited<ReturnType<typeof startCatalog>>;

  beforeAll(async () => {
    catalog = await startCatalog({
      rules: [{ allow: KINDS }],
      locations: [fixture],
    });
  });
  afterAll(async () => {
    await catalog?.stop();
  });

  it.each([
    [
      'component:payments-api',
      [
        'dependsOn component:default/ledger',
        'dependsOn resource:default/psp-a',
        'dependsOn resource:default/psp-b',
        'frozenBy freezecalendar:default/month-end',
        'ownedBy group:default/payments',
        'supports businessfunction:default/take-payments',
      ],
    ],
    [
      'component:ledger',
      [
        'dependencyOf component:default/payments-api',
        'frozenBy freezecalendar:default/mistaken',
        'ownedBy group:default/payments',
      ],
    ],
    [
      'resource:psp-b',
      [
        'dependencyOf component:default/payments-api',
        'ownedBy group:default/payments',
      ],
    ],
    [
      'system:retail-payments',
      [
        'dependsOn api:default/card-scheme',
        'ownedBy group:default/payments',
        'supports businessfunction:default/take-payments',
      ],
    ],
    [
      'api:card-scheme',
      [
        'dependencyOf system:default/retail-payments',
        'ownedBy group:default/payments',
      ],
    ],
    [
      'freezecalendar:month-end',
      [
        'freezes component:default/payments-api',
        'ownedBy group:default/payments',
      ],
    ],
    [
      'businessfunction:take-payments',
      [
        'ownedBy group:default/payments',
        'supportedBy component:default/payments-api',
        'supportedBy system:default/retail-payments',
      ],
    ],
    ['holidaycalendar:switzerland', ['ownedBy group:default/payments']],
    // What can be read of one that cannot be read as a whole.
    [
      'freezecalendar:mistaken',
      ['freezes component:default/ledger', 'ownedBy group:default/payments'],
    ],
    ['businessfunction:mistaken', ['supportedBy component:default/card-desk']],
  ])('gives %s its relations', async (ref, relations) => {
    await eventually(async () => {
      expect(relationsOf(await catalog.entity(ref))).toEqual(relations);
    });
  });

  it('keeps the declaration as it was written', async () => {
    await eventually(async () => {
      const entity = await catalog.entity('freezecalendar:month-end');
      expect(entity?.spec?.scope).toMatchObject({
        entities: {
          $any: [
            { 'spec.type': 'service' },
            { 'spec.type': { $in: ['website', 'saas'] } },
          ],
        },
      });
    });
  });

  it('lets its owner own the new kinds', async () => {
    await eventually(async () => {
      expect(relationsOf(await catalog.entity('group:payments'))).toEqual(
        expect.arrayContaining([
          'ownerOf freezecalendar:default/month-end',
          'ownerOf businessfunction:default/take-payments',
        ]),
      );
    });
  });

  it.each([
    [
      'freezecalendar:mistaken',
      /^spec\.timezone: "Mars\/Olympus" is not an IANA time zone.*; .*spec\.freezes: "no ref" is not an entity ref/,
    ],
    ['businessfunction:mistaken', /^spec\.owner: .*spec\.supportedBy: /],
    ['holidaycalendar:mistaken', /^spec\.days\.0\.date: "Christmas" is not /],
  ])('lets %s in, and writes on it what is wrong', async (ref, problems) => {
    await eventually(async () => {
      const entity = await catalog.entity(ref);
      expect(entity?.metadata.annotations?.['continuity.dev/problems']).toMatch(
        problems,
      );
    });
  });

  it('takes off what an author has written in its place', async () => {
    await eventually(async () => {
      const entity = await catalog.entity('freezecalendar:month-end');
      expect(entity).toBeDefined();
      expect(Object.keys(entity?.metadata.annotations ?? {})).not.toContain(
        'continuity.dev/problems',
      );
    });
  });

  it('refuses a bad declaration in words, and keeps it out', async () => {
    await eventually(() => {
      expect(catalog.refusals.get('careless')).toContain(
        'spec.continuity.rto: "1 hour" is not an ISO 8601 duration, e.g. PT1H',
      );
    });
    expect(await catalog.entity('component:careless')).toBeUndefined();
    expect([...catalog.refusals.keys()]).toEqual(['careless']);
  });
});

describe('a catalog without a rule for the new kinds', () => {
  it('refuses the file that holds one, and says why', async () => {
    const catalog = await startCatalog({
      rules: [{ allow: KINDS.filter(kind => kind !== 'FreezeCalendar') }],
      locations: [fixture],
    });
    try {
      await eventually(() => {
        expect([...catalog.refusals.values()].join()).toContain(
          'Entity freezecalendar:default/month-end at file:',
        );
      });
      expect([...catalog.refusals.values()].join()).toContain(
        'is not of an allowed kind for that location',
      );
      expect(await catalog.entity('component:payments-api')).toBeUndefined();
    } finally {
      await catalog.stop();
    }
  });
});
