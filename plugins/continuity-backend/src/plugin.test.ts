import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import { createBackendModule } from '@backstage/backend-plugin-api';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  defineCheck,
  defineEvidenceKind,
  rollbackPlan,
  type EvidenceKind,
} from '@continuity/engine';
import { continuityPermissions } from '@continuity/plugin-continuity-common';
import {
  continuityChecksExtensionPoint,
  continuityEvidenceKindsExtensionPoint,
} from '@continuity/plugin-continuity-node';
import request from 'supertest';
import { z } from 'zod';
import continuity from './index';

const rehearsal = defineEvidenceKind({
  id: 'rehearsal',
  title: 'Rehearsal',
  schema: z.object({ seconds: z.number() }),
  validFor: 'P90D',
  subject: { environment: 'none' },
  verdict: () => 'pass',
  headline: ({ seconds }) => `${seconds} s`,
});

const rehearsed = defineCheck({
  id: 'rehearsed',
  title: 'Rehearsed',
  question: 'Has it been tried?',
  needs: [],
  evaluate: () => ({
    verdict: 'unknown',
    reason: 'Nobody looked',
    remedy: 'Look',
    evidence: [],
  }),
});

function start(options: { kinds?: EvidenceKind[]; config?: object } = {}) {
  const { kinds = [rehearsal], config = {} } = options;
  const permissionsRegistry = mockServices.permissionsRegistry.mock();
  const backend = startTestBackend({
    features: [
      continuity,
      createBackendModule({
        pluginId: 'continuity',
        moduleId: 'rehearsals',
        register(env) {
          env.registerInit({
            deps: {
              kindsPoint: continuityEvidenceKindsExtensionPoint,
              checksPoint: continuityChecksExtensionPoint,
            },
            async init({ kindsPoint, checksPoint }) {
              kindsPoint.addKinds(...kinds);
              checksPoint.addChecks(rehearsed);
            },
          });
        },
      }),
      catalogServiceMock.factory(),
      permissionsRegistry.factory,
      mockServices.rootConfig.factory({ data: { continuity: config } }),
    ],
  });
  return { backend, permissionsRegistry };
}

describe('continuityPlugin', () => {
  it('takes kinds and checks of modules, and registers its permissions', async () => {
    const { backend, permissionsRegistry } = start({
      config: {
        gate: {
          policies: [
            {
              id: 'rehearsals',
              title: 'Rehearsals',
              checks: [{ check: 'rehearsed', otherwise: 'deny' }],
            },
          ],
        },
      },
    });
    const { server } = await backend;
    const kinds = await request(server).get('/api/continuity/evidence-kinds');
    expect(kinds.body.items.map(({ id }: { id: string }) => id)).toEqual([
      'deployment',
      'continuity-plan-review',
      'rollback-plan',
      'observed-dependencies',
      'region-failover',
      'migration-analysis',
      'rollback-rehearsal',
      'artifact-availability',
      'rollback-execution',
      'kill-switch',
      'drift-scan',
      'drift-culprits',
      'rehearsal',
    ]);
    expect(permissionsRegistry.addPermissions).toHaveBeenCalledWith(
      continuityPermissions,
    );
  });

  it('serves its OpenAPI document', async () => {
    const { backend } = start();
    const { server } = await backend;
    const { body } = await request(server)
      .get('/api/continuity/openapi.json')
      .expect(200);
    expect(body.paths).toHaveProperty('/gate/decisions');
  });

  it('does not start with two kinds of one id', async () => {
    await expect(start({ kinds: [rollbackPlan] }).backend).rejects.toThrow(
      '"rollback-plan" is registered twice',
    );
  });

  it('does not start with a policy that asks a check nobody has', async () => {
    const gate = {
      policies: [
        {
          id: 'p',
          title: 'P',
          checks: [{ check: 'no-such-check', otherwise: 'deny' }],
        },
      ],
    };
    await expect(start({ config: { gate } }).backend).rejects.toThrow(
      /continuity\.gate\.policies.*no-such-check/,
    );
  });
});
