// The public face of every published package, kept in its report.api.md so that a change
// of it is seen in review. `--check` fails when a report is out of date; `--typed` takes the types
// that `tsc` has just written, from scratch.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';

const published = ['packages', 'plugins']
  .flatMap(group => readdirSync(group).map(name => path.join(group, name)))
  .filter(folder => {
    const file = path.join(folder, 'package.json');
    const { backstage, private: isPrivate } = JSON.parse(
      readFileSync(file, 'utf8'),
    );
    return !isPrivate && backstage?.role !== 'cli';
  });

// Everything that is exported is public here; types that only generated code names are not.
const omitted = [
  'ae-forgotten-export',
  'ae-missing-release-tag',
  'ae-undocumented',
  // Workspaces resolve each other to their TypeScript sources.
  'ae-wrong-input-file-type',
];

// From scratch: what an earlier run left behind changes the order of inferred types.
const tsc = process.argv.includes('--typed')
  ? undefined
  : spawnSync('node_modules/.bin/tsc', ['--pretty', '--incremental', 'false'], {
      stdio: 'inherit',
    });
const run =
  tsc === undefined || tsc.status === 0
    ? spawnSync(
        'node_modules/.bin/backstage-repo-tools',
        [
          'api-reports',
          ...(process.argv.includes('--check') ? ['--ci'] : []),
          // openapi-typescript writes tags into comments that TSDoc does not know.
          '--allow-warnings',
          'plugins/continuity-common',
          '-o',
          omitted.join(','),
          ...published,
        ],
        { stdio: ['ignore', 'ignore', 'inherit'] },
      )
    : tsc;
if (run.status !== 0) {
  console.error(
    'The API reports are out of date or could not be made; run `npm run generate` and look at what changed.',
  );
}
process.exitCode = run.status ?? 1;
