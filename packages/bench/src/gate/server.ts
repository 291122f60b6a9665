// One replica: the Continuity backend as a portal runs it, and an empty plugin beside it.
import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { Router } from 'express';
import { organisation } from './organisation';

const { DATABASE_URL, PORT = '7107', TOKEN = '' } = process.env;

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
    },
  }),
);
backend.add(mockServices.rootLogger.factory({ level: 'warn' }));
backend.add(catalogServiceMock.factory({ entities: organisation() }));
// eslint-disable-next-line @backstage/no-mixed-plugin-imports -- this is a backend, which runs the plugin
backend.add(import('@continuity/plugin-continuity-backend'));
backend.add(emptyPlugin);
backend.start();
