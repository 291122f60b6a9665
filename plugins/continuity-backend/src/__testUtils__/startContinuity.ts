import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type ServiceMock,
} from '@backstage/backend-test-utils';
import {
  coreServices,
  createBackendModule,
  createServiceFactory,
  type AuditorService,
  type BackendFeature,
  type BackstageCredentials,
} from '@backstage/backend-plugin-api';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import {
  continuityChangeConnectorsExtensionPoint,
  continuityCollectorsExtensionPoint,
  continuityEvidenceKindsExtensionPoint,
  type ChangeConnector,
  type EvidenceCollector,
} from '@continuity/plugin-continuity-node';
import type { EvidenceKind } from '@continuity/engine';
import type { Knex } from 'knex';
import request from 'supertest';
import {
  KnexCatalogProjectionStore,
  type NewVersion,
} from '../catalog/CatalogProjectionStore';
import { documentOf } from '../catalog/documents';
import continuity from '../index';

/** A pipeline's token. */
export const PIPELINE = mockCredentials.service.header();
export const PIPELINE_REF = 'service:external:test-service';
export const ANNA_REF = 'user:default/anna';
export const ANNA = mockCredentials.user.header(ANNA_REF);
export const NOBODY = mockCredentials.none.header();

/** What the plugin finds around it; may change while it runs. */
export interface Surroundings {
  entities?: Entity[];
  /** Names of permissions that nobody has. */
  denied?: string[];
  /** Refs of the groups that Anna belongs to. Absent: none. */
  groupsOfAnna?: string[];
  /** The same of others, by their refs. */
  groupsOf?: Record<string, string[]>;
  /** Refs of what the catalog shows to people. Absent: everything. */
  visible?: string[];
}

export interface StartOptions extends Surroundings {
  knex: Knex;
  config?: object;
  /** Other systems in which changes are kept. Absent: none. */
  connectors?: ChangeConnector[];
  /** What asks other systems. Absent: nothing. */
  collectors?: EvidenceCollector[];
  /** What is added to the backend besides. Absent: nothing. */
  modules?: BackendFeature[];
  /** What the configuration holds besides `continuity`. Absent: nothing. */
  otherConfig?: object;
  /** Kinds besides those that come with the suite. Absent: none. */
  kinds?: EvidenceKind[];
}

export interface StartedContinuity {
  get(path: string, authorization?: string): request.Test;
  post(path: string, body: unknown, authorization?: string): request.Test;
  put(path: string, body: unknown, authorization?: string): request.Test;
  delete(path: string, authorization?: string): request.Test;
  head(path: string, authorization?: string): request.Test;
  auditor: ServiceMock<AuditorService>;
  auditEvent: { success: jest.Mock; fail: jest.Mock };
  /** Does what is scheduled under an id, now. */
  runTask(id: string): Promise<void>;
  /** Permissions, groups or what is visible are others from now on. */
  become(change: Surroundings): void;
  /**
   * For the next test, when starting anew would take too long: after the database was
   * emptied, forgets everything and reads another catalog.
   */
  startOver(surroundings?: Surroundings): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Has the catalog read, without the caution that is due when it may still be filling. A
 * database that has been read already is left alone.
 */
export async function readCatalog(
  knex: Knex,
  entities: Entity[],
): Promise<void> {
  const store = new KnexCatalogProjectionStore(knex);
  const { revision } = await store.head();
  if (revision === 0) {
    await store.write({
      baseRevision: revision,
      readAt: Date.now(),
      changed: entities.map(documentOf),
      deleted: [],
    });
  }
}

/** Another reading of the catalog, in which one entity has a new version. */
export async function readAgain(
  knex: Knex,
  version: NewVersion,
): Promise<void> {
  const store = new KnexCatalogProjectionStore(knex);
  const { revision } = await store.head();
  await store.write({
    baseRevision: revision,
    readAt: Date.now(),
    changed: [version],
    deleted: [],
  });
}

/** The plugin in a test backend, with the catalog read. */
export async function startContinuity({
  knex,
  config = {},
  connectors = [],
  collectors = [],
  kinds = [],
  modules = [],
  otherConfig = {},
  ...surroundings
}: StartOptions): Promise<StartedContinuity> {
  let around: Surroundings = surroundings;
  /** What was remembered of earlier surroundings is for other conditions. */
  let round = 0;
  await readCatalog(knex, around.entities ?? []);
  const auditEvent = {
    success: jest.fn(async () => {}),
    fail: jest.fn(async () => {}),
  };
  const auditor = mockServices.auditor.mock({
    createEvent: jest.fn(async () => auditEvent),
  });
  const permissions = mockServices.permissions.mock({
    authorize: async requests =>
      requests.map(({ permission }) => ({
        result: around.denied?.includes(permission.name)
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
      })),
    authorizeConditional: async requests =>
      requests.map(() =>
        around.visible
          ? {
              result: AuthorizeResult.CONDITIONAL,
              pluginId: 'catalog',
              resourceType: 'catalog-entity',
              conditions: {
                rule: 'IS_SHOWN',
                resourceType: 'catalog-entity',
                params: { round },
              },
            }
          : { result: AuthorizeResult.ALLOW },
      ),
  });
  const userInfo = mockServices.userInfo.mock({
    getUserInfo: async credentials => {
      const { userEntityRef } = await mockServices
        .userInfo()
        .getUserInfo(credentials);
      const groups =
        (userEntityRef === ANNA_REF
          ? around.groupsOfAnna
          : around.groupsOf?.[userEntityRef]) ?? [];
      return { userEntityRef, ownershipEntityRefs: [userEntityRef, ...groups] };
    },
  });
  const scheduler = mockServices.scheduler();
  const backend = await startTestBackend({
    features: [
      continuity,
      extending({ connectors, collectors, kinds }),
      ...modules,
      mockServices.rootConfig.factory({
        data: { ...otherConfig, continuity: config },
      }),
      mockServices.database.factory({ knex }),
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      catalogShowing(() => around).factory,
      permissions.factory,
      auditor.factory,
      userInfo.factory,
    ],
  });
  const { server } = backend;
  return {
    get: (path, authorization = PIPELINE) =>
      request(server)
        .get(`/api/continuity${path}`)
        .set('authorization', authorization),
    post: (path, body, authorization = PIPELINE) =>
      request(server)
        .post(`/api/continuity${path}`)
        .set('authorization', authorization)
        .send(Object(body)),
    put: (path, body, authorization = PIPELINE) =>
      request(server)
        .put(`/api/continuity${path}`)
        .set('authorization', authorization)
        .send(Object(body)),
    delete: (path, authorization = PIPELINE) =>
      request(server)
        .delete(`/api/continuity${path}`)
        .set('authorization', authorization),
    head: (path, authorization = PIPELINE) =>
      request(server)
        .head(`/api/continuity${path}`)
        .set('authorization', authorization),
    auditor,
    auditEvent,
    runTask: id => scheduler.triggerTask(id),
    become: change => {
      around = { ...around, ...change };
      round += 1;
    },
    startOver: async (next = {}) => {
      around = {};
      round += 1;
      jest.clearAllMocks();
      const look = () =>
        request(server)
          .get('/api/continuity/calendars')
          .set('authorization', PIPELINE);
      // It notices that the database is empty, and then that there is a catalog.
      await look().expect(503);
      await readCatalog(knex, next.entities ?? []);
      await look().expect(200);
      around = next;
    },
    stop: () => backend.stop(),
  };
}

/** What adds connectors, collectors and kinds, as a module would. */
function extending(added: {
  connectors: ChangeConnector[];
  collectors: EvidenceCollector[];
  kinds: EvidenceKind[];
}) {
  return createBackendModule({
    pluginId: 'continuity',
    moduleId: 'test-extensions',
    register(env) {
      env.registerInit({
        deps: {
          connectors: continuityChangeConnectorsExtensionPoint,
          collectors: continuityCollectorsExtensionPoint,
          kinds: continuityEvidenceKindsExtensionPoint,
        },
        async init({ connectors, collectors, kinds }) {
          connectors.addConnectors(...added.connectors);
          collectors.addCollectors(...added.collectors);
          kinds.addKinds(...added.kinds);
        },
      });
    },
  });
}

/** A catalog that hides from people what they are not shown. */
function catalogShowing(around: () => Surroundings) {
  const shownTo = (options: object = {}) => {
    const { entities = [], visible } = around();
    const { principal } =
      'credentials' in options
        ? (options.credentials as BackstageCredentials<{ type: string }>)
        : mockCredentials.none();
    const isPerson = principal.type === 'user';
    return catalogServiceMock({
      entities: entities.filter(
        entity =>
          !isPerson || !visible || visible.includes(stringifyEntityRef(entity)),
      ),
    });
  };
  return catalogServiceMock.mock({
    getEntityByRef: async (ref, options) =>
      shownTo(options).getEntityByRef(ref),
    getEntitiesByRefs: async (query, options) =>
      shownTo(options).getEntitiesByRefs(query),
    queryEntities: async (query, options) =>
      shownTo(options).queryEntities(query),
    streamEntities: (query, options) => shownTo(options).streamEntities(query),
  });
}

/** The part of Backstage's error responses that tests look at. */
export function errorOf(response: request.Response): {
  name: string;
  message: string;
} {
  return response.body.error;
}
