#!/usr/bin/env node
// The one way in: `npm start`, `npm test` and their Yarn twins all come through here.
// Runs on any Node from 20 on, with nothing installed; brings the pinned Node 22 and
// Yarn from npm when the machine's own do not fit, installs once, and hands over.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { UserError } from './lib/errors.mjs';
import { ensureInstalled } from './lib/install.mjs';
import { ensureToolchain } from './lib/toolchain.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

const tasks = {
  start: 'tools/start.mjs',
  test: 'tools/test.mjs',
  bench: 'tools/bench.mjs',
  generate: 'tools/generate.mjs',
  continuity: 'packages/cli/bin/continuity.mjs',
};

/** The command line prints nothing but its own output, so set-up talks on stderr. */
const say = message => process.stderr.write(`${message}\n`);

async function main() {
  const [task, ...args] = process.argv.slice(2);
  if (!Object.hasOwn(tasks, task ?? '')) {
    throw new UserError(
      `Unknown task "${task ?? ''}"; one of ${Object.keys(tasks).join(', ')}.`,
    );
  }
  const toolchain = await ensureToolchain(root, say);
  await ensureInstalled(root, toolchain, say);
  const env = { ...toolchain.env };
  if (task === 'continuity') Object.assign(env, developmentAccess());

  const child = spawn(
    toolchain.node,
    [path.join(root, tasks[task]), ...args],
    // The command line reads files relative to where the person stands.
    { stdio: 'inherit', env, cwd: task === 'continuity' ? undefined : root },
  );
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal));
  }
  child.on('error', error => fail(error));
  child.on('exit', (code, signal) => {
    process.exitCode = signal ? 130 : code ?? 1;
  });
}

/**
 * `npm start` leaves the development portal's pipeline token behind; the command
 * line uses it when nothing else was said, so that a newcomer's first question works.
 */
function developmentAccess() {
  const file = path.join(root, '.data', 'pipeline-token');
  const chosen = process.env.CONTINUITY_URL || process.env.CONTINUITY_TOKEN;
  if (
    chosen ||
    process.argv.some(argument => /^--url(=|$)/.test(argument)) ||
    !existsSync(file)
  )
    return {};
  return { CONTINUITY_TOKEN: readFileSync(file, 'utf8').trim() };
}

function fail(error) {
  say(
    error instanceof UserError ? error.message : String(error.stack ?? error),
  );
  // 2: wrong usage or an unfit machine; the command line must not be mistaken for an answer.
  process.exitCode = error instanceof UserError ? 2 : 1;
}

main().catch(fail);
