import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  continuityCollectorsExtensionPoint,
  type EvidenceCollector,
} from '@continuity/plugin-continuity-node';
import kubernetes from './index';

jest.setTimeout(60_000);

const clusters = [{ name: 'eu', environments: ['production'] }];
const portal = {
  clusterLocatorMethods: [
    {
      type: 'config',
      clusters: [{ name: 'eu', url: 'https://api.example' }],
    },
  ],
};

async function collectorsOf(config: object): Promise<EvidenceCollector[]> {
  const added: EvidenceCollector[] = [];
  const backend = await startTestBackend({
    features: [kubernetes, mockServices.rootConfig.factory({ data: config })],
    extensionPoints: [
      [
        continuityCollectorsExtensionPoint,
        { addCollectors: (...collectors) => added.push(...collectors) },
      ],
    ],
  });
  await backend.stop();
  return added;
}

it('does nothing without configuration', async () => {
  expect(await collectorsOf({ continuity: {} })).toEqual([]);
});

it('adds the collector as it is configured', async () => {
  const collectors = { kubernetes: { clusters, every: { hours: 12 } } };
  expect(
    await collectorsOf({ kubernetes: portal, continuity: { collectors } }),
  ).toEqual([
    expect.objectContaining({
      id: 'kubernetes',
      title: 'Kubernetes clusters',
      kinds: ['drift-scan'],
      everySeconds: 43_200,
      timeoutSeconds: 3_600,
    }),
  ]);
});

it('keeps the backend from starting with a configuration that is wrong', async () => {
  const collectors = { kubernetes: { clusters, compare: 'guess' } };
  await expect(
    collectorsOf({ kubernetes: portal, continuity: { collectors } }),
  ).rejects.toThrow(
    /continuity\.collectors\.kubernetes\.compare: expected two-way/,
  );
});
