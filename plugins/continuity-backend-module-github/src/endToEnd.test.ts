import { randomUUID } from 'node:crypto';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
// eslint-disable-next-line @backstage/no-mixed-plugin-imports -- the plugin that it is a module of
import continuity from '@continuity/plugin-continuity-backend';
import { FakeGitHub } from './__testUtils__/FakeGitHub';
import {
  protectionRule,
  runEnded,
  SECRET,
  sign,
} from './__testUtils__/payloads';
import github from './index';

jest.setTimeout(120_000);

/** GitHub has no session. */
const NOBODY = { authorization: mockCredentials.none.header() };
const PAYMENTS = 'component:default/payments-api';

const entities = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'payments-api',
      namespace: 'default',
      annotations: {
        'github.com/project-slug': 'bank/payments',
        'continuity.dev/github-environments': 'prod=production',
      },
    },
    spec: {
      type: 'service',
      lifecycle: 'production',
      owner: 'team-payments',
      continuity: {
        tier: 'tier-4',
        rto: 'PT24H',
        environments: [{ name: 'production' }],
      },
    },
  },
];

const plan = {
  kind: 'rollback-plan',
  source: 'wiki',
  externalId: 'plan-1',
  entityRef: PAYMENTS,
  payload: {
    steps: ['Deploy the version before'],
    decisionOwner: 'group:default/team-payments',
    decisionDeadline: 'PT15M',
    expectedDuration: 'PT10M',
    dataHandling: 'Nothing to undo',
  },
};

let there: FakeGitHub;
let api: string;
let root: string;
let run: (id: string) => Promise<void>;
let stop: () => Promise<void>;

beforeAll(async () => {
  there = new FakeGitHub();
  api = await there.start();
  const scheduler = mockServices.scheduler();
  const backend = await startTestBackend({
    features: [
      continuity,
      github,
      catalogServiceMock.factory({ entities }),
      mockServices.rootConfig.factory({
        data: {
          integrations: {
            github: [
              {
                host: 'github.com',
                apiBaseUrl: api,
                apps: [
                  {
                    appId: 1,
                    clientId: 'client',
                    clientSecret: 'client secret',
                    webhookSecret: SECRET,
                    privateKey: there.privateKey,
                  },
                ],
              },
            ],
          },
          continuity: {
            github: { webhookSecrets: [SECRET], rejectAfter: 'never' },
            gate: {
              policies: [
                {
                  id: 'plan',
                  title: 'Plan',
                  checks: [
                    { check: 'rollback-plan-current', otherwise: 'deny' },
                  ],
                },
              ],
            },
          },
        },
      }),
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
    ],
  });
  root = `http://localhost:${backend.server.port()}/api/continuity`;
  run = id => scheduler.triggerTask(`continuity-${id}`);
  stop = async () => {
    await backend.stop();
    await there.stop();
  };
  // The catalog counts once readings agree on it for some seconds.
  for (let read = false; !read; ) {
    await new Promise(resolve => setTimeout(resolve, 2_000));
    await run('catalog-watch');
    read = (await ask('/calendars')).ok;
  }
});
afterAll(() => stop());

function ask(path: string, body?: object): Promise<Response> {
  return fetch(`${root}${path}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      authorization: mockCredentials.service.header(),
      'content-type': 'application/json',
    },
    ...(body && { body: JSON.stringify(body) }),
  });
}

async function send(
  event: string,
  payload: object,
  { delivery = randomUUID() as string, signature = '' } = {},
): Promise<{ status: number; outcome?: string }> {
  const body = JSON.stringify(payload);
  const response = await fetch(`${root}/github/webhook`, {
    method: 'POST',
    headers: {
      ...NOBODY,
      'content-type': 'application/json',
      'x-github-event': event,
      'x-github-delivery': delivery,
      'x-hub-signature-256': signature || sign(body),
    },
    body,
  });
  const { outcome } = await response.json();
  return { status: response.status, outcome };
}

const look = async () => {
  await run('ledger-sequencing');
  await run('ledger-reader-held-deployments');
  await run('held-deployments');
};

it('reports while it waits, and lets through once that has changed', async () => {
  const rule = protectionRule({ api, run: 42, environment: 'prod' });
  const before = protectionRule({
    api,
    run: 42,
    environment: 'prod',
    createdAt: Date.now() - 60_000,
  });
  there.waiting.add('42/prod').add('43/prod');
  expect(await send('deployment_protection_rule', rule)).toEqual({
    status: 200,
    outcome: 'held',
  });
  // Replayed twice, and an older one out of its order.
  for (const again of [rule, before, rule]) {
    expect(await send('deployment_protection_rule', again)).toEqual({
      status: 200,
      outcome: 'known',
    });
  }
  await look();
  await look();
  expect(there.reviews).toEqual([
    {
      run: '42',
      authorization: 'Bearer ghs_of_the_installation',
      environment_name: 'prod',
      comment: expect.stringContaining(`${PAYMENTS} to production`),
    },
  ]);
  expect(there.reviews[0].comment).toMatch(/rollback-plan/);

  // Another one is cancelled there meanwhile, told before and after it is held.
  const cancelled = runEnded(43, Date.now());
  const other = protectionRule({
    api,
    run: 43,
    environment: 'prod',
    createdAt: Date.now() - 1_000,
  });
  await send('workflow_run', cancelled);
  expect(await send('deployment_protection_rule', other)).toEqual({
    status: 200,
    outcome: 'over',
  });
  await send('workflow_run', cancelled);

  there.failures.push({ status: 429, headers: { 'retry-after': '1' } });
  const reported = await ask('/evidence', {
    ...plan,
    observedAt: new Date().toISOString(),
  });
  expect(reported.status).toBe(201);
  await look();
  expect(there.reviews).toHaveLength(1);
  // It is left alone for as long as it asks, and for its own pause.
  for (let tries = 0; there.reviews.length === 1 && tries < 15; tries++) {
    await new Promise(resolve => setTimeout(resolve, 1_000));
    await look();
  }
  expect(there.reviews.slice(1)).toEqual([
    expect.objectContaining({
      run: '42',
      environment_name: 'prod',
      state: 'approved',
      comment: expect.stringContaining('**Allowed**'),
    }),
  ]);
  await send('deployment_protection_rule', rule);
  await look();
  expect(there.reviews).toHaveLength(2);
  const { items } = await (await ask('/ledger/entries?limit=100')).json();
  const told = items
    .map(({ canonical }: { canonical: string }) => JSON.parse(canonical))
    .filter(({ type }: { type: string }) => type.startsWith('deployment.'));
  expect(told.map(({ type }: { type: string }) => type)).toEqual([
    'deployment.held',
    'deployment.judged',
    'deployment.told',
    'deployment.held',
    'deployment.over',
    'deployment.judged',
    'deployment.untold',
    'deployment.told',
  ]);
  expect(told[1]).toMatchObject({
    actor: { ref: 'service:github' },
    subjects: [PAYMENTS],
  });
});

it('stops at what GitHub does not hold any more', async () => {
  await send(
    'deployment_protection_rule',
    protectionRule({ api, run: 44, environment: 'prod' }),
  );
  await look();
  await look();
  expect(there.reviews.filter(({ run: of }) => of === '44')).toEqual([]);
  const { items } = await (await ask('/ledger/entries?limit=100')).json();
  expect(JSON.parse(items.at(-1).canonical)).toMatchObject({
    type: 'deployment.over',
    data: { key: 'github.com/bank/payments/runs/44/prod' },
  });
});

it('takes nothing that is not signed, and lets nobody else in for it', async () => {
  const { status } = await send(
    'deployment_protection_rule',
    protectionRule({ api }),
    { signature: sign('something else') },
  );
  expect(status).toBe(401);
  const unsigned = await fetch(`${root}/status`, { headers: NOBODY });
  expect(unsigned.status).toBe(401);
});
