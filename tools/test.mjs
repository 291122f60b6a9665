// `npm test`: everything that must hold, in the order in which a fault is cheapest to
// find. Each gate counts as one; tests count one by one. All run, also after a failure.
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

const steps = {
  contract: () =>
    gate('node', ['plugins/continuity-common/scripts/generate.mjs', '--check']),
  openapi: () =>
    gate('redocly', ['lint', 'plugins/continuity-common/openapi.yaml']),
  prettier: () => gate('prettier', ['--check', '--loglevel', 'warn', '.']),
  types: () => gate('tsc', ['--pretty']),
  lint: () => gate('backstage-cli', ['repo', 'lint', '--max-warnings', '0']),
  config: () => gate('node', ['tools/check-config.mjs']),
  'api-reports': () => gate('node', ['tools/api-reports.mjs', '--check']),
  unused: () => gate('knip', ['--no-progress']),
  unit: unitTests,
  build,
  browser: browserTests,
};

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
  const total = { passed: 0, failed: 0 };
  const summary = [];
  for (const name of chosen) {
    console.log(`\n=== ${name}`);
    const started = Date.now();
    const outcome = await steps[name]();
    total.passed += outcome.passed;
    total.failed += outcome.failed;
    const seconds = Math.round((Date.now() - started) / 1000);
    summary.push(
      `${outcome.failed > 0 ? 'FAILED ' : 'ok     '} ${name.padEnd(
        12,
      )} ${seconds} s${outcome.note ? `  (${outcome.note})` : ''}`,
    );
  }
  console.log(`\n${summary.join('\n')}\n`);
  process.exitCode = total.failed > 0 ? 1 : 0;
  console.log(`${total.passed} passed, ${total.failed} failed`);
}

function start(command, args, env = {}, cwd = root) {
  const bin = path.join(root, 'node_modules', '.bin', command);
  return new Promise(resolve => {
    const child = spawn(existsSync(bin) ? bin : command, args, {
      stdio: ['ignore', 'inherit', 'inherit'],
      cwd,
      env: { ...process.env, ...env },
    });
    child.on('error', error => {
      console.error(error.message);
      resolve(1);
    });
    child.on('exit', code => resolve(code ?? 1));
  });
}

async function gate(command, args) {
  const code = await start(command, args);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Whether this run has built the packages, the portal's bundle among them. */
let built = false;

async function build() {
  const outcome = await gate('backstage-cli', ['repo', 'build', '--all']);
  built = outcome.failed === 0;
  return outcome;
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
    const code = await start(
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
        BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING: postgres.url,
        NODE_OPTIONS: '--no-warnings',
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
  const app = path.join(root, 'packages', 'app');
  if (!built && (await start('backstage-cli', ['package', 'build'], {}, app))) {
    return { passed: 0, failed: 1, note: 'the bundle could not be built' };
  }
  const report = path.join(results, 'playwright.json');
  spawnSync('rm', ['-f', report]);
  const code = await start('playwright', ['test', '--reporter=list,json'], {
    CHROMIUM_PATH: chromium,
    PORTAL_URL: 'http://localhost:7007',
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    BROWSER: 'none',
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
