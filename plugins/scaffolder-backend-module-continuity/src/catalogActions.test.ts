import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import { ScmIntegrations } from '@backstage/integration';
// eslint-disable-next-line @backstage/no-mixed-plugin-imports -- what the action asks
import catalogBackend from '@backstage/plugin-catalog-backend';
import {
  catalogServiceRef,
  type CatalogService,
} from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import type { ActionContext } from '@backstage/plugin-scaffolder-node';
// eslint-disable-next-line @backstage/no-mixed-plugin-imports -- what it is judged by
import catalogModuleContinuity from '@continuity/plugin-catalog-backend-module-continuity';
import { createAdoptDriftAction } from './actions/adoptDrift';
import { createAnnotateCatalogAction } from './actions/annotateCatalog';
import { createLocateCatalogAction } from './actions/locateCatalog';

jest.setTimeout(120_000);

let portal: TestBackend;
let catalog: CatalogService;

/** A real catalog with the module of Continuity in it. */
beforeAll(async () => {
  portal = await startTestBackend({
    features: [
      mockServices.rootConfig.factory({
        data: {
          backend: {
            database: { client: 'better-sqlite3', connection: ':memory:' },
          },
        },
      }),
      catalogBackend,
      catalogModuleContinuity,
      createBackendPlugin({
        pluginId: 'scaffolder',
        register(reg) {
          reg.registerInit({
            deps: { service: catalogServiceRef, _: coreServices.logger },
            async init({ service }) {
              catalog = service;
            },
          });
        },
      }),
    ],
  });
});

afterAll(() => portal.stop());

async function run(
  action: { handler: (ctx: never) => Promise<void> },
  input: object,
  more: object = {},
) {
  const outputs: Record<string, unknown> = {};
  const ended = await action
    .handler({
      logger: mockServices.logger.mock(),
      input,
      workspacePath: '/nowhere',
      output: (name: string, value: unknown) => {
        outputs[name] = value;
      },
      getInitiatorCredentials: async () => mockCredentials.user(),
      ...more,
    } as unknown as ActionContext<never> as never)
    .then(
      () => 'done',
      (error: Error) => error.message,
    );
  return { ended, outputs };
}

describe('continuity:catalog:annotate', () => {
  const FILE = `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: payments-api # as in the registry
spec:
  type: service
  lifecycle: production
  owner: team-payments
`;

  function workspace(text = FILE) {
    const workspacePath = mkdtempSync(path.join(tmpdir(), 'annotate-'));
    const file = path.join(workspacePath, 'catalog-info.yaml');
    writeFileSync(file, text);
    return {
      text: () => readFileSync(file, 'utf8'),
      annotate: (input: object, more: object = {}) =>
        run(createAnnotateCatalogAction(catalog), input, {
          workspacePath,
          ...more,
        }),
    };
  }

  it.each([{}, { isDryRun: true }])(
    'writes what the catalog accepts, once, with %j',
    async more => {
      const { text, annotate } = workspace();
      const input = { continuity: { rto: 'PT1H' } };
      const first = await annotate(input, more);
      expect(first).toEqual({
        ended: 'done',
        outputs: {
          entityRef: 'component:default/payments-api',
          changed: true,
          changes: ['spec.continuity.rto'],
        },
      });
      const written = text();
      expect(written).toBe(`${FILE}  continuity:\n    rto: PT1H\n`);
      const { outputs } = await annotate(input, more);
      expect(outputs).toMatchObject({ changed: false, changes: [] });
      expect(text()).toBe(written);
    },
  );

  it.each([
    ['a duration', { continuity: { rto: '1 hour' } }, 'spec.continuity.rto'],
    ['a field', { continuity: { rtoo: 'PT1H' } }, 'spec.continuity.rtoo'],
    [
      'a dependency on itself',
      {
        continuity: {
          dependencies: [{ ref: 'component:default/payments-api' }],
        },
      },
      'is the entity itself',
    ],
    ['an annotation', { annotations: { 'a b': 'c' } }, 'annotations'],
  ])(
    'writes nothing that the catalog refuses: %s',
    async (_, input, message) => {
      const { text, annotate } = workspace();
      const { ended, outputs } = await annotate(input);
      expect(ended).toContain(
        'The catalog would not accept component:default/payments-api like this, so nothing was written.',
      );
      expect(ended).toContain(message);
      expect(outputs).toEqual({});
      expect(text()).toBe(FILE);
    },
  );

  it('refuses a contradiction, and says what says what', async () => {
    const slow = `${FILE}  continuity:\n    rto: PT4H\n`;
    const { text, annotate } = workspace(slow);
    const input = { continuity: { rto: 'PT1H', rpo: 'PT5M' } };
    const { ended } = await annotate(input);
    expect(ended).toContain(
      'spec.continuity.rto is "PT4H", not "PT1H". Nothing was written.',
    );
    expect(text()).toBe(slow);
    await annotate({ ...input, overwrite: true });
    expect(text()).toBe(`${FILE}  continuity:\n    rto: PT1H\n    rpo: PT5M\n`);
  });

  it('writes nothing when the catalog does not answer', async () => {
    const { text } = workspace();
    const silent = catalogServiceMock.mock({
      validateEntity: async () => {
        throw new Error('down');
      },
    });
    const workspacePath = mkdtempSync(path.join(tmpdir(), 'annotate-'));
    writeFileSync(path.join(workspacePath, 'catalog-info.yaml'), FILE);
    const { ended } = await run(
      createAnnotateCatalogAction(silent),
      { continuity: { rto: 'PT1H' } },
      { workspacePath },
    );
    expect(ended).toBe('down');
    expect(text()).toBe(FILE);
  });

  it.each([
    [{ path: 'none.yaml' }, 'path: none.yaml cannot be read'],
    [{ path: '../none.yaml' }, 'Relative path is not allowed'],
    [{ entity: 'component:default/other' }, 'catalog-info.yaml holds'],
  ])('says what is wrong with %j', async (input, message) => {
    expect((await workspace().annotate(input)).ended).toContain(message);
  });
});

describe('continuity:catalog:locate', () => {
  const integrations = ScmIntegrations.fromConfig(mockServices.rootConfig());
  const locate = (input: object, location?: string, more?: object) =>
    run(
      createLocateCatalogAction(
        catalogServiceMock({
          entities: [
            {
              apiVersion: 'backstage.io/v1alpha1',
              kind: 'Component',
              metadata: {
                name: 'a',
                namespace: 'default',
                ...(location && {
                  annotations: { 'backstage.io/managed-by-location': location },
                }),
              },
            },
          ],
        }),
        integrations,
      ),
      { entity: 'component:default/a', ...input },
      more,
    );
  const URL = 'https://github.com/bank/payments/blob/main/catalog-info.yaml';
  const FOUND = {
    host: 'github',
    repoUrl: 'github.com?owner=bank&repo=payments',
    branch: 'main',
    url: URL,
    root: 'https://github.com/bank/payments/tree/main/',
    path: 'catalog-info.yaml',
  };

  it.each([{}, { isDryRun: true }])(
    'says where an entity comes from, with %j',
    async more => {
      expect(await locate({}, `url:${URL}`, more)).toEqual({
        ended: 'done',
        outputs: FOUND,
      });
    },
  );

  it('believes whoever knows better', async () => {
    const { outputs } = await locate({ url: URL }, 'file:/etc/catalog.yaml');
    expect(outputs).toEqual(FOUND);
  });

  it.each([
    [{}, 'file:/etc/catalog.yaml', 'comes from file:/etc/catalog.yaml, which'],
    [{}, undefined, 'comes from no known place'],
    [{ entity: 'component:default/b' }, URL, 'is not in the catalog'],
    [{ url: 'https://git.example/a/b/blob/main/c' }, URL, 'is not in a repo'],
  ])('has no answer for %j from %s', async (input, location, message) => {
    const { ended, outputs } = await locate(input, location);
    expect(ended).toContain(message);
    expect(outputs).toEqual({});
  });
});

describe('continuity:drift:adopt', () => {
  const MANIFEST = `apiVersion: v1
kind: ConfigMap
metadata: { name: rates, namespace: shop }
data:
  limit: "10" # a day
`;
  const LIMIT = {
    path: '/data/limit',
    change: 'changed',
    desired: '"10"',
    live: '"20"',
  };

  function workspace() {
    const workspacePath = mkdtempSync(path.join(tmpdir(), 'adopt-'));
    mkdirSync(path.join(workspacePath, 'git/deploy'), { recursive: true });
    const file = path.join(workspacePath, 'git/deploy/rates.yaml');
    writeFileSync(file, MANIFEST);
    // A link out of the workspace is not followed.
    symlinkSync(tmpdir(), path.join(workspacePath, 'git/away'));
    return {
      text: () => readFileSync(file, 'utf8'),
      adopt: (input: object, more: object = {}) =>
        run(
          createAdoptDriftAction(),
          {
            object: 'ConfigMap shop/rates',
            changes: [LIMIT],
            targetPath: 'git',
            ...input,
          },
          { workspacePath, ...more },
        ),
    };
  }

  it.each([{}, { isDryRun: true }])(
    'writes what runs once, with %j',
    async more => {
      const { text, adopt } = workspace();
      expect(await adopt({ path: './deploy/' }, more)).toEqual({
        ended: 'done',
        outputs: {
          file: 'deploy/rates.yaml',
          changed: true,
          changes: ['/data/limit'],
          explanation: '/data/limit is now as it runs.',
        },
      });
      expect(text()).toBe(MANIFEST.replace('10', '20'));
      expect((await adopt({}, more)).outputs).toMatchObject({
        changed: false,
        changes: [],
      });
    },
  );

  it.each([
    [{ object: 'ConfigMap shop/other' }, 'is in none of the 1 YAML files'],
    [{ path: '../..' }, 'there is no YAML file in ../..'],
    [{ targetPath: '../..' }, 'Relative path is not allowed'],
    [
      { changes: [LIMIT, { ...LIMIT, path: '/data/none' }] },
      'is not in Git as it was',
    ],
  ])('writes nothing with %j', async (input, message) => {
    const { text, adopt } = workspace();
    const { ended, outputs } = await adopt(input);
    expect(ended).toContain(message);
    expect(outputs).toEqual({});
    expect(text()).toBe(MANIFEST);
  });
});
