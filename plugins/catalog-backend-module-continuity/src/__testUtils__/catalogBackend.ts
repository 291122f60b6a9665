import type { AddressInfo } from 'node:net';
import { createBackendModule } from '@backstage/backend-plugin-api';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import catalogBackend from '@backstage/plugin-catalog-backend';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import type { JsonObject } from '@backstage/types';
import catalogModuleContinuity from '../index';

/** A real catalog on an in-memory SQLite with the module in it. */
export async function startCatalog(catalog: JsonObject = {}) {
  const refusals = new Map<string, string>();
  const listener = createBackendModule({
    pluginId: 'catalog',
    moduleId: 'refusals',
    register(reg) {
      reg.registerInit({
        deps: { processing: catalogProcessingExtensionPoint },
        async init({ processing }) {
          processing.setOnProcessingErrorHandler(event => {
            refusals.set(
              event.unprocessedEntity.metadata.name,
              event.errors.map(error => error.message).join('\n'),
            );
          });
        },
      });
    },
  });
  const backend = await startTestBackend({
    features: [
      mockServices.rootConfig.factory({
        data: {
          backend: {
            database: { client: 'better-sqlite3', connection: ':memory:' },
          },
          catalog,
        },
      }),
      catalogBackend,
      catalogModuleContinuity,
      listener,
    ],
  });
  const { port } = backend.server.address() as AddressInfo;
  const base = `http://localhost:${port}/api/catalog`;

  return {
    /** Messages of entities that the processing loop refused, by entity name. */
    refusals,
    stop: () => backend.stop(),

    async entity(ref: string): Promise<Entity | undefined> {
      const [kind, name] = ref.split(':');
      const response = await fetch(
        `${base}/entities/by-name/${kind}/default/${name}`,
      );
      return response.ok ? response.json() : undefined;
    },

    /** What the catalog answers an author who asks before registering. */
    async refusalOf(entity: Entity): Promise<string | undefined> {
      const response = await fetch(`${base}/validate-entity`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ entity, location: 'url:https://example.com/a' }),
      });
      if (response.ok) {
        return undefined;
      }
      const body: { errors: Array<{ message: string }> } =
        await response.json();
      return body.errors.map(error => error.message).join('\n');
    },
  };
}

/** Tries until it no longer throws; the catalog processes in the background. */
export async function eventually<T>(
  attempt: () => T | Promise<T>,
  timeoutMs = 20_000,
): Promise<T> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > deadline) {
        throw error;
      }
      await new Promise(resolve => setTimeout(resolve, 200));
    }
  }
}
