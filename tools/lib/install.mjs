import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { UserError } from './errors.mjs';

/**
 * Installs the workspace when what is declared has changed since the last time.
 * `--immutable`: what is installed is what the lockfile says, on every machine.
 */
export async function ensureInstalled(root, toolchain, say) {
  // Outside node_modules, which Yarn clears; what Yarn leaves behind tells that it is there.
  const stamp = path.join(root, '.cache', 'installed');
  const installed = path.join(root, 'node_modules', '.yarn-state.yml');
  const wanted = fingerprint(root, toolchain.node);
  if (
    existsSync(installed) &&
    existsSync(stamp) &&
    readFileSync(stamp, 'utf8') === wanted
  ) {
    return;
  }

  requireCompiler(root);
  say('Installing dependencies (about three minutes the first time) ...');
  const run = spawnSync(
    toolchain.node,
    [toolchain.yarn, 'install', '--immutable'],
    // On stderr, so that a task's own output stays its own.
    {
      cwd: root,
      stdio: ['ignore', 2, 2],
      // The compiler's output only when it fails, also where CI is set.
      env: { ...toolchain.env, YARN_ENABLE_INLINE_BUILDS: '0' },
    },
  );
  if (run.status !== 0) {
    throw new UserError(
      'The dependencies could not be installed; the first error above says why.',
    );
  }
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
}

function fingerprint(root, node) {
  const hash = createHash('sha256');
  const files = ['package.json', 'yarn.lock', '.yarnrc.yml'];
  for (const group of ['packages', 'plugins']) {
    for (const name of readdirSync(path.join(root, group)).sort()) {
      files.push(path.join(group, name, 'package.json'));
    }
  }
  for (const file of files) {
    const full = path.join(root, file);
    if (existsSync(full)) hash.update(file).update(readFileSync(full));
  }
  return hash.update(node).digest('hex');
}

/** better-sqlite3 is compiled from source when no prebuilt binary can be had. */
function requireCompiler(root) {
  const built = path.join(
    root,
    'node_modules/better-sqlite3/build/Release/better_sqlite3.node',
  );
  if (existsSync(built)) return;
  const missing = [
    ['python3', ['python3']],
    ['make', ['make', 'gmake']],
    ['a C++ compiler', ['c++', 'g++', 'clang++']],
  ]
    .filter(([, commands]) => !commands.some(available))
    .map(([name]) => name);
  if (missing.length > 0) {
    throw new UserError(
      `Missing ${missing.join(
        ' and ',
      )}, needed to build the embedded database; on Debian: apt-get install python3 make g++.`,
    );
  }
}

function available(command) {
  return spawnSync(command, ['--version'], { stdio: 'ignore' }).status === 0;
}
