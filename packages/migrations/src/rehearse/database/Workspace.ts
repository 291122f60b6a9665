import { randomBytes } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { RehearsalError } from '../RehearsalError';
import type { RehearsalServer } from './RehearsalServer';
import { Session, type SessionOptions } from './Session';

/**
 * The databases of one rehearsal: the one that is worked on, and copies of it at its
 * moments. All have names that nobody else has, and all are gone afterwards.
 */
export class Workspace {
  readonly #server: RehearsalServer;
  readonly #options: SessionOptions;
  readonly #prefix = `continuity_rehearsal_${randomBytes(6).toString('hex')}`;
  readonly #made: string[] = [];
  readonly #open = new Set<Session>();

  private constructor(server: RehearsalServer, options: SessionOptions) {
    this.#server = server;
    this.#options = options;
  }

  /** @throws RehearsalError when no database can be made */
  static async create(
    server: RehearsalServer,
    options: SessionOptions,
  ): Promise<Workspace> {
    const workspace = new Workspace(server, options);
    try {
      // Template 0 holds nothing that somebody has put into template 1 on this server.
      await workspace.#make(workspace.name, 'template0');
    } catch (error) {
      if (options.signal?.aborted) {
        await workspace.remove();
        throw new RehearsalError(
          'interrupted',
          'the rehearsal was interrupted before it began, and what it made is removed',
        );
      }
      throw new RehearsalError(
        'unavailable',
        `no database can be made for the rehearsal: ${
          error instanceof Error ? error.message : String(error)
        }; it needs a role that may CREATEDB, on a server that can be reached`,
      );
    }
    return workspace;
  }

  /** Of the database that is worked on. */
  get name(): string {
    return this.#prefix;
  }

  get url(): string {
    return this.#urlOf(this.name);
  }

  /** e.g. `PostgreSQL 18.4`. */
  async version(): Promise<string> {
    const [{ version }] = await this.#admin(session =>
      session.rows<{ version: string }>('SELECT version()'),
    );
    return version.split(' ').slice(0, 2).join(' ');
  }

  /** A connection to the database that is worked on, closed by whoever asked for it. */
  async session(database: string = this.name): Promise<Session> {
    const session = await Session.open(this.#urlOf(database), this.#options);
    this.#open.add(session);
    return session;
  }

  /** Does something with a connection of its own. */
  async with<T>(
    database: string,
    work: (session: Session) => Promise<T>,
  ): Promise<T> {
    const session = await this.session(database);
    try {
      return await work(session);
    } finally {
      this.#open.delete(session);
      await session.close();
    }
  }

  /**
   * Copies the database that is worked on, as it is; nobody may be connected to it.
   *
   * @returns the name of the copy
   */
  async copy(moment: 'after' | 'before'): Promise<string> {
    const name = `${this.#prefix}_${moment}`;
    await this.#make(name, this.name);
    return name;
  }

  /** Removes all of them, also when somebody is still connected. Never throws. */
  async remove(): Promise<readonly string[]> {
    await Promise.all([...this.#open].map(one => one.close().catch(() => {})));
    const left: string[] = [];
    // What is to be done now must be done, whatever has fired.
    const options = { statementLimitMs: this.#options.statementLimitMs };
    try {
      const session = await Session.open(this.#server.url, options);
      await this.#endMaking(session);
      for (const name of this.#made.reverse()) {
        await session
          .run(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
          .catch(() => left.push(name));
      }
      await session.close();
    } catch {
      left.push(...this.#made);
    }
    return left;
  }

  /** A database that is still being made when it is dropped would be there afterwards. */
  async #endMaking(session: Session): Promise<void> {
    for (let tries = 0; tries < 100; tries++) {
      const making = await session.rows(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
         WHERE pid <> pg_backend_pid() AND state = 'active' AND query LIKE $1`,
        [`CREATE DATABASE ${this.#prefix}%`],
      );
      if (making.length === 0) return;
      await setTimeout(50);
    }
  }

  async #make(name: string, template: string): Promise<void> {
    // Before it is there: whatever breaks off in between must not leave it behind.
    this.#made.push(name);
    await this.#admin(session =>
      session.run(`CREATE DATABASE ${name} TEMPLATE ${template}`),
    );
  }

  async #admin<T>(work: (session: Session) => Promise<T>): Promise<T> {
    const session = await Session.open(this.#server.url, this.#options);
    try {
      return await work(session);
    } finally {
      await session.close();
    }
  }

  #urlOf(database: string): string {
    const url = new URL(this.#server.url);
    url.pathname = `/${database}`;
    return url.href;
  }
}
