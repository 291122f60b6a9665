// Holds app-config.yaml against the schemas of every package, with this checkout's secrets.
import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { developmentEnvironment } from './lib/development.mjs';

const run = spawnSync(
  'node_modules/.bin/backstage-cli',
  ['config:check', '--strict', '--package', 'backend'],
  {
    stdio: 'inherit',
    env: { ...process.env, ...developmentEnvironment(process.cwd()) },
  },
);
process.exitCode = run.status ?? 1;
