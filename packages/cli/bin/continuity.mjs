#!/usr/bin/env node
// Published: runs what was built. In a checkout: bundles the sources when one of them
// has changed since the last time, then runs the bundle, so that it starts fast.
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));
const source = path.resolve(here, '../src/index.ts');

const entry = existsSync(source)
  ? await bundle(path.resolve(here, '../../..'))
  : path.resolve(here, '../dist/index.cjs.js');
await import(pathToFileURL(entry).href);

async function bundle(root) {
  const folder = path.join(root, 'node_modules', '.cache', 'continuity-cli');
  const outfile = path.join(folder, 'continuity.mjs');
  const inputs = path.join(folder, 'inputs.json');
  if (isFresh(root, outfile, inputs)) return outfile;

  const { build } = await import('esbuild');
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [source],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node22',
    metafile: true,
    logLevel: 'error',
    // Bundled CommonJS asks for Node's own modules with require().
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  });
  const modified = Object.fromEntries(
    Object.keys(metafile.inputs)
      .filter(file => !file.includes('node_modules'))
      .map(file => [file, statSync(path.join(root, file)).mtimeMs]),
  );
  modified['yarn.lock'] = statSync(path.join(root, 'yarn.lock')).mtimeMs;
  writeFileSync(inputs, JSON.stringify(modified));
  return outfile;
}

function isFresh(root, outfile, inputs) {
  if (!existsSync(outfile) || !existsSync(inputs)) return false;
  return Object.entries(JSON.parse(readFileSync(inputs, 'utf8'))).every(
    ([file, modified]) =>
      statSync(path.join(root, file), { throwIfNoEntry: false })?.mtimeMs ===
      modified,
  );
}
