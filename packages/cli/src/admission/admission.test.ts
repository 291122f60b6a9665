import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import continuity from '@continuity/plugin-continuity-backend';
import {
  deploymentOf,
  DIGEST,
  IMAGE,
  POD,
  podOf,
  REPLICA_SET_CONTROLLER,
  REPLICA_SET_OWNER,
  reviewOf,
} from './__testUtils__/reviews';
import { startSwitch, type Switch } from './__testUtils__/startSwitch';
import {
  startWebhook,
  type RunningTestWebhook,
} from './__testUtils__/startWebhook';

jest.setTimeout(120_000);

const TOKEN = mockCredentials.service.header().slice('Bearer '.length);
const auth = { headers: { authorization: `Bearer ${TOKEN}` } };
const HOUR_MS = 3_600_000;
const moment = (hours: number) =>
  new Date(Date.now() + hours * HOUR_MS).toISOString().slice(0, 19);

const service = (
  name: string,
  tier: string | undefined,
  kubernetesId?: string,
) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name,
    namespace: 'default',
    ...(kubernetesId && {
      annotations: { 'backstage.io/kubernetes-id': kubernetesId },
    }),
  },
  spec: {
    type: 'service',
    lifecycle: 'production',
    owner: 'team-payments',
    continuity: {
      ...(tier && { tier }),
      environments: [
        { name: 'production', region: 'eu' },
        { name: 'staging', region: 'eu' },
      ],
    },
  },
});

const FREEZE = {
  apiVersion: 'continuity.dev/v1',
  kind: 'FreezeCalendar',
  metadata: { name: 'month-end', namespace: 'default', title: 'Month-end' },
  spec: {
    owner: 'group:default/finance',
    type: 'financial-close',
    timezone: 'UTC',
    scope: { tiers: ['tier-3'], environments: ['production'] },
    windows: [
      {
        id: 'close',
        title: 'Month-end close',
        reason: 'The books of the month are closed.',
        start: moment(-1),
        end: moment(5),
      },
    ],
  },
};

const SETTINGS = {
  region: 'eu',
  namespaces: [
    { match: 'payments', environment: 'production' },
    { match: '*-staging', environment: 'staging' },
  ],
  passWithoutAnswer: ['tier-1', 'tier-3', 'tier-4'],
  portalUrl: 'https://portal.example',
};

let portal: TestBackend;
let way: Switch;
const open: RunningTestWebhook[] = [];

beforeAll(async () => {
  const scheduler = mockServices.scheduler();
  portal = await startTestBackend({
    features: [
      continuity,
      catalogServiceMock.factory({
        entities: [
          service('ledger', 'tier-1'),
          service('reports', 'tier-3'),
          service('payments-api', 'tier-4'),
          service('statements', 'tier-4', 'stm-7'),
          service('newcomer', undefined),
          FREEZE,
        ],
      }),
      mockServices.rootConfig.factory({
        data: { app: { baseUrl: 'https://portal.example' } },
      }),
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
    ],
  });
  way = await startSwitch(Number(portal.server.port()));
  // The catalog counts once readings agree on it for some seconds.
  for (let read = false; !read; ) {
    await new Promise(done => setTimeout(done, 500));
    await scheduler.triggerTask('continuity-catalog-watch');
    read = (await fetch(`${way.url}/api/continuity/calendars`, auth)).ok;
  }
});

afterAll(async () => {
  await way.close();
  await portal.stop();
});

afterEach(async () => {
  await way.turn('through');
  await Promise.all(open.splice(0).map(webhook => webhook.close()));
});

async function start(settings: object = {}, more: string[] = []) {
  const webhook = await startWebhook(
    way.url,
    TOKEN,
    { ...SETTINGS, ...settings },
    more,
  );
  open.push(webhook);
  return webhook;
}

/** Entries of the ledger, and of them the decisions. */
async function recorded() {
  const response = await fetch(
    `http://localhost:${portal.server.port()}/api/continuity/gate/decisions?limit=200`,
    auth,
  );
  const { items } = await response.json();
  return items as { id: string; request: Record<string, string> }[];
}

const of = (name: string, parts = {}) =>
  reviewOf({ object: deploymentOf({ service: name, ...parts }) });

describe('with the portal', () => {
  it('allows, and the decision is recorded', async () => {
    const webhook = await start();
    const response = await webhook.review(of('payments-api'));
    expect(response).toEqual({
      uid: expect.any(String),
      allowed: true,
      auditAnnotations: {
        mode: 'enforce',
        outcome: 'allow',
        entity: 'component:default/payments-api',
        environment: 'production',
        region: 'eu',
        decisions: expect.stringMatching(/^[0-9a-f-]{36}$/),
      },
    });
    const decision = (await recorded()).find(
      ({ id }) => id === response.auditAnnotations?.decisions,
    );
    expect(decision?.request).toMatchObject({
      entity: 'component:default/payments-api',
      environment: 'production',
      region: 'eu',
      artifactDigest: DIGEST,
    });
  });

  it('denies by a freeze, and says why, until when, and what to do', async () => {
    const webhook = await start();
    const response = await webhook.review(of('reports'));
    expect(response.allowed).toBe(false);
    expect(response.status).toMatchObject({ code: 403, reason: 'Forbidden' });
    const { message = '' } = response.status ?? {};
    expect(message).toContain(
      'component:default/reports may not be deployed to production, eu now.',
    );
    expect(message).toMatch(/Month-end close/);
    expect(message).toMatch(/Until \d{4}-.*Next: .*It opens at \d{4}-/);
    expect(message).toMatch(/Decision [0-9a-f-]{36}\./);
    expect(message).toContain(
      'https://portal.example/catalog/default/component/reports/continuity',
    );
  });

  it('denies by checks that are unknown, and says what would make them known', async () => {
    const webhook = await start();
    const { allowed, status } = await webhook.review(of('ledger'));
    expect(allowed).toBe(false);
    expect(status?.message).toMatch(/rollback plan.*Next: /i);
  });

  it('hands on class, change and going back as the annotations say', async () => {
    const webhook = await start();
    const { allowed, status, auditAnnotations } = await webhook.review(
      of('reports', {
        annotations: {
          'continuity.dev/class': 'emergency',
          'continuity.dev/change': 'CHG-17',
          'continuity.dev/operation': 'rollback',
        },
      }),
    );
    expect([allowed, auditAnnotations?.outcome]).toEqual([
      false,
      'needs-approval',
    ]);
    expect(status?.message).toContain('needs an approval');
    const [{ request }] = await recorded();
    expect(request).toMatchObject({
      class: 'emergency',
      change: 'CHG-17',
      operation: 'rollback',
    });
  });

  it('takes the environment from the namespace', async () => {
    const webhook = await start();
    const { allowed, auditAnnotations } = await webhook.review({
      ...reviewOf({
        namespace: 'reports-staging',
        object: deploymentOf({ service: 'reports' }),
      }),
    });
    expect([allowed, auditAnnotations?.environment]).toEqual([true, 'staging']);
  });

  it('finds a service by the id that its annotation has', async () => {
    const webhook = await start();
    const object = {
      ...deploymentOf(),
      metadata: {
        name: 'stm',
        labels: { 'backstage.io/kubernetes-id': 'stm-7' },
      },
    };
    const { auditAnnotations } = await webhook.review(reviewOf({ object }));
    expect(auditAnnotations).toMatchObject({
      entity: 'component:default/statements',
    });
  });

  it('judges what is put into a running pod to debug it', async () => {
    const webhook = await start();
    const oldObject = podOf({
      service: 'reports',
      ownerReferences: [REPLICA_SET_OWNER],
    });
    const debugger_ = { name: 'debugger', image: 'busybox:1.37' };
    const review = reviewOf({
      ...POD,
      operation: 'UPDATE',
      subResource: 'ephemeralcontainers',
      oldObject,
      object: {
        ...oldObject,
        spec: { ...oldObject.spec, ephemeralContainers: [debugger_] },
      },
    });
    const { allowed, status } = await webhook.review(review);
    expect(allowed).toBe(false);
    expect(status?.message).toContain('Month-end close');
  });

  it('records nothing of a dry run', async () => {
    const webhook = await start();
    const before = (await recorded()).length;
    const allowed = await webhook.review({
      ...reviewOf({ dryRun: true }),
    });
    const denied = await webhook.review(
      reviewOf({ dryRun: true, object: deploymentOf({ service: 'reports' }) }),
    );
    expect([allowed.allowed, denied.allowed]).toEqual([true, false]);
    expect(allowed.auditAnnotations).not.toHaveProperty('decisions');
    expect(await recorded()).toHaveLength(before);
  });

  it.each([
    ['a service that is not in the catalog', 'stranger'],
    ['nothing that names a service', ''],
  ])('denies %s, or warns', async (_, name) => {
    const strict = await start();
    const denied = await strict.review(of(name));
    expect([denied.allowed, denied.auditAnnotations?.outcome]).toEqual([
      false,
      'unknown',
    ]);
    expect(denied.status?.message).toMatch(/Next: .*catalog/);
    const lenient = await start({ unknownWorkloads: 'warn' });
    const warned = await lenient.review(of(name));
    expect(warned).toMatchObject({
      allowed: true,
      warnings: [expect.stringMatching(/service/)],
      auditAnnotations: { outcome: 'unknown' },
    });
  });

  it('lets everything through in audit mode, and says what it would have done', async () => {
    const webhook = await start({ mode: 'audit' });
    const before = (await recorded()).length;
    const response = await webhook.review(of('reports'));
    expect(response.allowed).toBe(true);
    expect(response.status).toBeUndefined();
    expect(response.warnings?.[0]).toMatch(/^Audit only, would be denied: /);
    expect(response.warnings?.[0].length).toBeLessThanOrEqual(120);
    expect(response.auditAnnotations).toMatchObject({
      mode: 'audit',
      outcome: 'deny',
      'would-deny': expect.stringContaining('Month-end close'),
    });
    expect(await recorded()).toHaveLength(before);
  });

  it('answers a burst of 200, and asks the gate once for what is the same', async () => {
    // Longer than the slowest machine takes for 200 handshakes.
    const webhook = await start({ reuseFor: '60s' });
    const before = (await recorded()).length;
    const owned = {
      ...POD,
      object: podOf({ ownerReferences: [REPLICA_SET_OWNER] }),
    };
    const reviews = Array.from({ length: 50 }, () => [
      // By the controller: judged with their owner.
      reviewOf({ ...owned, username: REPLICA_SET_CONTROLLER }),
      // By hand, whatever they say of an owner: judged by themselves.
      reviewOf(owned),
      of('payments-api'),
      of('reports'),
    ]).flat();
    const responses = await Promise.all(
      reviews.map(review => webhook.review(review)),
    );
    const outcomes = responses.map(
      ({ allowed, auditAnnotations }) =>
        `${auditAnnotations?.outcome} ${allowed}`,
    );
    const expected = ['owned true', 'allow true', 'allow true', 'deny false'];
    expect(outcomes).toEqual(Array.from({ length: 50 }, () => expected).flat());
    expect((await recorded()).length - before).toBe(2);
    const { body } = await webhook.health('/metrics');
    expect(body).toMatch(/gate_questions_total\{decided="true"\} 2\n/);
    expect(body).toMatch(/reviews_total\{outcome="deny",allowed="false"\} 50/);
  });

  it('asks for every image that has a digest, and warns of what has none', async () => {
    const webhook = await start();
    const before = (await recorded()).length;
    const images = [
      IMAGE,
      `registry.example/migrations@sha256:${'b'.repeat(64)}`,
      'registry.example/log-shipper:latest',
    ];
    const { allowed, warnings } = await webhook.review(
      of('payments-api', { images }),
    );
    expect(allowed).toBe(true);
    expect(warnings).toEqual([
      expect.stringContaining('registry.example/log-shipper:latest'),
    ]);
    expect((await recorded()).length - before).toBe(2);
    const strict = await start({ tags: 'deny' });
    const denied = await strict.review(of('payments-api', { images }));
    expect([denied.allowed, denied.status?.code]).toEqual([false, 422]);
    const ignoring = await start({
      tags: 'deny',
      ignoreImages: ['registry.example/log-*'],
    });
    expect(
      (await ignoring.review(of('payments-api', { images }))).allowed,
    ).toBe(true);
  });
});

describe('without the portal', () => {
  it.each(['down', 'silent'] as const)('decides by tier (%s)', async how => {
    const webhook = await start({ answerWithin: '400ms' });
    await way.turn(how);
    const answers = await Promise.all(
      ['ledger', 'reports', 'payments-api', 'newcomer', 'stranger'].map(name =>
        webhook.review(of(name)),
      ),
    );
    expect(
      answers.map(({ allowed, status, auditAnnotations }) => [
        allowed,
        status?.code,
        auditAnnotations?.outcome,
        auditAnnotations?.tier,
      ]),
    ).toEqual([
      // Of a core tier: whatever the settings say.
      [false, 503, 'no-answer', 'tier-1'],
      [true, undefined, 'no-answer', 'tier-3'],
      [true, undefined, 'no-answer', 'tier-4'],
      // Of no tier, or not known: as of the strictest.
      [false, 503, 'no-answer', 'unclassified'],
      [false, 503, 'no-answer', undefined],
    ]);
    expect(answers[1].warnings).toEqual([
      expect.stringContaining('Continuity has no answer'),
    ]);
    expect(answers[0].status?.message).toContain('Next: try again');
  });

  it('answers before the API server gives up', async () => {
    const webhook = await start();
    await way.turn('silent');
    const began = Date.now();
    const { allowed } = await webhook.review(of('ledger'), '?timeout=2s');
    expect(allowed).toBe(false);
    expect(Date.now() - began).toBeLessThan(1_900);
  });

  it('lets no tier pass once the reading of the services is too old', async () => {
    const webhook = await start({ maxAge: '1s', refreshEvery: '1h' });
    await way.turn('down');
    expect((await webhook.review(of('payments-api'))).allowed).toBe(true);
    await new Promise(done => setTimeout(done, 1_100));
    const { allowed, status } = await webhook.review(of('payments-api'));
    expect(allowed).toBe(false);
    expect(status?.message).toContain('which is too long');
  });

  it('starts without it, lets what is owned pass, and recovers', async () => {
    await way.turn('down');
    const webhook = await start({
      refreshEvery: '1s',
      firstReadingWithin: '1s',
    });
    expect((await webhook.health('/readyz')).status).toBe(200);
    expect((await webhook.review(of('payments-api'))).allowed).toBe(false);
    const pod = reviewOf({
      ...POD,
      object: podOf({ ownerReferences: [REPLICA_SET_OWNER] }),
      username: REPLICA_SET_CONTROLLER,
    });
    expect((await webhook.review(pod)).allowed).toBe(true);
    await way.turn('through');
    expect((await webhook.review(of('payments-api'))).allowed).toBe(true);
  });

  it('has no answer from a portal that does not know its token', async () => {
    const token = mockCredentials.service.invalidToken();
    const webhook = await startWebhook(way.url, token, SETTINGS);
    open.push(webhook);
    const { allowed, status } = await webhook.review(of('payments-api'));
    expect(allowed).toBe(false);
    expect(status?.message).toContain('does not accept the token');
    expect(webhook.io.stdout + webhook.io.stderr).not.toContain(token);
  });
});
