import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
// eslint-disable-next-line @backstage/no-mixed-plugin-imports -- the plugin that it is a module of
import continuity from '@continuity/plugin-continuity-backend';
import { FakeServiceNow, PASSWORD, USER } from './__testUtils__/FakeServiceNow';
import { CI } from './__testUtils__/world';
import servicenow from './index';

jest.setTimeout(120_000);

const ANNA = 'user:default/anna';
const BEN = 'user:default/ben';
const PAYMENTS = 'component:default/payments-api';
const HOUR_MS = 3_600_000;

const user = (name: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name, namespace: 'default' },
  spec: { profile: { email: `${name}@bank.example` } },
});

/** Anna writes the change; she and Ben own the payments. */
const entities = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name: 'payments-api',
      namespace: 'default',
      annotations: { 'servicenow.com/cmdb-ci': CI },
    },
    spec: {
      type: 'service',
      lifecycle: 'production',
      owner: 'team-payments',
      continuity: { tier: 'tier-4', environments: [{ name: 'production' }] },
    },
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'team-payments', namespace: 'default' },
    spec: { type: 'team', children: [] },
    relations: [ANNA, BEN].map(targetRef => ({ type: 'hasMember', targetRef })),
  },
  user('anna'),
  user('ben'),
];

const releases = {
  protocols: {
    major: {
      approvals: [
        {
          id: 'owner',
          title: 'Somebody else of the owners',
          required: 1,
          from: { owners: true },
          except: ['author'],
        },
      ],
      checks: [],
      windows: 'open-only',
      communication: [],
    },
  },
};

let instance: FakeServiceNow;
let stop: () => Promise<void>;

async function start() {
  // Their clock is theirs: it is an hour behind ours.
  instance = new FakeServiceNow(Date.now() - HOUR_MS);
  const url = await instance.start();
  const scheduler = mockServices.scheduler();
  const backend = await startTestBackend({
    features: [
      continuity,
      servicenow,
      catalogServiceMock.factory({ entities }),
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'https://portal.example' },
          continuity: {
            releases,
            changes: {
              requires: {
                rollbackPlan: false,
                tests: false,
                communication: false,
              },
            },
            connectors: {
              servicenow: {
                url,
                auth: { type: 'basic', username: USER, password: PASSWORD },
                approvals: 'count',
              },
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
  stop = async () => {
    await backend.stop();
    await instance.stop();
  };
  const root = `http://localhost:${backend.server.port()}/api/continuity`;
  return {
    ask: async (path: string, body?: object, as = ANNA) => {
      const response = await fetch(`${root}${path}`, {
        method: body ? 'POST' : 'GET',
        headers: {
          authorization: mockCredentials.user.header(as),
          'content-type': 'application/json',
        },
        ...(body && { body: JSON.stringify(body) }),
      });
      const answer = await response.json();
      if (!response.ok) throw new Error(JSON.stringify(answer.error));
      return answer;
    },
    run: (id: string) => scheduler.triggerTask(`continuity-${id}`),
  };
}

afterEach(() => stop());

it('carries a change there, and what people do there back', async () => {
  const { ask, run } = await start();
  // The catalog counts once readings agree on it for some seconds.
  for (let read = false; !read; ) {
    await new Promise(resolve => setTimeout(resolve, 2_000));
    await run('catalog-watch');
    read = await ask('/calendars').then(
      () => true,
      () => false,
    );
  }
  const synchronise = async () => {
    await run('ledger-sequencing');
    await run('ledger-reader-change-connectors');
    await run('connector-queue');
  };
  const content = {
    title: 'Payments 4.2',
    entities: [PAYMENTS],
    environments: ['production'],
    class: 'major',
    window: {
      start: new Date(Date.now() + HOUR_MS).toISOString(),
      end: new Date(Date.now() + 3 * HOUR_MS).toISOString(),
    },
    plan: 'Deploy it',
    facts: {
      migration: 'none',
      touches: [],
      size: { files: 1, lines: 1 },
      majorUpdates: [],
      pipeline: 'conformant',
    },
  };
  let { summary } = await ask('/changes', { content });
  const { id } = summary;
  const move = async (event: string) => {
    ({ summary } = await ask(`/changes/${id}/transitions`, {
      event,
      revision: summary.revision,
    }));
  };
  await move('assess');
  await move('request-approval');
  await synchronise();

  const [row, ...others] = instance.changes();
  expect(others).toEqual([]);
  expect(row).toMatchObject({
    correlation_id: id,
    short_description: 'Payments 4.2',
    state: '-4',
    cmdb_ci: CI,
    description: expect.stringContaining(
      `https://portal.example/continuity/changes/${id}`,
    ),
  });

  instance.pass(60);
  for (const name of ['anna', 'ben']) {
    const { sys_id } = instance.add('sys_user', {
      user_name: name,
      name,
      email: `${name}@bank.example`,
    });
    instance.add('sysapproval_approver', {
      state: 'approved',
      approver: sys_id,
      sysapproval: row.sys_id,
      sys_updated_by: name,
    });
  }
  await run('connector-pull-servicenow');
  await run('connector-pull-servicenow');
  expect((await ask(`/changes/${id}`)).summary.state).toBe('approved');
  const { items: records } = await ask(`/changes/${id}/records`);
  expect(records).toEqual([
    expect.objectContaining({
      connector: 'servicenow',
      number: row.number,
      state: 'Assess',
      problems: [],
    }),
  ]);
  expect(records[0].decisions).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ by: BEN, outcome: 'counted' }),
      expect.objectContaining({
        by: ANNA,
        outcome: 'shown',
        note: expect.stringContaining('wrote a part of it'),
      }),
    ]),
  );

  // What came of it goes there, and is no news here.
  await synchronise();
  expect(row.state).toBe('-3');
  await run('connector-pull-servicenow');

  instance.pass(60);
  instance.change(row, { state: '4', close_notes: 'The vendor withdrew it' });
  await run('connector-pull-servicenow');
  expect((await ask(`/changes/${id}`)).summary.state).toBe('cancelled');
  const { items: timeline } = await ask(`/changes/${id}/timeline`);
  expect(timeline.at(-1)).toMatchObject({
    event: 'cancel',
    by: 'service:servicenow',
    comment: `Cancelled in ServiceNow (${row.number}) by mia.there: The vendor withdrew it`,
  });

  // Said back, it changes nothing there.
  const count = row.sys_mod_count;
  await synchronise();
  expect(row.sys_mod_count).toBe(count);
  const { items: connectors } = await ask('/operations/connectors');
  expect(connectors).toEqual([
    expect.objectContaining({ waiting: 0, failing: 0, conflicts: [] }),
  ]);
});
