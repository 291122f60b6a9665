import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';

/** What a connection begins with; `DISCARD ALL` comes back to it. */
export interface SessionOptions {
  /** The longest that one statement may take, in milliseconds. */
  readonly statementLimitMs: number;
  /** Broken off when it fires, whatever is running. */
  readonly signal?: AbortSignal;
}

/** One connection to a database. */
export class Session {
  readonly #client: Client;
  readonly #forget: () => void;

  private constructor(client: Client, forget: () => void) {
    this.#client = client;
    this.#forget = forget;
  }

  static async open(
    url: string,
    { statementLimitMs, signal }: SessionOptions,
  ): Promise<Session> {
    // Not before it is needed: the other commands start without it.
    const pg: typeof import('pg') = require('pg');
    signal?.throwIfAborted();
    const client = new pg.Client({
      connectionString: url,
      statement_timeout: statementLimitMs,
      connectionTimeoutMillis: 30_000,
      application_name: 'continuity migrations rehearse',
    });
    // The query that is under way fails as well; without a listener the process would end.
    client.on('error', () => {});
    let breakOff = () => {};
    // A connection that is broken off while it is made would be waited for for ever.
    const broken = new Promise<never>((_, reject) => {
      breakOff = () => {
        client.end().catch(() => {});
        reject(new Error('it was broken off'));
      };
    });
    broken.catch(() => {});
    signal?.addEventListener('abort', breakOff, { once: true });
    const forget = () => signal?.removeEventListener('abort', breakOff);
    try {
      await Promise.race([client.connect(), broken]);
    } catch (error) {
      forget();
      throw error;
    }
    return new Session(client, forget);
  }

  /** Sends a text as it is; several statements in it are one transaction. */
  async run(sql: string): Promise<void> {
    await this.#client.query(sql);
  }

  /** @returns the rows, each as an object by column */
  async rows<T extends object>(
    sql: string,
    values: readonly unknown[] = [],
  ): Promise<T[]> {
    const { rows } = await this.#client.query<T>(sql, [...values]);
    return rows;
  }

  /** Sends lines of data to a statement `COPY ... FROM stdin`. */
  async copyIn(statement: string, lines: string): Promise<void> {
    const {
      from,
    }: typeof import('pg-copy-streams') = require('pg-copy-streams');
    await pipeline(Readable.from([lines]), this.#client.query(from(statement)));
  }

  /** @returns the rows, a page at a time, so that a large table needs no memory */
  async *stream<T extends object>(
    sql: string,
    page: number = 5_000,
  ): AsyncGenerator<T> {
    await this.run('BEGIN READ ONLY');
    try {
      await this.run(`DECLARE walk NO SCROLL CURSOR FOR ${sql}`);
      for (;;) {
        const rows = await this.rows<T>(`FETCH ${page} FROM walk`);
        yield* rows;
        if (rows.length < page) break;
      }
    } finally {
      await this.run('ROLLBACK');
    }
  }

  async close(): Promise<void> {
    this.#forget();
    await this.#client.end();
  }
}
