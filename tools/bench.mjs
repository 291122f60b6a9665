// `npm run bench -- <name>`: a benchmark on a PostgreSQL of its own. It reports speed; it judges nothing.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { startPostgres } from './lib/postgres.mjs';

const folder = path.join(process.cwd(), 'packages', 'bench', 'src');
const [name = ''] = process.argv.slice(2);
const file = path.join(folder, name, 'index.ts');
if (!name || !existsSync(file)) {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name);
  console.error(`Which benchmark? One of: ${names.join(', ')}.`);
  process.exit(2);
}

const postgres = await startPostgres();
const child = spawn(
  process.execPath,
  ['--require', '@backstage/cli/config/nodeTransform.cjs', file],
  {
    stdio: 'inherit',
    env: {
      ...process.env,
      DATABASE_URL: postgres.url,
      NODE_OPTIONS: '--no-warnings',
    },
  },
);
child.on('exit', async code => {
  await postgres.stop();
  // By name; see test.mjs.
  process.exit(code ?? 1);
});
