import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Readable } from 'node:stream';
import {
  coreServices,
  createServiceFactory,
} from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
  type TestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import scaffolder from '@backstage/plugin-scaffolder-backend';
import github from '@backstage/plugin-scaffolder-backend-module-github';
// eslint-disable-next-line @backstage/no-mixed-plugin-imports -- what the actions ask
import continuity from '@continuity/plugin-continuity-backend';
import { parse } from 'yaml';
import { ANNA, bank, PAYMENTS, settings } from './__testUtils__/bank';
import module from './index';

jest.setTimeout(120_000);

const templates = [
  'change-request',
  'emergency-change',
  'continuity-onboarding',
  'drift-adopt',
].map(name =>
  parse(
    readFileSync(
      resolve(__dirname, `../../../examples/templates/${name}.yaml`),
      'utf8',
    ),
  ),
);
const HOUR_MS = 3_600_000;

let portal: TestBackend;

const MANIFEST = `apiVersion: apps/v1
kind: Deployment
metadata: { name: payments-api, namespace: shop }
spec:
  replicas: 3 # one a zone
`;

/** A repository with a manifest and a file that is no business of the change. */
async function fetchRepository(url: string) {
  expect(url).toBe('https://github.com/bank/deploy/tree/main/');
  return {
    etag: '1',
    files: async () => [],
    archive: async () => Readable.from([]),
    dir: async ({ targetDir = '' } = {}) => {
      mkdirSync(join(targetDir, 'apps'), { recursive: true });
      writeFileSync(join(targetDir, 'apps/payments.yaml'), MANIFEST);
      writeFileSync(join(targetDir, 'README.md'), 'Manifests');
      return targetDir;
    },
  };
}

// Jest runs tests in a realm of its own, and an array that Node itself parses is of
// another one; the scaffolder takes it for something that was tampered with.
Response.prototype.json = async function json(this: Response) {
  return JSON.parse(await this.text());
};

beforeAll(async () => {
  const scheduler = mockServices.scheduler();
  portal = await startTestBackend({
    features: [
      continuity,
      scaffolder,
      github,
      module,
      mockServices.urlReader.mock({ readTree: fetchRepository }).factory,
      catalogServiceMock.factory({
        entities: [
          ...bank,
          ...templates.map(template => ({
            ...template,
            metadata: { ...template.metadata, namespace: 'default' },
          })),
        ],
      }),
      mockServices.rootConfig.factory({
        data: {
          ...settings,
          integrations: { github: [{ host: 'github.com', token: 'x' }] },
        },
      }),
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
    ],
  });
  // The catalog counts once readings agree on it for some seconds.
  for (let read = false; !read; ) {
    await new Promise(done => setTimeout(done, 2_000));
    await scheduler.triggerTask('continuity-catalog-watch');
    read = (await ask('continuity', '/calendars')).error === undefined;
  }
});

afterAll(() => portal.stop());

async function ask(plugin: string, path: string, body?: object) {
  const response = await fetch(
    `http://localhost:${portal.server.port()}/api/${plugin}${path}`,
    {
      method: body ? 'POST' : 'GET',
      headers: {
        authorization: mockCredentials.user.header(ANNA),
        'content-type': 'application/json',
      },
      body: body && JSON.stringify(body),
    },
  );
  return response.json();
}

const VALUES = {
  entity: PAYMENTS,
  title: 'Release 2.4.0',
  environment: 'production',
  start: new Date(Date.now() + HOUR_MS).toISOString(),
  end: new Date(Date.now() + 2 * HOUR_MS).toISOString(),
  plan: 'Roll out.',
  rollbackSteps: ['Deploy 2.3.9'],
  decisionOwner: ANNA,
  decisionDeadline: 'PT15M',
  expectedDuration: 'PT10M',
  dataHandling: 'The schema does not change.',
};

async function scaffold(values: object, template = 'change-request') {
  const { id, errors, error } = await ask('scaffolder', '/v2/tasks', {
    templateRef: `template:default/${template}`,
    values: { ...VALUES, ...values },
  });
  expect(errors ?? error).toBeUndefined();
  for (;;) {
    const { status } = await ask('scaffolder', `/v2/tasks/${id}`);
    const over = ['completed', 'failed', 'cancelled'].includes(status);
    if (over) {
      const events: { type: string; body: Record<string, never> }[] = await ask(
        'scaffolder',
        `/v2/tasks/${id}/events?after=0`,
      );
      const log = events.map(({ body }) => body.message).join('\n');
      return {
        status,
        log,
        output: events.find(({ type }) => type === 'completion')?.body.output,
      };
    }
    await new Promise(done => setTimeout(done, 100));
  }
}

describe('the template of a change request', () => {
  it('raises a change with everything that was filled in', async () => {
    const { status, log, output } = await scaffold({
      migration: 'none',
      touches: 'both',
      files: 3,
      lines: 40,
      noMajorUpdates: true,
      pipeline: 'conformant',
      tests: 'Green on staging',
      communication: 'The service desk',
    });
    expect(`${status}\n${log}`).toMatch(/^completed/);
    const [change] = (await ask('continuity', '/changes')).items;
    expect(output).toMatchObject({
      links: [
        { title: 'Open the change', url: `/continuity/changes/${change.id}` },
      ],
      text: [
        { title: 'Where it stands', content: '- It is awaiting-approval.' },
        {
          title: 'What class it is of, and why',
          content: expect.stringMatching(/^\*\*standard\*\*\n\n- None of/),
        },
      ],
    });
    expect((await ask('continuity', `/changes/${change.id}`)).content).toEqual({
      title: 'Release 2.4.0',
      entities: [PAYMENTS],
      environments: ['production'],
      window: { start: VALUES.start, end: VALUES.end },
      plan: 'Roll out.',
      rollbackPlan: {
        steps: ['Deploy 2.3.9'],
        decisionOwner: ANNA,
        decisionDeadline: 'PT15M',
        expectedDuration: 'PT10M',
        dataHandling: 'The schema does not change.',
      },
      tests: [{ summary: 'Green on staging' }],
      communication: 'The service desk',
      facts: {
        migration: 'none',
        touches: ['configuration', 'infrastructure'],
        size: { files: 3, lines: 40 },
        majorUpdates: [],
        pipeline: 'conformant',
      },
    });
    expect(change.state).toBe('awaiting-approval');
  });

  it('says that nothing else is changed only where somebody chose that', async () => {
    const { status, log } = await scaffold({ touches: 'nothing' });
    expect(`${status}\n${log}`).toMatch(/^completed/);
    const [change] = (await ask('continuity', '/changes')).items;
    const { content } = await ask('continuity', `/changes/${change.id}`);
    expect(content.facts).toEqual({ touches: [] });
  });

  it('leaves what was left open unknown, never harmless', async () => {
    const { status, log } = await scaffold({});
    expect(`${status}\n${log}`).toMatch(/^completed/);
    const [change] = (await ask('continuity', '/changes')).items;
    const { content } = await ask('continuity', `/changes/${change.id}`);
    expect(content.facts ?? {}).toEqual({});
    expect(content).not.toHaveProperty('tests');
    expect(change.class).toBe('major');
  });
});

describe('the template of an emergency change', () => {
  it('raises an emergency with its way back, and says what the gate says', async () => {
    const { status, log, output } = await scaffold(
      { incident: 'INC-7', communication: 'The service desk' },
      'emergency-change',
    );
    expect(`${status}\n${log}`).toMatch(/^completed/);
    const [change] = (await ask('continuity', '/changes')).items;
    expect(change.class).toBe('emergency');
    expect((await ask('continuity', `/changes/${change.id}`)).content).toEqual({
      title: 'Release 2.4.0',
      entities: [PAYMENTS],
      environments: ['production'],
      window: { start: VALUES.start, end: VALUES.end },
      class: 'emergency',
      incident: 'INC-7',
      plan: 'Roll out.',
      rollbackPlan: {
        steps: ['Deploy 2.3.9'],
        decisionOwner: ANNA,
        decisionDeadline: 'PT15M',
        expectedDuration: 'PT10M',
        dataHandling: 'The schema does not change.',
      },
      communication: 'The service desk',
    });
    expect(output).toMatchObject({
      links: [
        { url: `/continuity/changes/${change.id}` },
        { title: 'Break the glass', url: '/continuity/changes/overrides' },
      ],
      text: [
        { title: 'Where it stands' },
        {
          title: 'May it be deployed now?',
          content: expect.stringMatching(
            /^\*\*(allow|deny|needs-approval)\*\*/,
          ),
        },
        { content: expect.stringMatching(/^\*\*emergency\*\*/) },
      ],
    });
  });

  it.each(['incident', 'rollbackSteps', 'decisionOwner'])(
    'is not begun without %s',
    async field => {
      const { errors } = await ask('scaffolder', '/v2/tasks', {
        templateRef: 'template:default/emergency-change',
        values: { ...VALUES, incident: 'INC-7', [field]: undefined },
      });
      expect(JSON.stringify(errors)).toContain(field);
    },
  );
});

describe('the template that adopts drift', () => {
  const REPLICAS = {
    path: '/spec/replicas',
    label: 'spec.replicas',
    change: 'changed',
    desired: '3',
    live: '5',
  };
  async function rehearse(changes: object[]) {
    const template = templates.find(
      ({ metadata }) => metadata.name === 'drift-adopt',
    );
    const {
      log = [],
      directoryContents = [],
      ...rest
    } = await ask('scaffolder', '/v2/dry-run', {
      template,
      values: {
        entity: PAYMENTS,
        environment: 'production',
        object: 'apps/Deployment shop/payments-api',
        changes,
        repository: 'https://github.com/bank/deploy/blob/main/README.md',
        reason: 'The load has grown for good.',
        rollbackSteps: ['Revert the pull request'],
        decisionOwner: ANNA,
      },
      directoryContents: [],
    });
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

  it('writes what runs into the one file, and asks for both a review and a change', async () => {
    const { files, log, output, error } = await rehearse([REPLICAS]);
    expect(error).toBeUndefined();
    expect(files).toEqual({
      'change/apps/payments.yaml': MANIFEST.replace('3', '5'),
      'repository/README.md': 'Manifests',
    });
    expect(log).toContain('Finished step Open the pull request');
    expect(log).toContain('Skipping step gitlab');
    expect(log).toContain('Dry run: no change was raised.');
    expect(output.text[0].content).toBe('- spec.replicas is now as it runs.');
  });

  it('opens nothing where Git says it already', async () => {
    const { log, output } = await rehearse([{ ...REPLICAS, live: '3' }]);
    for (const step of ['github', 'gitlab', 'change']) {
      expect(log).toContain(`Skipping step ${step}`);
    }
    expect(output.text[0].content).toContain('said what runs already');
  });

  it('stops at a secret', async () => {
    expect(
      JSON.stringify(await rehearse([{ ...REPLICAS, live: '(masked)' }])),
    ).toContain('is a secret, whose value no scan reports');
  });
});
