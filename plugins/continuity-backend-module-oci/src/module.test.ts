import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
// eslint-disable-next-line @backstage/no-mixed-plugin-imports -- the plugin that it is a module of
import continuity from '@continuity/plugin-continuity-backend';
import {
  continuityCollectorsExtensionPoint,
  type EvidenceCollector,
} from '@continuity/plugin-continuity-node';
import oci from './index';

jest.setTimeout(60_000);

const registries = [{ region: 'eu', url: 'https://registry.eu.example' }];

async function collectorsOf(config: object): Promise<EvidenceCollector[]> {
  const added: EvidenceCollector[] = [];
  const backend = await startTestBackend({
    features: [oci, mockServices.rootConfig.factory({ data: config })],
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
  const collectors = { oci: { registries, every: { hours: 12 } } };
  expect(await collectorsOf({ continuity: { collectors } })).toEqual([
    expect.objectContaining({
      id: 'oci',
      title: 'OCI registries',
      kinds: ['artifact-availability'],
      everySeconds: 43_200,
      timeoutSeconds: 3_600,
    }),
  ]);
});

it('keeps the backend from starting with a configuration that is wrong', async () => {
  const collectors = { oci: { registries, regions: 'some' } };
  await expect(
    startTestBackend({
      features: [
        continuity,
        oci,
        mockServices.rootConfig.factory({
          data: { continuity: { collectors } },
        }),
      ],
    }),
  ).rejects.toThrow(
    /continuity\.collectors\.oci\.regions: expected all or declared/,
  );
});
