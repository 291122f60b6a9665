import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
// eslint-disable-next-line @backstage/no-mixed-plugin-imports -- the plugin that it is a module of
import continuity from '@continuity/plugin-continuity-backend';
import {
  continuityChangeConnectorsExtensionPoint,
  type ChangeConnector,
} from '@continuity/plugin-continuity-node';
import servicenow from './index';

jest.setTimeout(60_000);

const configured = {
  url: 'https://example.service-now.com',
  auth: { type: 'basic', username: 'continuity', password: 's3cret' },
  pollInterval: { minutes: 2 },
  approvals: 'count',
};

async function connectorsOf(config: object): Promise<ChangeConnector[]> {
  const added: ChangeConnector[] = [];
  const backend = await startTestBackend({
    features: [servicenow, mockServices.rootConfig.factory({ data: config })],
    extensionPoints: [
      [
        continuityChangeConnectorsExtensionPoint,
        { addConnectors: (...connectors) => added.push(...connectors) },
      ],
    ],
  });
  await backend.stop();
  return added;
}

it('does nothing without configuration', async () => {
  expect(await connectorsOf({ continuity: {} })).toEqual([]);
});

it('adds the connector as it is configured', async () => {
  const config = { continuity: { connectors: { servicenow: configured } } };
  expect(await connectorsOf(config)).toEqual([
    expect.objectContaining({
      id: 'servicenow',
      title: 'ServiceNow',
      approvals: 'count',
      pullEverySeconds: 120,
    }),
  ]);
});

it('keeps the backend from starting with a configuration that is wrong', async () => {
  await expect(
    startTestBackend({
      features: [
        continuity,
        servicenow,
        mockServices.rootConfig.factory({
          data: {
            continuity: {
              connectors: { servicenow: { ...configured, approvals: 'all' } },
            },
          },
        }),
      ],
    }),
  ).rejects.toThrow(
    /continuity\.connectors\.servicenow\.approvals: expected show or count/,
  );
});
