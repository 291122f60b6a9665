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
import { image } from './__testUtils__/images';
import { StubRegistry } from './__testUtils__/StubRegistry';
import oci from './index';

jest.setTimeout(120_000);

const PAYMENTS = 'component:default/payments-api';

const entities = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'payments-api', namespace: 'default' },
    spec: {
      type: 'service',
      lifecycle: 'production',
      owner: 'team-payments',
      continuity: {
        tier: 'tier-1',
        environments: [{ name: 'production', region: 'eu' }],
      },
    },
  },
];

/** What a pipeline pushes after a deployment, with `continuity evidence push`. */
const deployment = (digest: string) => {
  const at = new Date(Date.now() - 60_000).toISOString();
  return {
    kind: 'deployment',
    source: 'github-actions',
    externalId: 'run-1',
    entityRef: PAYMENTS,
    environment: 'production',
    region: 'eu',
    observedAt: at,
    payload: {
      version: 'v1.4.2',
      outcome: 'succeeded',
      startedAt: at,
      finishedAt: at,
      artifactDigest: digest,
      artifacts: [{ repository: 'payments/api', digest }],
    },
  };
};

it('answers the gate, from a deployment over the registry to the check', async () => {
  const registry = await StubRegistry.start();
  const pushed = image();
  registry.push(pushed);
  const scheduler = mockServices.scheduler();
  const backend = await startTestBackend({
    features: [
      continuity,
      oci,
      catalogServiceMock.factory({ entities }),
      mockServices.rootConfig.factory({
        data: {
          continuity: {
            gate: {
              policies: [
                {
                  id: 'back',
                  title: 'There is a way back',
                  checks: [
                    { check: 'previous-artifact-available', otherwise: 'deny' },
                  ],
                },
              ],
            },
            collectors: {
              oci: { registries: [{ region: 'eu', url: registry.url }] },
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
  const call = async (path: string, body?: unknown) => {
    const response = await fetch(
      `http://localhost:${backend.server.port()}/api/continuity${path}`,
      {
        headers: {
          authorization: mockCredentials.service.header(),
          'content-type': 'application/json',
        },
        ...(body !== undefined && {
          method: 'POST',
          body: JSON.stringify(body),
        }),
      },
    );
    const answer = await response.json();
    if (!response.ok) throw new Error(JSON.stringify(answer));
    return answer;
  };
  const decide = () =>
    call('/gate/decisions', {
      entity: PAYMENTS,
      environment: 'production',
      region: 'eu',
      dryRun: true,
    });
  const collect = async () => {
    await call('/operations/collectors/oci/run', {});
    await scheduler.triggerTask('continuity-collector-oci');
  };
  try {
    // The catalog counts once readings agree on it for some seconds.
    for (let read = false; !read; ) {
      await new Promise(resolve => setTimeout(resolve, 2_000));
      await scheduler.triggerTask('continuity-catalog-watch');
      read = await call('/calendars').then(
        () => true,
        () => false,
      );
    }
    await call('/evidence', deployment(pushed.manifest.digest));
    expect(await decide()).toMatchObject({ verdict: 'deny' });
    await collect();
    expect(await decide()).toMatchObject({ verdict: 'allow' });

    registry.delete(pushed.layers[0]);
    await collect();
    const denied = await decide();
    expect(denied).toMatchObject({ verdict: 'deny' });
    expect(JSON.stringify(denied)).toContain('is not whole in eu');

    const { items } = await call('/operations/collectors');
    expect(items).toEqual([
      expect.objectContaining({
        id: 'oci',
        problemCount: 0,
        reports: { accepted: 1, unchanged: 0, refused: 0 },
      }),
    ]);
    const evidence = await call(
      '/entities/component/default/payments-api/evidence?evidenceKind=artifact-availability',
    );
    expect(
      evidence.items.map(({ source, verdict }: Record<string, string>) => [
        source,
        verdict,
      ]),
    ).toEqual([
      ['collector:oci', 'fail'],
      ['collector:oci', 'pass'],
    ]);
  } finally {
    await backend.stop();
    await registry.stop();
  }
});
