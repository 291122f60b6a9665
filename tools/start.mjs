// `npm start`: the identity provider, the calendar feeds, the Git host, the portal, and once the example's evidence.
import { spawn } from 'node:child_process';
import path from 'node:path';
import process from 'node:process';
import { developmentEnvironment } from './lib/development.mjs';
import { UserError } from './lib/errors.mjs';
import { requireFreePorts } from './lib/ports.mjs';

const root = process.cwd();
const children = new Set();
let stopping = false;

function run(name, command, args, options = {}) {
  const child = spawn(command, args, {
    stdio: 'inherit',
    cwd: root,
    // A process group of its own, so that what it starts ends with it.
    detached: true,
    ...options,
  });
  children.add(child);
  child.on('exit', code => {
    children.delete(child);
    if (!stopping && options.essential !== false) {
      console.error(`${name} ended (${code ?? 'killed'}); stopping the rest.`);
      stop(code || 1);
    }
  });
  return child;
}

function stop(code) {
  if (stopping) return;
  stopping = true;
  process.exitCode = code;
  for (const child of children) {
    try {
      process.kill(-child.pid, 'SIGTERM');
    } catch {
      // Ended by itself in the meantime.
    }
  }
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => stop(0));
}

async function answers(url, init, accept = response => response.ok) {
  try {
    return await accept(await fetch(url, init));
  } catch {
    return false;
  }
}

async function until(check, { seconds, what }) {
  const deadline = Date.now() + seconds * 1000;
  while (!stopping) {
    if (await check()) return;
    if (Date.now() > deadline)
      throw new UserError(`${what} within ${seconds} s.`);
    await new Promise(resolve => setTimeout(resolve, 500));
  }
}

async function main() {
  await requireFreePorts({
    portal: 3000,
    backend: 7007,
    'identity provider': 8180,
    'publisher of calendar feeds': 8181,
    'Git host': 8183,
  });
  const env = { ...process.env, ...developmentEnvironment(root) };

  run(
    'The identity provider',
    process.execPath,
    ['packages/dev-identity/src/index.ts', 'examples/catalog/org.yaml'],
    { env: { ...env, NODE_NO_WARNINGS: '1' } },
  );
  // The auth backend reads the provider's metadata once, when it starts.
  await until(
    () => answers('http://localhost:8180/.well-known/openid-configuration'),
    { seconds: 30, what: 'The identity provider did not answer' },
  );

  run(
    'The publisher of calendar feeds',
    process.execPath,
    [path.join('examples', 'feeds', 'serve.mjs')],
    // Without it the portal shows what a feed looks like that is down.
    { env, essential: false },
  );
  run(
    'The Git host',
    process.execPath,
    ['packages/dev-forge/src/index.ts', 'examples/catalog/org.yaml'],
    // Without it, or without git, everything works but what publishes a repository.
    { env: { ...env, NODE_NO_WARNINGS: '1' }, essential: false },
  );
  run('The portal', 'yarn', ['backstage-cli', 'repo', 'start'], { env });
  const token = env.CONTINUITY_PIPELINE_TOKEN;
  const headers = { authorization: `Bearer ${token}` };
  await until(
    () =>
      answers(
        'http://localhost:7007/api/continuity/status',
        { headers },
        async response =>
          response.ok && (await response.json()).state === 'fresh',
      ),
    { seconds: 300, what: 'The backend did not read the catalog' },
  );
  if (stopping) return;

  const push = run(
    "The example's evidence",
    process.execPath,
    [
      path.join('examples', 'evidence', 'push.mjs'),
      '--url',
      'http://localhost:7007',
    ],
    { env: { ...env, CONTINUITY_TOKEN: token }, essential: false },
  );
  const pushed = await new Promise(resolve => push.on('exit', resolve));
  if (stopping) return;
  if (pushed !== 0) {
    console.error("The example's evidence was not all stored; see above.");
  }
  console.log(
    [
      '',
      'The portal is open on http://localhost:3000 - sign in as anybody of the example organisation.',
      'Ask from another terminal:',
      '  npm run -s continuity -- gate --entity component:default/payments-api --environment production',
      '',
    ].join('\n'),
  );
}

main().catch(error => {
  console.error(error instanceof UserError ? error.message : error);
  stop(1);
});
