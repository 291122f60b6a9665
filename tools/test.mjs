// `npm test`: everything that must hold, in the order in which a fault is cheapest to
// find. Each gate counts as one; tests count one by one. All run, also after a failure.
// Gates use a core each, so they run side by side; what one says is printed when it ends.
// `npm test -- unit browser` runs only those steps.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { findChromium } from './lib/chromium.mjs';
import { findRegistry } from './lib/registry.mjs';
import { startPostgres } from './lib/postgres.mjs';

const root = process.cwd();
const results = path.join(root, '.cache', 'test-results');
mkdirSync(results, { recursive: true });

const gates = {
  contract: () =>
    gate('node', ['plugins/continuity-common/scripts/generate.mjs', '--check']),
  openapi: () =>
    gate('redocly', ['lint', 'plugins/continuity-common/openapi.yaml']),
  prettier: () => gate('prettier', ['--check', '--loglevel', 'warn', '.']),
  types,
  lint: () => gate('backstage-cli', ['repo', 'lint', '--max-warnings', '0']),
  config: () => gate('node', ['tools/check-config.mjs']),
  'api-reports': () =>
    gate('node', [
      'tools/api-reports.mjs',
      '--check',
      ...(typed ? ['--typed'] : []),
    ]),
  unused: () => gate('knip', ['--no-progress']),
};
const tests = { unit: unitTests, build, browser: browserTests };
/**
 * Steps of a lane run one after another, the lanes of a stage side by side. Unit tests and
 * a browser both use all that there is, so neither runs beside the other.
 */
const stages = [
  [
    ['contract', 'openapi', 'prettier', 'lint', 'config'],
    ['types', 'api-reports', 'unused'],
  ],
  [['unit']],
  [['build', 'browser']],
];
const steps = { ...gates, ...tests };

async function main() {
  const asked = process.argv.slice(2);
  const unknown = asked.filter(name => !Object.hasOwn(steps, name));
  if (unknown.length > 0) {
    console.error(
      `Unknown step ${unknown.join(', ')}; one of ${Object.keys(steps).join(
        ', ',
      )}.`,
    );
    process.exitCode = 2;
    return;
  }
  const chosen = asked.length > 0 ? asked : Object.keys(steps);
  const outcomes = new Map();
  const run = async name => {
    if (Object.hasOwn(tests, name)) console.log(`\n=== ${name} begins`);
    const started = Date.now();
    const outcome = await steps[name]();
    const seconds = Math.round((Date.now() - started) / 1000);
    outcomes.set(name, { ...outcome, seconds });
    if (outcome.output !== undefined) {
      console.log(`\n=== ${name}\n${outcome.output}`);
    }
  };
  for (const lanes of stages) {
    await Promise.all(
      lanes.map(async lane => {
        for (const name of lane) if (chosen.includes(name)) await run(name);
      }),
    );
  }
  summarise(chosen.map(name => ({ name, ...outcomes.get(name) })));
}

function summarise(outcomes) {
  const lines = outcomes.map(
    ({ name, failed, seconds, note }) =>
      `${failed > 0 ? 'FAILED ' : 'ok     '} ${name.padEnd(12)} ${seconds} s${
        note ? `  (${note})` : ''
      }`,
  );
  console.log(`\n${lines.join('\n')}\n`);
  const sum = field => outcomes.reduce((all, each) => all + each[field], 0);
  process.exitCode = sum('failed') > 0 ? 1 : 0;
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
}

/** Runs a command to its end; with `keep`, what it says is kept instead of printed. */
function start(command, args, { env = {}, cwd = root, keep = false } = {}) {
  const bin = path.join(root, 'node_modules', '.bin', command);
  return new Promise(resolve => {
    const shown = keep ? 'pipe' : 'inherit';
    const child = spawn(existsSync(bin) ? bin : command, args, {
      stdio: ['ignore', shown, shown],
      cwd,
      env: { ...process.env, ...env },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', text => {
        output += text;
      });
    }
    child.on('error', error => {
      if (!keep) console.error(error.message);
      resolve({ code: 1, output: error.message });
    });
    child.on('close', code => resolve({ code: code ?? 1, output }));
  });
}

async function gate(command, args) {
  const { code, output } = await start(command, args, { keep: true });
  return code === 0
    ? { passed: 1, failed: 0, output }
    : { passed: 0, failed: 1, output };
}

/** Whether this run has written the types of all packages. */
let typed = false;

async function types() {
  // From scratch, as the API reports want them.
  const outcome = await gate('tsc', ['--pretty', '--incremental', 'false']);
  typed = outcome.failed === 0;
  return outcome;
}

/** Whether this run has built the packages, the portal's bundle among them. */
let built = false;

async function build() {
  const outcome = await gate('backstage-cli', ['repo', 'build', '--all']);
  built = outcome.failed === 0;
  // A build that succeeds names each of its files; nobody reads that.
  return built ? { ...outcome, output: undefined } : outcome;
}

/**
 * Jest over every package; store tests run on SQLite and on a real PostgreSQL, those of
 * registries on a real registry where there is one.
 */
async function unitTests() {
  const report = path.join(results, 'jest.json');
  spawnSync('rm', ['-f', report]);
  const note = findRegistry()
    ? undefined
    : 'tests on a real registry left out: no docker-registry found; install it (on Debian: apt-get install docker-registry)';
  if (note) console.log(`Of the unit tests, ${note}.`);
  const postgres = await startPostgres({ fsync: false });
  try {
    const { code } = await start(
      'backstage-cli',
      [
        'repo',
        'test',
        '--ci',
        '--watchAll=false',
        '--maxWorkers=2',
        '--silent',
        // A busy machine is slow; what hangs still ends.
        '--testTimeout=30000',
        '--json',
        `--outputFile=${report}`,
      ],
      {
        env: {
          BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING: postgres.url,
          NODE_OPTIONS: '--no-warnings',
        },
      },
    );
    const outcome = counted(report, code, json => ({
      passed: json.numPassedTests,
      failed: json.numFailedTests + json.numRuntimeErrorTestSuites,
    }));
    return { ...outcome, note };
  } finally {
    await postgres.stop();
  }
}

/**
 * Playwright against the portal as `npm start` runs it. All but one test take the bundle
 * that the backend serves, as in production.
 */
async function browserTests() {
  const chromium = findChromium();
  if (!chromium) {
    const note =
      'left out: no Chromium found; install it (on Debian: apt-get install chromium) or set CHROMIUM_PATH';
    console.log(`Browser tests ${note}.`);
    return { passed: 0, failed: 0, note };
  }
  if (!built) {
    const { code } = await start('backstage-cli', ['package', 'build'], {
      cwd: path.join(root, 'packages', 'app'),
    });
    if (code !== 0) {
      return { passed: 0, failed: 1, note: 'the bundle could not be built' };
    }
  }
  const report = path.join(results, 'playwright.json');
  spawnSync('rm', ['-f', report]);
  const { code } = await start('playwright', ['test', '--reporter=list,json'], {
    env: {
      CHROMIUM_PATH: chromium,
      PORTAL_URL: 'http://localhost:7007',
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      BROWSER: 'none',
    },
  });
  return counted(report, code, json => ({
    passed: json.stats.expected + json.stats.flaky,
    failed: json.stats.unexpected,
  }));
}

/** Reads a runner's report; a runner that failed without naming a test counts as one failure. */
function counted(report, code, read) {
  if (!existsSync(report)) return { passed: 0, failed: 1 };
  const { passed, failed } = read(JSON.parse(readFileSync(report, 'utf8')));
  const unnamed = failed === 0 && (code !== 0 || passed === 0) ? 1 : 0;
  return { passed, failed: failed + unnamed };
}

await main();
// By name: the embedded PostgreSQL ends a process that has nothing left to do with 0,
// whatever its exit code was to be.
process.exit();
