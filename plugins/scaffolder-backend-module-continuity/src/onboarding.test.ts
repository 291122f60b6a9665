import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createServiceFactory } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolder from '@backstage/plugin-scaffolder-backend';
import github from '@backstage/plugin-scaffolder-backend-module-github';
import gitlab from '@backstage/plugin-scaffolder-backend-module-gitlab';
import { parse } from 'yaml';
import { ANNA, bank, LEDGER } from './__testUtils__/bank';
import module from './index';

jest.setTimeout(120_000);

const template = parse(
  readFileSync(
    resolve(
      __dirname,
      '../../../examples/templates/continuity-onboarding.yaml',
    ),
    'utf8',
  ),
);
const FILE = `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: ledger # as in the registry
spec:
  type: service
  lifecycle: production
  owner: team-payments
`;
const GITHUB = 'https://github.com/bank/ledger/blob/main/catalog-info.yaml';
const GITLAB =
  'https://gitlab.com/bank/core/ledger/-/blob/main/a/catalog-info.yaml';

let portal: TestBackend;
let file = FILE;

// See templates.test.ts.
Response.prototype.json = async function json(this: Response) {
  return JSON.parse(await this.text());
};

beforeAll(async () => {
  // That the real one accepts what is written is tried in catalogActions.test.ts.
  const catalog = Object.assign(catalogServiceMock({ entities: bank }), {
    validateEntity: async () => ({ valid: true as const }),
  });
  portal = await startTestBackend({
    features: [
      scaffolder,
      github,
      gitlab,
      module,
      createServiceFactory({
        service: catalogServiceRef,
        deps: {},
        factory: () => catalog,
      }),
      mockServices.urlReader.mock({
        readUrl: async () => ({ buffer: async () => Buffer.from(file) }),
      }).factory,
      mockServices.rootConfig.factory({
        data: {
          app: { baseUrl: 'https://portal.example' },
          integrations: {
            github: [{ host: 'github.com', token: 'x' }],
            gitlab: [{ host: 'gitlab.com', token: 'x' }],
          },
        },
      }),
    ],
  });
});

beforeEach(() => {
  file = FILE;
});

afterAll(() => portal.stop());

async function rehearse(values: object) {
  const response = await fetch(
    `http://localhost:${portal.server.port()}/api/scaffolder/v2/dry-run`,
    {
      method: 'POST',
      headers: {
        authorization: mockCredentials.user.header(ANNA),
        'content-type': 'application/json',
      },
      body: JSON.stringify({
        template,
        values: { entity: LEDGER, rollbackOwner: ANNA, ...values },
        directoryContents: [],
      }),
    },
  );
  const { log = [], directoryContents = [], ...rest } = await response.json();
  return {
    ...rest,
    log: log.map(({ body }: any) => body.message).join('\n'),
    files: Object.fromEntries(
      directoryContents.map(({ path, base64Content }: any) => [
        path,
        Buffer.from(base64Content, 'base64').toString(),
      ]),
    ),
  };
}

const continuityIn = (text: string) => parse(text).spec.continuity;

describe('the template that brings a service into continuity', () => {
  it('declares what was answered, in the file of the repository', async () => {
    const { files, log, error } = await rehearse({
      catalogFile: GITHUB,
      tier: 'tier-1',
      rto: 'PT1H',
      rpo: 'PT5M',
      financial: 'PT4H',
      safety: 'PT0S',
      environments: [{ name: 'production', region: 'eu-west-1' }],
    });
    expect(error).toBeUndefined();
    expect(files['change/catalog-info.yaml']).toBe(`${FILE}  continuity:
    tier: tier-1
    rto: PT1H
    rpo: PT5M
    impact:
      - category: financial
        intolerableAfter: PT4H
      - category: safety
        intolerableAfter: PT0S
    rollbackOwner: user:default/anna
    environments:
      - name: production
        region: eu-west-1
`);
    expect(log).toContain('Finished step Open the pull request');
    expect(log).toContain('Skipping step gitlab because its if condition');
  });

  it.each([
    ['nothing more', {}, {}],
    ['a tier', { tier: 'tier-2' }, { tier: 'tier-2' }],
    ['an RTO', { rto: 'PT2H' }, { rto: 'PT2H' }],
    ['an RPO', { rpo: 'PT0S' }, { rpo: 'PT0S' }],
    [
      'environments',
      { environments: [{ name: 'dr', role: 'standby' }] },
      { environments: [{ name: 'dr', role: 'standby' }] },
    ],
    ...[
      'financial',
      'regulatory',
      'customer',
      'safety',
      'reputation',
      'operational',
    ].map((category): [string, object, object] => [
      category,
      { [category]: 'P7D' },
      { impact: [{ category, intolerableAfter: 'P7D' }] },
    ]),
  ])('says only what was answered: %s', async (_, values, expected) => {
    const { files } = await rehearse({ catalogFile: GITHUB, ...values });
    expect(continuityIn(files['change/catalog-info.yaml'])).toEqual({
      ...expected,
      rollbackOwner: ANNA,
    });
  });

  it('opens a merge request where the repository is on GitLab', async () => {
    const { files, log } = await rehearse({ catalogFile: GITLAB, rto: 'PT1H' });
    expect(continuityIn(files['change/a/catalog-info.yaml']).rto).toBe('PT1H');
    expect(log).toContain('Skipping step github because its if condition');
    expect(log).not.toContain('Skipping step gitlab');
  });

  it('replaces what the file says differently only when told to', async () => {
    file = `${FILE}  continuity:\n    rto: PT4H\n`;
    const values = { catalogFile: GITHUB, rto: 'PT1H' };
    const refused = await rehearse(values);
    expect(JSON.stringify(refused)).toContain('Nothing was written');
    const { files } = await rehearse({ ...values, overwrite: true });
    expect(continuityIn(files['change/catalog-info.yaml']).rto).toBe('PT1H');
  });

  it('stops where the service comes from no repository', async () => {
    expect(JSON.stringify(await rehearse({}))).toContain(
      'which no pull request can be opened for',
    );
  });
});
