import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { resolve } from 'node:path';

const TOKEN = 'a-token-that-only-tests-know';
const START_TIMEOUT_MS = 60_000;

/** A backend in a process of its own. */
export interface SpawnedBackend {
  /** Answers of the plugin's API; rejects when the process is gone. */
  ask(path: string, init?: { body: object; key?: string }): Promise<Answer>;
  /** SIGKILL: no chance to tidy up. */
  kill(): Promise<void>;
}

export interface Answer {
  status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- whatever it answers
  body: any;
}

/**
 * Starts a backend on a database and waits until it answers. It may not have read its
 * catalog yet; then it denies, which is an answer, too.
 */
export async function spawnBackend(database: object): Promise<SpawnedBackend> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}`;
  const child = spawn(
    process.execPath,
    [
      '--require',
      require.resolve('@backstage/cli/config/nodeTransform.cjs'),
      resolve(__dirname, 'backendProcess.ts'),
    ],
    {
      env: {
        ...process.env,
        NODE_ENV: 'development',
        LOG_LEVEL: 'warn',
        CONTINUITY_TEST_CONFIG: JSON.stringify(configFor(address, database)),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const output = collectOutput(child);
  const exited = once(child, 'exit');
  const backend: SpawnedBackend = {
    async ask(path, init) {
      const response = await fetch(`${address}/api/continuity${path}`, {
        method: init ? 'POST' : 'GET',
        headers: {
          authorization: `Bearer ${TOKEN}`,
          'content-type': 'application/json',
          ...(init?.key && { 'idempotency-key': init.key }),
        },
        body: init && JSON.stringify(init.body),
      });
      return { status: response.status, body: await response.json() };
    },
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
  try {
    await untilReady(backend, child);
  } catch (error) {
    await backend.kill();
    throw new Error(`${error}\n${output()}`);
  }
  return backend;
}

function configFor(address: string, database: object) {
  return {
    app: { baseUrl: address },
    backend: {
      baseUrl: address,
      listen: { host: '127.0.0.1', port: Number(new URL(address).port) },
      database,
      auth: {
        externalAccess: [
          { type: 'static', options: { token: TOKEN, subject: 'pipeline' } },
        ],
      },
    },
    continuity: {
      gate: {
        policies: [{ id: 'calendars', title: 'Calendars', calendars: 'all' }],
      },
    },
  };
}

async function untilReady(
  backend: SpawnedBackend,
  child: ChildProcess,
): Promise<void> {
  const deadline = Date.now() + START_TIMEOUT_MS;
  let last: unknown;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) {
      throw new Error(`The backend ended with code ${child.exitCode}`);
    }
    try {
      const { status, body } = await backend.ask('/status');
      if (status === 200) {
        return;
      }
      last = body;
    } catch (error) {
      last = error;
    }
    await new Promise(done => setTimeout(done, 100));
  }
  throw new Error(`The backend did not get ready: ${JSON.stringify(last)}`);
}

function collectOutput(child: ChildProcess): () => string {
  const chunks: string[] = [];
  child.stdout?.on('data', chunk => chunks.push(String(chunk)));
  child.stderr?.on('data', chunk => chunks.push(String(chunk)));
  return () => chunks.join('').slice(-4000);
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') {
    throw new Error('There is no free port');
  }
  return address.port;
}
