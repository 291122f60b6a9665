// `npm run generate`: the types and the run-time document from openapi.yaml.
// `--check` changes nothing and fails when they are out of date.
import { spawnSync } from 'node:child_process';
import process from 'node:process';

const run = spawnSync(
  process.execPath,
  ['plugins/continuity-common/scripts/generate.mjs', ...process.argv.slice(2)],
  { stdio: 'inherit' },
);
process.exitCode = run.status ?? 1;
