// A portal's backend with a real catalog, filled through an entity provider, and Continuity.
import process from 'node:process';
import { createBackend } from '@backstage/backend-defaults';
import { createBackendModule } from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import {
  catalogProcessingExtensionPoint,
  type EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import {
  catalogEntities,
  serviceEntity,
  type Answer,
  type Order,
} from './world';

const {
  DATABASE_URL,
  PORT = '7109',
  TOKEN = '',
  ENTITIES = '50000',
} = process.env;

const PAGE = 1_000;

const DONE: Answer = { isAnswer: true };

const delay = monitorEventLoopDelay({ resolution: 5 });

/** In pages: within one transaction the database plans as if its tables were empty. */
async function fill(connection: EntityProviderConnection): Promise<void> {
  const entities = catalogEntities(Number(ENTITIES));
  for (let from = 0; from < entities.length; from += PAGE) {
    await connection.applyMutation({
      type: 'delta',
      added: entities
        .slice(from, from + PAGE)
        .map(entity => ({ entity, locationKey: 'bench' })),
      removed: [],
    });
  }
}

async function carryOut(
  order: Order,
  connection: EntityProviderConnection,
): Promise<Answer> {
  switch (order.kind) {
    case 'fill':
      await fill(connection);
      return DONE;
    case 'change':
      await connection.applyMutation({
        type: 'delta',
        added: order.services.map(index => ({
          entity: serviceEntity(index, order.dependsOn),
          locationKey: 'bench',
        })),
        removed: [],
      });
      return DONE;
    case 'watch':
      delay.reset();
      delay.enable();
      return DONE;
    default:
      delay.disable();
      return { ...DONE, longestMs: delay.max / 1e6 };
  }
}

const provider = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'bench',
  register(env) {
    env.registerInit({
      deps: { processing: catalogProcessingExtensionPoint },
      async init({ processing }) {
        processing.addEntityProvider({
          getProviderName: () => 'bench',
          connect: async connection => {
            process.on('message', async (order: Order) => {
              process.send?.(await carryOut(order, connection));
            });
            process.send?.(DONE);
          },
        });
      },
    });
  },
});

const backend = createBackend();
backend.add(
  mockServices.rootConfig.factory({
    data: {
      app: { baseUrl: `http://localhost:${PORT}` },
      backend: {
        baseUrl: `http://localhost:${PORT}`,
        listen: { port: Number(PORT), host: '127.0.0.1' },
        database: { client: 'pg', connection: DATABASE_URL },
        auth: {
          externalAccess: [
            { type: 'static', options: { token: TOKEN, subject: 'bench' } },
          ],
        },
      },
      permission: { enabled: true },
      catalog: { processingInterval: { hours: 24 } },
    },
  }),
);
backend.add(mockServices.rootLogger.factory({ level: 'warn' }));
/* eslint-disable @backstage/no-mixed-plugin-imports -- this is a backend, which runs them */
backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@continuity/plugin-catalog-backend-module-continuity'));
backend.add(import('@continuity/plugin-continuity-backend'));
backend.add(import('@backstage/plugin-events-backend'));
/* eslint-enable @backstage/no-mixed-plugin-imports */
backend.add(provider);
backend.start();
