import { execFileSync, spawn } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
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
import {
  scaffolderActionsExtensionPoint,
  type ActionContext,
  type TemplateAction,
} from '@backstage/plugin-scaffolder-node';
// eslint-disable-next-line @backstage/no-mixed-plugin-imports -- what the actions ask
import continuity from '@continuity/plugin-continuity-backend';
import { validate } from 'jsonschema';
import { parse, stringify } from 'yaml';
import {
  ANNA,
  bank,
  BEN,
  LEDGER,
  PAYMENTS,
  settings,
  UNKNOWN,
} from './__testUtils__/bank';
import { createAwaitChangeAction } from './actions/awaitChange';
import { createClients } from './createClients';
import scaffolderModuleContinuity from './index';

jest.setTimeout(120_000);

const HOUR_MS = 3_600_000;

let portal: TestBackend;
let url: string;
const actions = new Map<string, TemplateAction>();

beforeAll(async () => {
  const scheduler = mockServices.scheduler();
  portal = await startTestBackend({
    features: [
      continuity,
      createServiceFactory({
        service: coreServices.scheduler,
        deps: {},
        factory: () => scheduler,
      }),
      catalogServiceMock.factory({ entities: bank }),
      mockServices.rootConfig.factory({ data: settings }),
    ],
  });
  url = `http://localhost:${portal.server.port()}/api/continuity`;
  const discovery = mockServices.discovery.mock({
    getBaseUrl: async () => url,
  });
  await startTestBackend({
    extensionPoints: [
      [
        scaffolderActionsExtensionPoint,
        {
          addActions: (...added) =>
            added.forEach(action => actions.set(action.id, action)),
        },
      ],
    ],
    features: [
      scaffolderModuleContinuity,
      discovery.factory,
      catalogServiceMock.factory(),
    ],
  });
  // The catalog counts once readings agree on it for some seconds.
  for (let read = false; !read; ) {
    await new Promise(resolve => setTimeout(resolve, 2_000));
    await scheduler.triggerTask('continuity-catalog-watch');
    read = (await ask('/calendars')).error === undefined;
  }
});

afterAll(() => portal.stop());

async function run(
  action: string | TemplateAction,
  input: object,
  more: Partial<ActionContext<never>> & { as?: string } = {},
) {
  const logger = mockServices.logger.mock();
  const outputs: Record<string, unknown> = {};
  const found = typeof action === 'string' ? actions.get(action) : action;
  if (!found) throw new Error(`There is no action ${action}.`);
  const { as = ANNA, ...context } = more;
  const ended = await found
    .handler({
      logger,
      input,
      workspacePath: '/nowhere',
      task: { id: 'task-1' },
      output: (name: string, value: unknown) => {
        outputs[name] = value;
      },
      checkpoint: ({ fn }: { fn: () => Promise<unknown> }) => fn(),
      getInitiatorCredentials: async () => mockCredentials.user(as),
      ...context,
    } as unknown as ActionContext<never>)
    .then(
      () => 'done',
      (error: Error) => error.message,
    );
  return { ended, outputs, warned: logger.warn.mock.calls.flat().join('\n') };
}

const classify = (facts?: object, more?: object) =>
  run(
    'continuity:classify-release',
    { entities: [PAYMENTS], environments: ['production'], facts },
    more,
  );

const CONTENT = {
  title: 'Release 2.4.0',
  entities: [PAYMENTS],
  environments: ['production'],
  window: {
    start: new Date(Date.now() + HOUR_MS).toISOString(),
    end: new Date(Date.now() + 2 * HOUR_MS).toISOString(),
  },
  plan: 'Roll out.',
};

async function ask(address: string, body?: object, as = ANNA) {
  const response = await fetch(`${url}${address}`, {
    method: body ? 'POST' : 'GET',
    headers: {
      authorization: mockCredentials.user.header(as),
      'content-type': 'application/json',
    },
    body: body && JSON.stringify(body),
  });
  return response.json();
}

describe('the list of actions', () => {
  it('holds each, with an example that its schema accepts', () => {
    expect([...actions.keys()]).toEqual([
      'continuity:classify-release',
      'continuity:change:create',
      'continuity:change:await',
      'continuity:gate:check',
      'continuity:pipeline:render',
      'continuity:rollback-plan:validate',
      'continuity:catalog:locate',
      'continuity:catalog:annotate',
      'continuity:drift:adopt',
    ]);
    for (const { id, schema, examples = [] } of actions.values()) {
      expect([id, examples.length > 0]).toEqual([id, true]);
      for (const { example } of examples) {
        const [step] = parse(example).steps;
        expect(step.action).toBe(id);
        // Expressions are strings until the task runs.
        const errors = validate(step.input, schema?.input ?? {}).errors.filter(
          error => !String(error.instance).startsWith('${{'),
        );
        expect(errors).toEqual([]);
      }
    }
  });

  it('has a description of every input and a dry run for each', () => {
    for (const action of actions.values()) {
      expect(action).toMatchObject({
        description: expect.stringMatching(/\.$/),
        supportsDryRun: true,
        schema: { input: expect.anything(), output: expect.anything() },
      });
    }
  });
});

describe('continuity:classify-release', () => {
  it('says the class by the rules of the portal, and why', async () => {
    const declared = {
      migration: 'irreversible',
      touches: [],
      size: { files: 1, lines: 1 },
      majorUpdates: [],
      pipeline: 'conformant',
    };
    const { ended, outputs } = await classify(declared);
    expect(ended).toBe('done');
    expect(outputs.class).toBe('major');
    expect(outputs.approvals).toBe(1);
    expect(outputs.rules).toContain('irreversible-migration');
    expect(outputs.explanation).toContain('It migrates a database');
  });

  it('does the same in a dry run, because it changes nothing', async () => {
    const wet = await classify();
    expect(await classify(undefined, { isDryRun: true })).toEqual(wet);
  });

  it('has no answer when the portal refuses to give one, and says why', async () => {
    const { ended, outputs } = await run('continuity:classify-release', {
      entities: ['not a ref'],
      environments: ['production'],
    });
    expect(ended).toContain('The release was not classified: ');
    expect(ended).toContain('entities');
    expect(outputs).toEqual({});
  });
});

describe('continuity:change:create', () => {
  it('raises a change as whoever started the task, and puts it up for approval', async () => {
    const { ended, outputs } = await run('continuity:change:create', {
      ...CONTENT,
      to: 'awaiting-approval',
    });
    expect(ended).toBe('done');
    expect(outputs).toMatchObject({
      state: 'awaiting-approval',
      class: 'major',
      missing: [],
      link: `/continuity/changes/${outputs.id}`,
    });
    expect(await ask(`/changes/${outputs.id}`)).toMatchObject({
      summary: { state: 'awaiting-approval', createdBy: ANNA },
      authors: [ANNA],
    });
  });

  it('leaves it where a step is refused, and says what it lacks', async () => {
    const { window: _, ...withoutTime } = CONTENT;
    const { ended, outputs, warned } = await run('continuity:change:create', {
      ...withoutTime,
      to: 'assessed',
    });
    expect(ended).toBe('done');
    expect(outputs.state).toBe('draft');
    expect(outputs.missing).toEqual([
      { path: 'content.window', message: expect.any(String) },
    ]);
    expect(warned).toContain('It stays draft: ');
    expect(outputs.explanation).toMatch(
      /^It is draft\.\nIt lacks content\.window: is missing/,
    );
  });

  it('goes on where the task was when it is taken up again', async () => {
    const first = await run('continuity:change:create', CONTENT);
    const again = await run(
      'continuity:change:create',
      { ...CONTENT, to: 'awaiting-approval' },
      { checkpoint: (async () => first.outputs.id) as never },
    );
    expect(again.outputs).toMatchObject({
      id: first.outputs.id,
      state: 'awaiting-approval',
    });
    const third = await run(
      'continuity:change:create',
      { ...CONTENT, to: 'awaiting-approval' },
      { checkpoint: (async () => first.outputs.id) as never },
    );
    expect(third.outputs.state).toBe('awaiting-approval');
    expect(third.warned).toBe('');
  });

  it('fails when nothing was raised, and names the field', async () => {
    const { ended, outputs } = await run('continuity:change:create', {
      ...CONTENT,
      digests: { [PAYMENTS]: 'latest' },
    });
    expect(ended).toContain('The change was not raised: ');
    expect(ended).toContain('digests');
    expect(outputs).toEqual({});
  });

  it('raises nothing in a dry run, and says the class', async () => {
    const before = (await ask('/changes')).items.length;
    const { outputs } = await run('continuity:change:create', CONTENT, {
      isDryRun: true,
    });
    expect(outputs).toEqual({
      class: 'major',
      link: '/continuity/changes',
      explanation: 'Dry run: no change was raised. It would be major.',
    });
    expect((await ask('/changes')).items).toHaveLength(before);
  });
});

describe('continuity:change:await', () => {
  const quick = () =>
    createAwaitChangeAction(
      createClients({
        auth: mockServices.auth({ pluginId: 'scaffolder' }),
        discovery: mockServices.discovery.mock({ getBaseUrl: async () => url }),
      }),
      50,
    ) as unknown as TemplateAction;

  async function raise() {
    const { outputs } = await run('continuity:change:create', {
      ...CONTENT,
      to: 'awaiting-approval',
    });
    return String(outputs.id);
  }

  async function decide(id: string, decision: 'approve' | 'reject') {
    const { summary, readiness } = await ask(`/changes/${id}`, undefined, BEN);
    const answer = await ask(
      `/changes/${id}/approvals`,
      {
        decision,
        comment: 'Seen.',
        revision: summary.revision,
        seen: readiness.fingerprint,
      },
      BEN,
    );
    expect(answer.error).toBeUndefined();
  }

  it('ends when the last seat is filled', async () => {
    const id = await raise();
    const waiting = run(quick(), { id });
    await decide(id, 'approve');
    expect(await waiting).toMatchObject({
      ended: 'done',
      outputs: { state: 'approved' },
    });
  });

  it('fails when it is refused', async () => {
    const id = await raise();
    const waiting = run(quick(), { id });
    await decide(id, 'reject');
    const { ended, outputs } = await waiting;
    expect(ended).toContain('The change is rejected and will not be approved.');
    expect(outputs).toEqual({});
  });

  it('fails when the time is over, and says who is missing', async () => {
    const id = await raise();
    const { ended } = await run(quick(), { id, timeoutMinutes: 0.001 });
    expect(ended).toContain(
      'After 0.001 minutes the change is not approved. It is awaiting-approval; 0 of 1 seats are filled.',
    );
  });

  it('ends with the task', async () => {
    const id = await raise();
    const { ended } = await run(
      quick(),
      { id },
      { signal: AbortSignal.timeout(300) },
    );
    expect(ended).toMatch(/abort|timeout/i);
  });

  it('does not wait in a dry run', async () => {
    const { ended, outputs } = await run(
      'continuity:change:await',
      { id: '00000000-0000-4000-8000-000000000000' },
      { isDryRun: true },
    );
    expect([ended, outputs]).toEqual(['done', {}]);
  });

  it('fails when the change does not exist', async () => {
    const { ended } = await run(quick(), {
      id: '00000000-0000-4000-8000-000000000000',
    });
    expect(ended).toContain('The change could not be read: ');
  });
});

describe('continuity:gate:check', () => {
  const QUESTION = { entity: PAYMENTS, environment: 'production' };

  it('records a decision, the same when the step is taken up again', async () => {
    const first = await run('continuity:gate:check', QUESTION, {
      task: { id: 'task-gate' },
    });
    expect(first.ended).toBe('done');
    expect(first.outputs).toMatchObject({
      verdict: 'allow',
      decision: expect.any(String),
      validUntil: expect.any(String),
    });
    const again = await run('continuity:gate:check', QUESTION, {
      task: { id: 'task-gate' },
    });
    expect(again.outputs.decision).toBe(first.outputs.decision);
  });

  it('fails unless it is allowed, with the reason and what to do', async () => {
    const closed = { ...QUESTION, environment: 'nowhere' };
    const { ended, outputs } = await run('continuity:gate:check', closed);
    expect(outputs.verdict).toBe('deny');
    expect(ended).toContain(
      `${PAYMENTS} may not be deployed to nowhere now (deny).`,
    );
    expect(ended).toContain(String(outputs.explanation));
  });

  it('goes on with any verdict when the template says so', async () => {
    const { ended, outputs } = await run('continuity:gate:check', {
      ...QUESTION,
      environment: 'nowhere',
      failUnlessAllowed: false,
    });
    expect([ended, outputs.verdict]).toEqual(['done', 'deny']);
  });

  it('records nothing in a dry run', async () => {
    const { outputs } = await run('continuity:gate:check', QUESTION, {
      isDryRun: true,
    });
    expect(outputs.verdict).toBe('allow');
    expect(outputs).not.toHaveProperty('decision');
  });

  it('fails when there is no answer', async () => {
    const { ended, outputs } = await run('continuity:gate:check', {
      ...QUESTION,
      entity: 'not a ref',
    });
    expect(ended).toContain(
      'The gate gave no answer, so nothing may be deployed: ',
    );
    expect(outputs).toEqual({});
  });
});

describe('continuity:pipeline:render', () => {
  const CLI = path.resolve(
    __dirname,
    '../../../packages/cli/bin/continuity.mjs',
  );
  const MIGRATIONS = path.resolve(
    __dirname,
    '../../../examples/migrations/payments-api',
  );
  const INPUT = {
    system: 'gitlab',
    entity: PAYMENTS,
    continuityUrl: 'https://portal.example',
    environments: ['production'],
    commands: {
      build:
        'printf "sha256:%s" "$(printf %s "$VERSION" | sha256sum | cut -c1-64)" > "$DIGEST_FILE"',
      deploy: 'echo "$VERSION $DIGEST" > "../runs-in-$ENVIRONMENT"',
      verify: '! grep -q ^broken "../runs-in-$ENVIRONMENT"',
      current: 'cat "../runs-in-$ENVIRONMENT" 2>/dev/null || true',
    },
    migrations: 'db/migrations',
  };

  /** What the action wrote, pushed to a repository and cloned from it as a pipeline does. */
  async function checkedOut() {
    const folder = mkdtempSync(path.join(tmpdir(), 'pipeline-'));
    const workspacePath = path.join(folder, 'workspace');
    mkdirSync(workspacePath);
    const { ended, outputs } = await run('continuity:pipeline:render', INPUT, {
      workspacePath,
    });
    expect(ended).toBe('done');
    expect(outputs.files).toEqual(['.gitlab-ci.yml', 'ci/deliver.sh']);
    cpSync(MIGRATIONS, path.join(workspacePath, INPUT.migrations), {
      recursive: true,
    });
    const git = (cwd: string, ...args: string[]) =>
      execFileSync(
        'git',
        ['-c', 'user.name=Anna', '-c', 'user.email=anna@bank.example', ...args],
        { cwd, stdio: 'pipe' },
      );
    git(folder, 'init', '--bare', '-b', 'main', 'remote.git');
    git(workspacePath, 'init', '-b', 'main');
    git(workspacePath, 'add', '-A');
    git(workspacePath, 'commit', '-m', 'Begin');
    git(workspacePath, 'push', '../remote.git', 'main');
    git(folder, 'clone', 'remote.git', 'clone');
    return path.join(folder, 'clone');
  }

  /** Runs what the pipeline file says for a job, as GitLab would. */
  function runJob(clone: string, job: string, env: Record<string, string>) {
    const pipeline = parse(
      readFileSync(path.join(clone, '.gitlab-ci.yml'), 'utf8'),
    );
    return new Promise<{ code: number | null; output: string }>(resolve => {
      const child = spawn('sh', ['-ec', pipeline[job].script.join('\n')], {
        cwd: clone,
        env: {
          PATH: process.env.PATH,
          CONTINUITY_CLI: `${process.execPath} ${CLI}`,
          CONTINUITY_URL: url.replace('/api/continuity', ''),
          CONTINUITY_TOKEN: mockCredentials.service.token(),
          DIGEST_FILE: path.join(clone, 'digest'),
          ...env,
        },
      });
      let output = '';
      const add = (chunk: Buffer) => {
        output += chunk;
      };
      child.stdout.on('data', add);
      child.stderr.on('data', add);
      child.on('close', code => resolve({ code, output }));
    });
  }

  const evidence = async (kind: string) => {
    const { items } = await ask(
      '/entities/component/default/payments-api/evidence',
    );
    return items
      .filter((one: any) => one.kind === kind)
      .map(({ payload }: any) => payload);
  };

  it('writes a pipeline that delivers, proves and goes back, against the portal', async () => {
    const clone = await checkedOut();
    const release = async (VERSION: string) => {
      const built = await runJob(clone, 'build', { VERSION });
      expect(built).toMatchObject({ code: 0 });
      const DIGEST = readFileSync(path.join(clone, 'digest'), 'utf8');
      return { VERSION, DIGEST, RUN_ID: `run-${VERSION}` };
    };
    const first = await release('1.0.0');
    const analyzed = await runJob(clone, 'analyze', first);
    expect(analyzed).toEqual({ code: 0, output: expect.anything() });
    expect(await evidence('migration-analysis')).toHaveLength(1);

    const deployed = await runJob(clone, 'deploy-production', first);
    expect(deployed).toMatchObject({ code: 0 });
    expect(await evidence('deployment')).toEqual([
      expect.objectContaining({ version: '1.0.0', outcome: 'succeeded' }),
    ]);

    const broken = await release('broken-2');
    const failed = await runJob(clone, 'deploy-production', broken);
    expect(failed.code).toBe(1);
    expect(failed.output).toContain(
      'broken-2 did not work in production; 1.0.0 is back',
    );
    expect(
      readFileSync(path.join(clone, '../runs-in-production'), 'utf8'),
    ).toBe(`1.0.0 ${first.DIGEST}\n`);
    expect(await evidence('rollback-execution')).toEqual([
      expect.objectContaining({
        from: 'broken-2',
        to: '1.0.0',
        outcome: 'succeeded',
      }),
    ]);
  });

  it('is stopped by the gate, and by a portal that is down', async () => {
    const clone = await checkedOut();
    const env = { VERSION: '3.0.0', DIGEST: `sha256:${'c'.repeat(64)}` };
    writeFileSync(
      path.join(clone, 'ci/deliver.sh'),
      readFileSync(path.join(clone, 'ci/deliver.sh'), 'utf8').replace(
        PAYMENTS,
        'component:default/nobody-knows-it',
      ),
    );
    const denied = await runJob(clone, 'deploy-production', env);
    expect(denied.code).toBe(10);
    expect(denied.output).toContain('nobody-knows-it');
    const down = await runJob(clone, 'deploy-production', {
      ...env,
      CONTINUITY_URL: 'http://localhost:9',
    });
    expect(down.code).toBe(3);
    expect(() =>
      readFileSync(path.join(clone, '../runs-in-production')),
    ).toThrow('ENOENT');
  });

  it.each([
    ['environments.0', { environments: ['a; b'] }, 'is no name'],
    ['migrations', { migrations: '../../etc' }, 'leaves the repository'],
  ])('refuses what does not fit, naming %s', async (field, more, message) => {
    const { ended } = await run('continuity:pipeline:render', {
      ...INPUT,
      ...more,
    });
    expect(ended).toContain(`${field}: ${message}`);
  });

  it('writes the same into the workspace of a dry run', async () => {
    const workspacePath = mkdtempSync(path.join(tmpdir(), 'pipeline-'));
    const { outputs } = await run('continuity:pipeline:render', INPUT, {
      workspacePath,
      isDryRun: true,
    });
    expect(outputs.files).toEqual(['.gitlab-ci.yml', 'ci/deliver.sh']);
    expect(
      readFileSync(path.join(workspacePath, 'ci/deliver.sh'), 'utf8'),
    ).toContain(PAYMENTS);
  });

  it('writes nothing outside of the workspace', async () => {
    const workspacePath = mkdtempSync(path.join(tmpdir(), 'pipeline-'));
    const { ended } = await run(
      'continuity:pipeline:render',
      { ...INPUT, targetPath: '../elsewhere' },
      { workspacePath },
    );
    expect(ended).toContain('Relative path is not allowed');
  });
});

describe('continuity:rollback-plan:validate', () => {
  const PLAN = {
    steps: ['Deploy 2.3.9'],
    decisionOwner: 'group:default/team-payments',
    decisionDeadline: 'PT15M',
    expectedDuration: 'PT10M',
    dataHandling: 'The schema does not change.',
    reviewed: new Date(Date.now() - HOUR_MS).toISOString(),
  };
  const judge = (input: object, more?: object) =>
    run(
      'continuity:rollback-plan:validate',
      { entity: LEDGER, ...input },
      more,
    );
  const reported = async () =>
    (await ask('/entities/component/default/ledger/evidence')).items;

  it('says why a plan can be relied on, and reports nothing unasked', async () => {
    const { ended, outputs } = await judge({ plan: PLAN });
    expect(ended).toBe('done');
    expect(outputs).toEqual({
      valid: true,
      problems: [],
      explanation:
        'Going back takes 10 min, within the recovery time objective of 1 h.',
    });
    expect(await reported()).toEqual([]);
  });

  it.each([
    ['steps.0', { steps: [''] }],
    ['steps', { steps: undefined }],
    ['decisionOwner', { decisionOwner: 'component:default/a' }],
    ['decisionDeadline', { decisionDeadline: 'soon' }],
    ['expectedDuration', { expectedDuration: 'PT61M' }],
    ['dataHandling', { dataHandling: undefined }],
    ['reviewed', { reviewed: undefined }],
    ['reviewed', { reviewed: 'lately' }],
    ['reviewed', { reviewed: '2100-01-01T00:00:00Z' }],
    ['reviewed', { reviewed: '2020-01-01T00:00:00Z' }],
    ['owner', { owner: 'group:default/a' }],
  ])('fails for %s in %j, with why and what to do', async (field, change) => {
    const plan = JSON.parse(JSON.stringify({ ...PLAN, ...change }));
    const { ended, outputs } = await judge({ plan });
    expect(outputs.valid).toBe(false);
    expect(outputs.problems).toEqual([
      {
        path: field,
        what: expect.stringMatching(/./),
        why: expect.stringMatching(/\.$/),
        remedy: expect.stringMatching(/\.$/),
      },
    ]);
    expect(ended).toContain(
      `The rollback plan of ${LEDGER} cannot be relied on.\n${field}: `,
    );
  });

  it('relies on no plan of a service without a recovery time objective', async () => {
    const { ended, outputs } = await judge({ entity: UNKNOWN, plan: PLAN });
    expect(outputs.valid).toBe(false);
    expect(ended).toContain('no recovery time objective to hold it against');
  });

  it('names everything at once, and goes on when told to', async () => {
    const { ended, outputs } = await judge({
      plan: {},
      failOnProblems: false,
      submit: true,
    });
    expect(ended).toBe('done');
    expect(outputs.problems).toHaveLength(6);
    expect(outputs).not.toHaveProperty('evidence');
    expect(await reported()).toEqual([]);
  });

  it('reports it once when asked to, but not in a dry run', async () => {
    const dry = await judge({ plan: PLAN, submit: true }, { isDryRun: true });
    expect(dry.outputs.valid).toBe(true);
    expect(await reported()).toEqual([]);
    const first = await judge({ plan: PLAN, submit: true });
    expect(first.ended).toBe('done');
    const again = await judge({ plan: PLAN, submit: true });
    expect(again.outputs.evidence).toBe(first.outputs.evidence);
    const { reviewed, ...payload } = PLAN;
    expect(await reported()).toEqual([
      expect.objectContaining({
        id: first.outputs.evidence,
        kind: 'rollback-plan',
        observedAt: reviewed,
        verdict: 'pass',
        payload,
      }),
    ]);
  });

  it('reads a file, and takes when it was reviewed from the step', async () => {
    const workspacePath = mkdtempSync(path.join(tmpdir(), 'plan-'));
    const { reviewed, ...payload } = PLAN;
    writeFileSync(
      path.join(workspacePath, 'plan.yaml'),
      `# Of the ledger\n${stringify(payload)}`,
    );
    writeFileSync(path.join(workspacePath, 'broken.yaml'), 'a: [');
    const read = (input: object) => judge(input, { workspacePath });
    expect(await read({ path: 'plan.yaml', reviewed })).toMatchObject({
      outputs: { valid: true },
    });
    expect((await read({ path: 'none.yaml' })).ended).toContain(
      'path: none.yaml cannot be read',
    );
    expect((await read({ path: 'broken.yaml' })).ended).toContain(
      'path: broken.yaml is not YAML',
    );
    expect((await read({ path: '../plan.yaml' })).ended).toContain(
      'Relative path is not allowed',
    );
    expect((await read({})).ended).toContain('plan, path: expected either');
  });

  it('judges nothing when the portal does not know the service', async () => {
    const { ended, outputs } = await judge({
      entity: 'component:default/nobody',
      plan: PLAN,
    });
    expect(ended).toContain('The plan was not validated: ');
    expect(outputs).toEqual({});
  });
});
