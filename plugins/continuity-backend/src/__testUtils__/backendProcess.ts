/*
 * A backend with the plugin in a process of its own, for tests that kill it. Its
 * configuration comes as JSON in CONTINUITY_TEST_CONFIG.
 */
import { createBackend } from '@backstage/backend-defaults';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import continuity from '../index';
import { payments, yearEndClose } from './entities';

const config = new ConfigReader(
  JSON.parse(process.env.CONTINUITY_TEST_CONFIG ?? '{}'),
);

const backend = createBackend();
backend.add(
  createServiceFactory({
    service: coreServices.rootConfig,
    deps: {},
    factory: () => config,
  }),
);
backend.add(catalogServiceMock.factory({ entities: [payments, yearEndClose] }));
backend.add(continuity);
backend.start();
