// One replica: the Continuity backend as a portal runs it, and an empty plugin beside it.
import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createBackendPlugin,
  createServiceFactory,
  type ServiceFactory,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  type CatalogService,
  catalogServiceRef,
} from '@backstage/plugin-catalog-node';
import { Router } from 'express';
import { scorecards } from '../scorecards/checks';
import { techInsightsConfig } from '../scorecards/techInsights';
import { organisation } from './organisation';

const { DATABASE_URL, PORT = '7107', TOKEN = '', WORLD } = process.env;
/** Thirty kinds, checks and a scorecard besides, and Tech Insights with the same. */
const withScorecards = WORLD === 'scorecards';

/** What any authenticated Backstage request costs: credentials, and nothing else. */
const emptyPlugin = createBackendPlugin({
  pluginId: 'empty',
  register(env) {
    env.registerInit({
      deps: {
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
      },
      async init({ httpAuth, httpRouter }) {
        const router = Router();
        router.get('/', async (request, response) => {
          await httpAuth.credentials(request);
          response.json({});
        });
        httpRouter.use(router);
      },
    });
  },
});

/** The whole catalog in pages; the mock for tests looks through everything for each. */
function catalogOf(entities: Entity[]): ServiceFactory<CatalogService> {
  const byRef = new Map(
    entities.map(entity => [stringifyEntityRef(entity), entity]),
  );
  const catalog: Pick<
    CatalogService,
    'getEntityByRef' | 'getEntitiesByRefs' | 'streamEntities'
  > = {
    getEntityByRef: async ref => byRef.get(String(ref)),
    getEntitiesByRefs: async ({ entityRefs }) => ({
      items: entityRefs.map(ref => byRef.get(ref)),
    }),
    async *streamEntities({ pageSize = 500 } = {}) {
      for (let from = 0; from < entities.length; from += pageSize) {
        yield entities.slice(from, from + pageSize);
      }
    },
  };
  return createServiceFactory({
    service: catalogServiceRef,
    deps: {},
    // Nobody asks for more.
    factory: () => catalog as CatalogService,
  }) as ServiceFactory<CatalogService>;
}

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
      ...(withScorecards && {
        continuity: { scorecards },
        techInsights: techInsightsConfig,
      }),
    },
  }),
);
backend.add(mockServices.rootLogger.factory({ level: 'warn' }));
backend.add(catalogOf(organisation()));
// eslint-disable-next-line @backstage/no-mixed-plugin-imports -- this is a backend, which runs the plugin
backend.add(import('@continuity/plugin-continuity-backend'));
if (withScorecards) {
  backend.add(import('../scorecards/module'));
  // eslint-disable-next-line @backstage/no-mixed-plugin-imports -- the peer
  backend.add(import('@backstage-community/plugin-tech-insights-backend'));
  backend.add(
    import('@backstage-community/plugin-tech-insights-backend-module-jsonfc'),
  );
}
backend.add(emptyPlugin);
backend.start();
