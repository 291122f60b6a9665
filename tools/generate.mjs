// `npm run generate`: everything that is made from something else: the types and the
// run-time document from openapi.yaml, and the API reports from the sources.
import { spawnSync } from 'node:child_process';
import process from 'node:process';

for (const script of [
  'plugins/continuity-common/scripts/generate.mjs',
  'tools/api-reports.mjs',
]) {
  const run = spawnSync(process.execPath, [script], { stdio: 'inherit' });
  if (run.status !== 0) process.exit(run.status ?? 1);
}
