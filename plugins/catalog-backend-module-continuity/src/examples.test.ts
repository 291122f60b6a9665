import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import {
  parseEntityRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import {
  builtinEvidenceKinds,
  continuityPlanReviewed,
  createEvidenceRegistry,
  decide,
  defaultGateSettings,
  defaultTierSettings,
  describeContinuity,
  lastDeploymentSucceeded,
  materialise,
  parseContinuitySpec,
  parseFreezeCalendar,
  systemsOf,
  parseSubmission,
  rollbackPlanCurrent,
  runCheck,
  type Check,
  type Evidence,
  type EvidenceSubmission,
  type GateVerdict,
  type ReleaseClass,
} from '@continuity/engine';
import { parse } from 'yaml';
import {
  bank,
  entitiesByRef as byRef,
  entitiesOfKind as ofKind,
  exampleEntity as get,
  root,
  suite,
} from './__testUtils__/exampleOrganisation';
import { entityProblems } from './processor/entityProblems';

const entities = [...bank, ...suite];
const continuityOf = (entity: Entity) => entity.spec?.continuity;

/** Every place in which one entity of the example names another. */
function namedRefs(entity: Entity): string[] {
  const spec = (entity.spec ?? {}) as Record<string, unknown>;
  const continuity = (spec.continuity ?? {}) as {
    rollbackOwner?: string;
    dependencies?: { ref: string }[];
  };
  const list = (value: unknown) =>
    [value].flat().filter(item => typeof item === 'string');
  const refs = (values: unknown, defaultKind: string) =>
    list(values).map(ref =>
      stringifyEntityRef(parseEntityRef(ref, { defaultKind })),
    );
  return [
    ...refs(spec.owner, 'group'),
    ...refs(spec.memberOf, 'group'),
    ...refs(spec.parent, 'group'),
    ...refs(spec.children, 'group'),
    ...refs(spec.system, 'system'),
    ...refs(spec.domain, 'domain'),
    ...refs(spec.dependsOn, 'component'),
    ...refs(spec.providesApis, 'api'),
    ...refs(spec.consumesApis, 'api'),
    ...refs(spec.supportedBy, 'component'),
    ...refs(spec.freezes, 'component'),
    ...refs(continuity.rollbackOwner, 'group'),
    ...refs(
      continuity.dependencies?.map(({ ref }) => ref),
      'component',
    ),
  ];
}

describe('the example organisation', () => {
  it('is large enough to be worth looking at', () => {
    const count = (kind: string) => ofKind(kind).length;
    expect(count('Component')).toBeGreaterThanOrEqual(60);
    expect(count('System')).toBeGreaterThanOrEqual(12);
    expect(count('BusinessFunction')).toBeGreaterThanOrEqual(10);
    expect(count('Resource')).toBeGreaterThanOrEqual(15);
    expect(count('User')).toBeGreaterThanOrEqual(18);
  });

  it('names nothing twice', () => {
    expect(byRef.size).toBe(entities.length);
  });

  it.each(
    entities.map(entity => [stringifyEntityRef(entity), entity] as const),
  )('%s names only what exists, and nothing in it is wrong', (_, entity) => {
    expect(namedRefs(entity).filter(ref => !byRef.has(ref))).toEqual([]);
    expect(entityProblems(entity)).toEqual([]);
  });

  it('embeds no neighbouring file, which a location on disk cannot', () => {
    expect(JSON.stringify(entities)).not.toMatch(/"\$(text|json|yaml)"/);
  });

  it('has people who can sign in', () => {
    const emails = ofKind('User').map(
      user =>
        (user.spec as { profile?: { email?: string } }).profile?.email ?? '',
    );
    expect(emails.filter(email => !email.includes('@'))).toEqual([]);
    expect(new Set(emails).size).toBe(emails.length);
  });

  it('has every team a member, so that every approval can be tried', () => {
    const members = new Set(ofKind('User').flatMap(namedRefs));
    const teams = ofKind('Group')
      .filter(group => group.spec?.type === 'team')
      .map(stringifyEntityRef);
    expect(teams.filter(team => !members.has(team))).toEqual([]);
  });

  it('tells every story of a classification', () => {
    const components = ofKind('Component');
    const profiles = components.map(component =>
      describeContinuity(continuityOf(component), defaultTierSettings),
    );
    const tiers = new Set(profiles.map(({ tier }) => tier?.id));
    expect([...tiers].sort()).toEqual(
      ['tier-1', 'tier-2', 'tier-3', 'tier-4', undefined].sort(),
    );
    expect(
      components.filter(component => !continuityOf(component)).length,
    ).toBeGreaterThanOrEqual(8);
    expect(
      profiles.filter(({ tier }) => tier?.source === 'derived').length,
    ).toBeGreaterThanOrEqual(4);
    const findings = profiles.flatMap(profile => profile.findings);
    expect(new Set(findings.map(({ id }) => id))).toEqual(
      new Set([
        'tier-weaker-than-impact',
        'tier-stricter-than-impact',
        'rto-exceeds-impact',
        'rto-exceeds-every-tier',
        'unknown-tier',
      ]),
    );
    expect(findings.length).toBeLessThan(15);
  });

  it('has payments-api as the handbook describes it', () => {
    const paymentsApi = get('component:default/payments-api');
    expect(paymentsApi.spec?.owner).toBe('group:default/team-payments');
    expect(parseContinuitySpec(continuityOf(paymentsApi)).spec).toMatchObject({
      tier: 'tier-1',
      rto: 'PT1H',
      rpo: 'PT5M',
    });
    expect(
      describeContinuity(continuityOf(paymentsApi), defaultTierSettings)
        .findings,
    ).toEqual([]);
  });
});

describe("the example's traffic", () => {
  const calls: Record<string, Record<string, number>> = parse(
    readFileSync(path.join(root, 'examples/traffic/calls.yaml'), 'utf8'),
  );
  const traced = entities.flatMap(({ metadata }) =>
    (metadata.annotations?.['continuity.dev/traced-as'] ?? metadata.name).split(
      /,\s*/,
    ),
  );

  it('is between services of the example, but for the one that it tells of', () => {
    const names = Object.entries(calls).flatMap(([caller, called]) => [
      caller,
      ...Object.keys(called),
    ]);
    expect([...new Set(names)].filter(name => !traced.includes(name))).toEqual([
      'mainframe-bridge',
    ]);
  });

  it.each([
    ['payments-api', 'fraud-scoring', true, true],
    ['instant-payments', 'fraud-scoring', false, true],
    ['fraud-case-manager', 'payments-api', true, false],
    ['mobile-bff', 'savings-goals', true, false],
  ])(
    'tells of %s and %s: declared %s, called %s',
    (from, to, declared, called) => {
      const needed = namedRefs(get(`component:default/${from}`));
      expect([
        needed.includes(`component:default/${to}`),
        calls[from][to] !== undefined,
      ]).toEqual([declared, called]);
    },
  );
});

describe("the example's evidence", () => {
  const printed: EvidenceSubmission[] = JSON.parse(
    execFileSync(
      process.execPath,
      [path.join(root, 'examples/evidence/push.mjs'), '--print'],
      { encoding: 'utf8' },
    ),
  );
  const now = Date.now();
  const registry = createEvidenceRegistry(builtinEvidenceKinds);

  const evidence = printed.map((item, index): Evidence => {
    const parsed = parseSubmission(item, registry, { now });
    if (!parsed.ok) {
      throw new Error(`${item.externalId}: ${parsed.field} ${parsed.message}`);
    }
    return materialise(parsed.submission, parsed.kind, {
      id: String(index),
      receivedAt: now,
    });
  });

  const judge = (check: Check, entityRef: string, environment: string) =>
    runCheck(check, {
      now,
      entityRef,
      environment,
      profile: describeContinuity(
        continuityOf(get(entityRef)),
        defaultTierSettings,
      ),
      evidence,
    });

  it('is about services and people of the example only', () => {
    const people = evidence.flatMap(({ payload }) => {
      const named = payload as { decisionOwner?: string; reviewedBy?: string };
      return [named.decisionOwner, named.reviewedBy].filter(
        ref => ref !== undefined,
      );
    });
    const refs = [...evidence.map(({ entityRef }) => entityRef), ...people];
    expect(refs.filter(ref => !byRef.has(ref))).toEqual([]);
  });

  it('went only where the services are', () => {
    const astray = evidence.filter(
      ({ kind, entityRef, environment, region }) => {
        const { spec } = parseContinuitySpec(
          continuityOf(get(entityRef)) ?? {},
        );
        return (
          environment !== undefined &&
          spec?.environments !== undefined &&
          !spec.environments.some(
            place =>
              place.name === environment &&
              // A report without a region is about the whole environment.
              (place.region === region ||
                (region === undefined && kind !== 'deployment')),
          )
        );
      },
    );
    expect(astray.map(({ externalId }) => externalId)).toEqual([]);
  });

  it.each([
    ['payments-api', 'production', 'pass', 'pass', 'pass'],
    ['payments-api', 'production-dr', 'pass', 'pass', 'pass'],
    ['payments-api', 'staging', 'pass', 'pass', 'pass'],
    ['instant-payments', 'production', 'pass', 'unknown', 'pass'],
    ['atm-switch', 'production', 'fail', 'pass', 'pass'],
    ['card-tokenisation', 'production', 'pass', 'pass', 'fail'],
    ['sepa-gateway', 'production', 'unknown', 'pass', 'pass'],
    ['fraud-case-manager', 'production', 'pass', 'fail', 'pass'],
    ['mortgage-servicing', 'production', 'unknown', 'pass', 'pass'],
    ['notification-hub', 'production', 'pass', 'pass', 'unknown'],
    ['withholding-tax-engine', 'production', 'pass', 'pass', 'unknown'],
    ['swift-gateway', 'production-dr', 'pass', 'pass', 'unknown'],
    ['customer-360', 'production', 'unknown', 'unknown', 'unknown'],
  ])(
    'tells of %s in %s: plan %s, review %s, deployment %s',
    (name, environment, plan, review, deployed) => {
      const ref = `component:default/${name}`;
      const verdicts = [
        rollbackPlanCurrent,
        continuityPlanReviewed,
        lastDeploymentSucceeded,
      ].map(check => judge(check, ref, environment).verdict);
      expect(verdicts).toEqual([plan, review, deployed]);
    },
  );

  /** What a portal says that the example was pushed to on the morning of `at`. */
  const ask = (
    name: string,
    environment: string,
    releaseClass: ReleaseClass,
    at: number,
  ) => {
    const entityRef = `component:default/${name}`;
    const entity = get(entityRef);
    const block = continuityOf(entity);
    const { spec } = parseContinuitySpec(block ?? {});
    const later = at - now;
    return decide(
      { entityRef, environment, releaseClass, at },
      {
        entity: {
          entity,
          profile: describeContinuity(block, defaultTierSettings),
          environments: spec?.environments ?? [{ name: 'production' }],
          systems: systemsOf(entity),
          businessFunctions: [],
        },
        calendars: ofKind('FreezeCalendar').flatMap(
          calendar => parseFreezeCalendar(calendar).calendar ?? [],
        ),
        unreadableCalendars: [],
        evidence: evidence
          .filter(item => item.entityRef === entityRef)
          .map(item => ({
            ...item,
            observedAt: item.observedAt + later,
            receivedAt: item.receivedAt + later,
            expiresAt: item.expiresAt + later,
          })),
        now: at,
        catalogReadAt: at,
      },
      defaultGateSettings,
    );
  };

  const ordinary = '2026-11-24T10:00:00Z';
  const monthEnd = '2026-11-30T20:00:00Z';

  it.each<[string, string, ReleaseClass, string, GateVerdict, string]>([
    ['payments-api', 'production', 'standard', ordinary, 'allow', ''],
    ['payments-api', 'production-dr', 'standard', ordinary, 'allow', ''],
    ['payments-api', 'staging', 'standard', ordinary, 'allow', ''],
    ['payments-api', 'production', 'major', ordinary, 'needs-approval', ''],
    [
      'payments-api',
      'production',
      'standard',
      monthEnd,
      'deny',
      'month-end-close#month-end',
    ],
    ['payments-api', 'staging', 'standard', monthEnd, 'allow', ''],
    [
      'instant-payments',
      'production',
      'standard',
      ordinary,
      'deny',
      'continuity-plan-reviewed',
    ],
    [
      'atm-switch',
      'production',
      'standard',
      ordinary,
      'deny',
      'rollback-plan-current',
    ],
    [
      'sepa-gateway',
      'production',
      'standard',
      ordinary,
      'deny',
      'rollback-plan-current',
    ],
    [
      'card-tokenisation',
      'production',
      'standard',
      ordinary,
      'allow',
      'last-deployment-succeeded',
    ],
    ['customer-360', 'production', 'standard', ordinary, 'needs-approval', ''],
  ])(
    'lets the gate answer for %s in %s, %s, at %s: %s %s',
    (name, environment, releaseClass, at, verdict, rule) => {
      const answer = ask(name, environment, releaseClass, Date.parse(at));
      expect(answer.verdict).toBe(verdict);
      const deciding = answer.reasons
        .filter(reason => reason.verdict === verdict)
        .map(reason => reason.rule);
      expect(deciding.join()).toContain(rule);
    },
  );
});
