import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { actionsRegistryServiceRef } from '@backstage/backend-plugin-api/alpha';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import { actionsRegistryServiceMock } from '@backstage/backend-test-utils/alpha';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { JsonObject } from '@backstage/types';
import { bothDatabases } from '../catalog/__testUtils__/database';
import { readCatalog } from '../__testUtils__/startContinuity';
import {
  anna,
  bank,
  carl,
  complete,
  PAYMENTS,
  settings,
  suddenFreeze,
} from '../changes/__testUtils__/changeWorld';
import continuity from '../index';

jest.setTimeout(60_000);

const databases = bothDatabases();

describe('what agents may do', () => {
  const registry = actionsRegistryServiceMock();
  let stop: () => Promise<void>;

  beforeAll(async () => {
    const knex = await databases.migrated('SQLITE_3');
    const entities = [...bank, suddenFreeze];
    await readCatalog(knex, entities);
    const backend = await startTestBackend({
      features: [
        continuity,
        mockServices.rootConfig.factory({ data: { continuity: settings } }),
        mockServices.database.factory({ knex }),
        mockServices.scheduler.factory({ skipTaskRunOnStartup: true }),
        catalogServiceMock.factory({ entities }),
        createServiceFactory({
          service: actionsRegistryServiceRef,
          deps: {},
          factory: () => registry,
        }),
      ],
    });
    stop = () => backend.stop();
  });

  afterAll(() => stop());

  const invoke = async (
    name: string,
    input: JsonObject,
    credentials = mockCredentials.user(anna.ref),
  ) => {
    const { output } = await registry.invoke({
      id: `test:${name}`,
      input,
      credentials,
    });
    return output as Record<string, unknown>;
  };

  it('says what is read-only, and that nothing destroys', async () => {
    const { actions } = await registry.list();
    expect(
      actions.map(({ name, attributes }) => [
        name,
        attributes.readOnly,
        attributes.destructive,
      ]),
    ).toEqual([
      ['can-i-deploy', true, false],
      ['explain-freeze', true, false],
      ['create-change-request', false, false],
      ['list-my-approvals', true, false],
    ]);
  });

  it('asks the gate, with reasons and what to do', async () => {
    const answer = await invoke('can-i-deploy', {
      entity: PAYMENTS,
      environment: 'production',
    });
    expect(answer.verdict).toBe('deny');
    expect(answer.reasons).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          rule: 'freeze:freezecalendar:default/incident-freeze#stop',
          remedy: expect.any(String),
        }),
      ]),
    );
  });

  it('explains the freeze alone', async () => {
    const answer = await invoke('explain-freeze', {
      entity: PAYMENTS,
      environment: 'production',
    });
    expect(answer).toMatchObject({
      frozen: true,
      windows: [{ rule: 'freeze:freezecalendar:default/incident-freeze#stop' }],
    });
  });

  it('drafts, says what is missing, and approves nothing', async () => {
    const draft = await invoke('create-change-request', {
      title: complete.title,
      entities: [PAYMENTS],
      environments: ['production'],
    });
    expect(draft).toMatchObject({
      link: `/continuity/changes/${draft.id}`,
      missing: expect.arrayContaining([
        expect.objectContaining({ path: 'content.plan' }),
      ]),
    });
    expect(
      await invoke('list-my-approvals', {}, mockCredentials.user(carl.ref)),
    ).toEqual({ changes: [], more: false });
  });

  it.each([
    ['can-i-deploy', { entity: PAYMENTS, environment: 'production' }],
    [
      'create-change-request',
      { title: 'x', entities: [PAYMENTS], environments: ['production'] },
    ],
    ['list-my-approvals', {}],
  ])('refuses %s to nobody', async (name, input) => {
    await expect(
      registry.invoke({
        id: `test:${name}`,
        input,
        credentials: mockCredentials.none(),
      }),
    ).rejects.toThrow(/signed in/);
  });

  it('names the field that is wrong', async () => {
    await expect(
      invoke('create-change-request', {
        title: 'x',
        entities: ['nonsense'],
        environments: ['production'],
      }),
    ).rejects.toThrow(/content\.entities/);
  });
});
