import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
// eslint-disable-next-line @backstage/no-mixed-plugin-imports -- what the file is read by
import catalogBackend from '@backstage/plugin-catalog-backend';
// eslint-disable-next-line @backstage/no-mixed-plugin-imports -- what it is judged by
import catalogModuleContinuity from '@continuity/plugin-catalog-backend-module-continuity';
import { parseAllDocuments } from 'yaml';

jest.setTimeout(120_000);

const folder = path.join(__dirname, '__golden__/compliant-service');

/** The catalog files that people have read, by combination; the same one is held once. */
const files = new Map(
  readdirSync(folder).flatMap((name): [string, string][] => {
    const golden = readFileSync(path.join(folder, name), 'utf8');
    const [, text] =
      /^=== catalog-info\.yaml\n([^]*?)(?=^=== )/m.exec(golden) ?? [];
    return text === undefined ? [] : [[text, path.basename(name, '.txt')]];
  }),
);
const entities = [...files].flatMap(([text, name]) =>
  parseAllDocuments(text).map(document => {
    const entity: Entity = document.toJS();
    return [name, entity.kind, entity] as const;
  }),
);

let portal: TestBackend;

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
    ],
  });
});

afterAll(() => portal.stop());

async function answerTo(entity: Entity) {
  const response = await fetch(
    `http://localhost:${portal.server.port()}/api/catalog/validate-entity`,
    {
      method: 'POST',
      headers: {
        authorization: mockCredentials.user.header(),
        'content-type': 'application/json',
      },
      body: JSON.stringify({
        entity,
        location: 'url:http://localhost/catalog-info.yaml',
      }),
    },
  );
  return { status: response.status, text: await response.text() };
}

describe('the catalog', () => {
  it.each(entities)(
    'takes what %s declares: a %s',
    async (_name, _kind, entity) => {
      expect(await answerTo(entity)).toEqual({ status: 200, text: '' });
    },
  );

  it('was asked about services and databases', () => {
    expect(new Set(entities.map(([, kind]) => kind))).toEqual(
      new Set(['Component', 'Resource']),
    );
  });

  it('would say what is wrong with one', async () => {
    const [[, , entity]] = entities;
    const { status, text } = await answerTo({
      ...entity,
      spec: { ...entity.spec, continuity: { rto: 'soon' } },
    });
    expect(status).toBe(400);
    expect(text).toContain('rto');
  });
});
