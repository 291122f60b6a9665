import path from 'node:path';
import { readOwners } from './owners.ts';
import { startForge } from './server.ts';

const [file] = process.argv.slice(2);
const port = Number(process.env.FORGE_PORT ?? 8183);
const data = process.env.CONTINUITY_DATA_DIR;
const token = process.env.FORGE_TOKEN;
if (!file || !data || !token) {
  throw new Error(
    'usage: CONTINUITY_DATA_DIR=... FORGE_TOKEN=... node index.ts <file with Group entities>',
  );
}

startForge({
  port,
  folder: path.join(data, 'forge'),
  owners: readOwners(file),
  account: { username: 'portal', token },
}).then(
  () => {
    process.stdout.write(`Git host on http://localhost:${port}\n`);
  },
  error => {
    const reason = error instanceof Error ? error.message : error;
    process.stderr.write(
      `The Git host cannot start, so templates cannot publish to it: ${reason}\n`,
    );
    process.exitCode = 1;
  },
);
