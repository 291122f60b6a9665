import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  continuityCollectorsExtensionPoint,
  type EvidenceCollector,
} from '@continuity/plugin-continuity-node';
import argocd from './index';

jest.setTimeout(60_000);

const instances = [
  {
    name: 'eu',
    url: 'https://argocd.example',
    token: 'abc',
    environments: ['production'],
  },
];

async function collectorsOf(config: object): Promise<EvidenceCollector[]> {
  const added: EvidenceCollector[] = [];
  const backend = await startTestBackend({
    features: [argocd, mockServices.rootConfig.factory({ data: config })],
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
  const collectors = { argocd: { instances, every: { hours: 12 } } };
  expect(await collectorsOf({ continuity: { collectors } })).toEqual([
    expect.objectContaining({
      id: 'argocd',
      title: 'Argo CD',
      kinds: ['drift-scan'],
      everySeconds: 43_200,
      timeoutSeconds: 3_600,
    }),
  ]);
});

it('keeps the backend from starting with a configuration that is wrong', async () => {
  const collectors = { argocd: { instances, compare: 'guess' } };
  await expect(collectorsOf({ continuity: { collectors } })).rejects.toThrow(
    /continuity\.collectors\.argocd\.compare: expected two-way/,
  );
});
