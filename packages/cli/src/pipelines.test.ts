import { execFile, execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { STATEMENT_PAYLOAD_TYPE } from '@continuity/engine';
import { parse } from 'yaml';
import { decisionOf, ENTITY } from './testing/decisions';
import { signedBy, testKey } from './testing/statements';
import { startServer, type TestServer } from './testing/startServer';

jest.setTimeout(60_000);

const BIN = path.resolve(__dirname, '../bin/continuity.mjs');
const EXAMPLES = path.resolve(__dirname, '../../../examples/pipelines');
const GITLAB_CI_LOCAL = require.resolve('gitlab-ci-local');

interface Job {
  variables: Record<string, string>;
  script: string[];
  needs?: { job: string }[];
  allow_failure?: boolean;
  artifacts?: object;
}

interface Finished {
  code: number | null;
  output: string;
}

let server: TestServer | undefined;
/** Where a job runs, with what an earlier one left. */
let workspace: string;

// The first run bundles the sources.
beforeAll(() => {
  execFileSync(process.execPath, [BIN, '--version']);
}, 60_000);
beforeEach(() => {
  workspace = mkdtempSync(path.join(tmpdir(), 'continuity-job-'));
});
afterEach(async () => {
  await server?.close();
  server = undefined;
  rmSync(workspace, { recursive: true });
});

function run(
  command: string,
  args: string[],
  env: NodeJS.ProcessEnv,
): Promise<Finished> {
  return new Promise(resolve => {
    const child = execFile(
      command,
      args,
      {
        cwd: workspace,
        env: { PATH: process.env.PATH, HOME: tmpdir(), ...env },
      },
      (error, stdout, stderr) =>
        resolve({
          code: error ? child.exitCode : 0,
          output: `${stdout}${stderr}`,
        }),
    );
  });
}

/**
 * The jobs of the example as GitLab has them: its include and its inputs filled in, and
 * held against GitLab's own JSON schema.
 */
function expand(): Record<string, Job> {
  const folder = mkdtempSync(path.join(tmpdir(), 'continuity-gitlab-'));
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: folder, stdio: 'ignore' });
  try {
    cpSync(path.join(EXAMPLES, 'gitlab'), folder, { recursive: true });
    git('init');
    git('remote', 'add', 'origin', 'git@gitlab.example:bank/payments.git');
    git('add', '--all');
    const text = execFileSync(
      process.execPath,
      [GITLAB_CI_LOCAL, '--preview'],
      { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] },
    );
    return parse(text);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const signed = (verdict: 'allow' | 'deny' | 'needs-approval') =>
  decisionOf(verdict, {
    statement: signedBy(testKey(1), decisionOf(verdict)),
  });

/** What is kept as artifacts, each with the type of its payload. */
const kept = () =>
  readdirSync(path.join(workspace, 'gate-decisions')).map(name => [
    name,
    JSON.parse(
      readFileSync(path.join(workspace, 'gate-decisions', name), 'utf8'),
    ).payloadType,
  ]);

function leave(name: string) {
  mkdirSync(path.join(workspace, 'gate-decisions'));
  writeFileSync(
    path.join(workspace, 'gate-decisions', name),
    'of an earlier run',
  );
}

describe('the job template for GitLab', () => {
  let jobs: Record<string, Job>;
  beforeAll(() => {
    jobs = expand();
  }, 60_000);

  const ask = ({ variables, script }: Job, more: NodeJS.ProcessEnv) =>
    run('bash', ['-eo', 'pipefail', '-c', script.join('\n')], {
      ...variables,
      CONTINUITY_CLI: `${process.execPath} ${BIN}`,
      CONTINUITY_URL: server?.url,
      CONTINUITY_TOKEN: 'token',
      GATE_CHANGE: '',
      GATE_WAIT: '',
      ...more,
    });

  it('is a job that the deployment needs', () => {
    const { 'continuity-gate': gate, deploy } = jobs;
    expect(gate.allow_failure).toBe(false);
    expect(gate.artifacts).toEqual({
      when: 'always',
      paths: ['gate-decisions/continuity-gate.json'],
    });
    expect(gate.variables).toMatchObject({
      GATE_ENTITY: 'component:default/payments-api',
      GATE_ENVIRONMENT: 'production',
      GATE_CLASS: 'standard',
      GATE_WAIT: '30m',
    });
    expect(deploy.needs).toContainEqual(
      expect.objectContaining({ job: 'continuity-gate' }),
    );
  });

  it.each([
    ['allow', 0],
    ['deny', 10],
    ['needs-approval', 11],
  ] as const)('ends for %s with %d', async (verdict, expected) => {
    server = await startServer(() => ({ body: signed(verdict) }));
    const { code } = await ask(jobs['continuity-gate'], {
      GATE_ENTITY: ENTITY,
    });
    expect(code).toBe(expected);
    expect(kept()).toEqual([['continuity-gate.json', STATEMENT_PAYLOAD_TYPE]]);
  });

  it('asks all that it is given, and fails without an answer', async () => {
    server = await startServer(() => ({ body: '<html>Sign in</html>' }));
    leave('continuity-gate.json');
    const digest = `sha256:${'a'.repeat(64)}`;
    const { code } = await ask(jobs['continuity-gate'], {
      GATE_REGION: 'eu-west-1',
      GATE_CLASS: 'major',
      GATE_DIGEST: digest,
      GATE_CHANGE: 'CHG-1; exit 0',
    });
    expect(code).toBe(3);
    expect(JSON.parse(server.seen[0].body)).toMatchObject({
      region: 'eu-west-1',
      class: 'major',
      artifactDigest: digest,
      change: 'CHG-1; exit 0',
      statement: true,
    });
    expect(kept()).toEqual([]);
  });
});

describe('the shared library for Jenkins', () => {
  const library = path.join(EXAMPLES, 'jenkins');
  const script = path.join(library, 'resources/continuity/gate.sh');

  const ask = (more: NodeJS.ProcessEnv = {}) =>
    run('sh', [script], {
      CONTINUITY_CLI: `${process.execPath} ${BIN}`,
      CONTINUITY_URL: server?.url,
      CONTINUITY_TOKEN: 'token',
      GATE_ENTITY: ENTITY,
      GATE_ENVIRONMENT: 'production',
      GATE_CLASS: 'standard',
      GATE_REGION: '',
      GATE_DIGEST: '',
      GATE_CHANGE: '',
      GATE_WAIT: '',
      GATE_STATEMENT: 'gate-decisions/production.json',
      ...more,
    });

  it.each([
    ['allow', 0],
    ['deny', 10],
    ['needs-approval', 11],
  ] as const)('ends for %s with %d', async (verdict, expected) => {
    server = await startServer(() => ({ body: signed(verdict) }));
    expect((await ask()).code).toBe(expected);
    expect(kept()).toEqual([['production.json', STATEMENT_PAYLOAD_TYPE]]);
  });

  it('fails without an answer, and without a question', async () => {
    server = await startServer(() => ({ body: '<html>Sign in</html>' }));
    leave('production.json');
    expect((await ask({ GATE_CHANGE: 'CHG-1; exit 0' })).code).toBe(3);
    expect(kept()).toEqual([]);
    expect(JSON.parse(server.seen[0].body)).toMatchObject({
      change: 'CHG-1; exit 0',
    });
    expect((await ask({ GATE_ENTITY: undefined })).code).not.toBe(0);
  });

  it('gives the script all that the script reads', () => {
    const step = readFileSync(
      path.join(library, 'vars/continuityGate.groovy'),
      'utf8',
    );
    const read = new Set(readFileSync(script, 'utf8').match(/GATE_[A-Z]+/g));
    const given = step.match(/"GATE_[A-Z]+=/g) ?? [];
    expect(given.map(text => text.slice(1, -1)).sort()).toEqual(
      [...read].sort(),
    );
    // Each of the answers has its branch, and whatever else there is stops the build.
    expect(step).toContain('archiveArtifacts(artifacts: statement,');
    for (const branch of ['case 0:', 'case 10:', 'case 11:', 'default:']) {
      expect(step).toContain(branch);
    }
  });
});
