import type { Entity } from '@backstage/catalog-model';
import { formatProblem } from '@continuity/engine';
import { entityProblems } from './entityProblems';

const problemsOf = (entity: Entity) =>
  entityProblems(entity).map(formatProblem);

const component = (continuity: unknown, kind = 'Component'): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind,
  metadata: { name: 'a', namespace: 'default' },
  spec: JSON.parse(JSON.stringify({ type: 'service', continuity })),
});

const businessFunction = (changes: object): Entity => ({
  apiVersion: 'continuity.dev/v1',
  kind: 'BusinessFunction',
  metadata: { name: 'take-payments', namespace: 'default' },
  spec: JSON.parse(
    JSON.stringify({
      owner: 'payments',
      supportedBy: ['component:default/payments-api'],
      ...changes,
    }),
  ),
});

const calendar = (changes: object): Entity => ({
  apiVersion: 'continuity.dev/v1',
  kind: 'FreezeCalendar',
  metadata: { name: 'month-end', namespace: 'default' },
  spec: JSON.parse(
    JSON.stringify({
      owner: 'payments',
      timezone: 'Europe/Zurich',
      windows: [
        {
          id: 'month-end',
          title: 'Month-end close',
          reason: 'Books are closed',
          start: '2026-01-30T18:00:00',
          duration: 'P3D',
        },
      ],
      ...changes,
    }),
  ),
});

describe('spec.continuity', () => {
  it.each([undefined, {}, { tier: 'tier-1', rto: 'PT1H', rpo: 'PT0S' }])(
    'takes %j',
    block => {
      expect(problemsOf(component(block))).toEqual([]);
    },
  );

  it.each<[string, { type: string; substitutes?: string[] }, string[]]>([
    ['Resource', { type: 'saas' }, []],
    [
      'Resource',
      { type: 'database' },
      [
        'spec.continuity.saas: has no meaning on a Resource of type "database"; expected it on a Resource of type "saas"',
      ],
    ],
    [
      'Component',
      { type: 'saas' },
      [
        'spec.continuity.saas: has no meaning on a Component of type "saas"; expected it on a Resource of type "saas"',
      ],
    ],
    [
      'Resource',
      { type: 'saas', substitutes: ['resource:default/a'] },
      [
        'spec.continuity.saas.substitutes.0: "resource:default/a" is the entity itself; expected another',
      ],
    ],
    [
      'Resource',
      { type: 'saas', substitutes: ['resource:default/a b'] },
      [
        'spec.continuity.saas.substitutes.0: "resource:default/a b" is not an entity ref, e.g. component:default/ledger',
      ],
    ],
  ])(
    'reads a contract on a %s with %j',
    (kind, { type, ...rest }, problems) => {
      const entity = component(
        { saas: { vendor: 'Nordgate AS', ...rest } },
        kind,
      );
      expect(problemsOf({ ...entity, spec: { ...entity.spec, type } })).toEqual(
        problems,
      );
    },
  );

  it("is nobody else's business on other kinds", () => {
    expect(problemsOf(component({ rto: '1 hour' }, 'Template'))).toEqual([]);
  });

  it.each<[unknown, string[]]>([
    [null, ['spec.continuity: null is not a continuity block']],
    [
      { rto: '1 hour' },
      ['spec.continuity.rto: "1 hour" is not an ISO 8601 duration, e.g. PT1H'],
    ],
    [
      { rto: '-PT1H', rpo: 60 },
      [
        'spec.continuity.rto: "-PT1H" is not an ISO 8601 duration, e.g. PT1H',
        'spec.continuity.rpo: 60 is not an ISO 8601 duration, e.g. PT1H',
      ],
    ],
    [
      { rot: 'PT1H' },
      [
        'spec.continuity.rot: "rot" is not known here; expected one of tier, rto, rpo, impact, rollbackOwner, environments, dependencies, availability, availabilityTarget, recoveryTime, saas',
      ],
    ],
    [
      { rollbackOwner: 'component:default/a' },
      [
        'spec.continuity.rollbackOwner: "component:default/a" is not a reference to a user or group, e.g. group:default/team-payments',
      ],
    ],
    [
      {
        dependencies: [
          { ref: 'ledger' },
          { ref: 'component:default/a b' },
          { ref: 'component:A' },
        ],
      },
      [
        'spec.continuity.dependencies.0.ref: "ledger" is not an entity reference, e.g. component:default/ledger',
        'spec.continuity.dependencies.1.ref: "component:default/a b" is not an entity ref, e.g. component:default/ledger',
        'spec.continuity.dependencies.2.ref: "component:A" is the entity itself; expected another',
      ],
    ],
  ])('refuses %j', (block, problems) => {
    expect(problemsOf(component(block))).toEqual(problems);
  });
});

describe('BusinessFunction', () => {
  it('takes a full one', () => {
    expect(
      problemsOf(
        businessFunction({
          tier: 'tier-1',
          rto: 'PT2H',
          impact: [{ category: 'financial', intolerableAfter: 'PT4H' }],
          peaks: [{ title: 'Payday', description: 'The 25th' }, { title: 'X' }],
          supportedBy: ['component:default/payments-api', 'system:core'],
        }),
      ),
    ).toEqual([]);
  });

  it.each<[object, string[]]>([
    [
      { owner: undefined },
      [
        'spec.owner: is missing; expected an entity ref, e.g. group:default/payments',
      ],
    ],
    [
      { supportedBy: [] },
      [
        'spec.supportedBy: [] is not a list of at least one entity ref, e.g. [component:default/payments-api]',
      ],
    ],
    [
      { supportedBy: ['payments-api', 'group:default/payments'] },
      [
        'spec.supportedBy: "payments-api" is not an entity ref that names its kind, e.g. component:default/payments-api',
        'spec.supportedBy: "group:default/payments" is not an entity ref of kind Component, Resource, System, API, e.g. component:default/payments-api',
      ],
    ],
    [
      {
        rto: 'soon',
        impact: [{ category: 'weather', intolerableAfter: 'PT4H' }],
      },
      [
        'spec.rto: "soon" is not an ISO 8601 duration, e.g. PT1H',
        'spec.impact.0.category: "weather" is not one of financial, regulatory, customer, safety, reputation, operational',
      ],
    ],
    [
      {
        peaks: [
          'Payday',
          { title: ' ' },
          { title: 'Sales', start: '2026-11-27', timezone: 'Mars/Olympus' },
        ],
      },
      [
        expect.stringMatching(/^spec\.peaks\.0: "Payday" is not /),
        expect.stringMatching(/^spec\.peaks\.1\.title: " " is not /),
        expect.stringMatching(
          /^spec\.peaks\.2\.timezone: "Mars\/Olympus" is not /,
        ),
      ],
    ],
    [
      { rpo: 'PT1H' },
      [
        'spec.rpo: "rpo" is not known here; expected one of owner, tier, rto, availabilityTarget, impact, peaks, supportedBy',
      ],
    ],
  ])('finds what is wrong with %j', (changes, problems) => {
    expect(problemsOf(businessFunction(changes))).toEqual(problems);
  });

  it('says that a spec is missing', () => {
    expect(problemsOf({ ...businessFunction({}), spec: undefined })).toEqual([
      'spec: is missing; expected an object with owner and supportedBy',
    ]);
  });
});

describe('FreezeCalendar', () => {
  it.each([{}, { freezes: [] }, { freezes: ['component:payments-api'] }])(
    'takes %j',
    changes => {
      expect(problemsOf(calendar(changes))).toEqual([]);
    },
  );

  it('says that a spec is missing', () => {
    expect(problemsOf({ ...calendar({}), spec: undefined })).toEqual([
      'spec: is missing; expected the spec of a freeze calendar',
    ]);
  });

  it.each<[object, string[]]>([
    [
      { owner: undefined },
      [
        'spec.owner: is missing; expected a reference to a group or user, e.g. group:default/finance-operations',
      ],
    ],
    [
      { owner: 'finance operations' },
      [
        'spec.owner: "finance operations" is not an entity ref, e.g. group:default/payments',
      ],
    ],
    [
      { freezes: ['a b', 'group:default/payments'] },
      [
        'spec.freezes: "a b" is not an entity ref, e.g. component:default/payments-api',
        'spec.freezes: "group:default/payments" is not an entity ref of kind Component, Resource, System, API, e.g. component:default/payments-api',
      ],
    ],
    [
      { timezone: 'Mars/Olympus', windows: [] },
      [
        'spec.timezone: "Mars/Olympus" is not an IANA time zone, e.g. Europe/Zurich',
        'spec.windows: [] is not a list of windows, not empty',
      ],
    ],
    [
      { windows: [{ id: 'Month End', until: '2026' }] },
      [
        'spec.windows.0.id: "Month End" is not an id of lower-case letters, digits and dashes, at most 63, e.g. month-end',
        'spec.windows.0.title: is missing; expected a text',
        'spec.windows.0.reason: is missing; expected a text',
        'spec.windows.0.start: is missing; expected a date or time',
        expect.stringMatching(
          /^spec\.windows\.0\.until: "until" is not known here; expected one of id, title, /,
        ),
      ],
    ],
    [
      { scope: { entities: { $nope: [] } } },
      [expect.stringMatching(/^spec\.scope\.entities: /)],
    ],
  ])('finds what is wrong with %j', (changes, problems) => {
    expect(problemsOf(calendar(changes))).toEqual(problems);
  });
});

describe('HolidayCalendar', () => {
  const holidays = (spec: object): Entity => ({
    apiVersion: 'continuity.dev/v1',
    kind: 'HolidayCalendar',
    metadata: { name: 'switzerland', namespace: 'default' },
    spec: JSON.parse(JSON.stringify(spec)),
  });

  it('takes a good one', () => {
    expect(
      problemsOf(
        holidays({
          owner: 'payments',
          days: [{ date: '2026-12-25', title: 'Christmas' }],
        }),
      ),
    ).toEqual([]);
  });

  it('finds what is wrong', () => {
    expect(
      problemsOf(
        holidays({ days: [{ date: '25.12.2026', title: 'Christmas' }] }),
      ),
    ).toEqual([
      expect.stringMatching(/^spec\.owner: is missing/),
      expect.stringMatching(/^spec\.days\.0\.date: "25\.12\.2026" is not /),
    ]);
  });
});
