import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  continuityDeploymentHoldersExtensionPoint,
  type DeploymentHolder,
} from '@continuity/plugin-continuity-node';
import github from './index';

jest.setTimeout(60_000);

async function holdersOf(config: object): Promise<DeploymentHolder[]> {
  const added: DeploymentHolder[] = [];
  const backend = await startTestBackend({
    features: [
      github,
      catalogServiceMock.factory(),
      mockServices.rootConfig.factory({ data: config }),
    ],
    extensionPoints: [
      [
        continuityDeploymentHoldersExtensionPoint,
        {
          addHolder: holder => {
            added.push(holder);
            return { hold: async () => 'held', end: async () => 0 };
          },
        },
      ],
    ],
  });
  await backend.stop();
  return added;
}

it('does nothing without configuration', async () => {
  expect(await holdersOf({ continuity: {} })).toEqual([]);
});

it('holds deployments as it is configured', async () => {
  const webhookSecrets = ['a secret that is long enough'];
  expect(
    await holdersOf({
      continuity: { github: { webhookSecrets, rejectAfter: 'PT1H' } },
    }),
  ).toEqual([
    expect.objectContaining({ id: 'github', rejectAfterMs: 3_600_000 }),
  ]);
});
