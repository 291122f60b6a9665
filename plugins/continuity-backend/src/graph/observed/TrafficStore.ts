import { ConflictError } from '@backstage/errors';
import type { Instant } from '@continuity/engine';
import type { Knex } from 'knex';
import { inTransaction } from '../../database';

/** Who called whom, by the names that tracing has for them. */
export interface Call {
  client: string;
  server: string;
  calls: number;
}

/** A pair that was seen, and when. */
export interface SeenCall extends Call {
  source: string;
  firstSeenAt: Instant;
  lastSeenAt: Instant;
}

/** How a source of traffic is. */
export interface StoredTrafficSource {
  id: string;
  /** When it was last read. Absent: never. */
  readAt?: Instant;
  /** Since when no stretch of time was left out. Absent: never read. */
  watchedSince?: Instant;
  /** Why the newest reading failed. Absent: it did not. */
  problem?: string;
  /** Grows with every reading; the calls of equal revisions are equal. */
  revision: number;
}

/** What one reading of a source brought. */
export interface TrafficReading {
  readAt: Instant;
  /** Milliseconds that it looked back. */
  lookbackMs: number;
  calls: readonly Call[];
  /** Pairs that were last seen before are forgotten. */
  forgetBefore: Instant;
}

/** Where traffic is kept, for all replicas. */
export interface TrafficStore {
  /** One cheap query. */
  sources(): Promise<StoredTrafficSource[]>;
  /** Everything that was ever seen and is not forgotten. */
  calls(): Promise<SeenCall[]>;
  /**
   * Writes a reading and forgets what was not seen since a moment.
   *
   * @throws ConflictError when a newer reading was written in between
   */
  write(source: string, reading: TrafficReading): Promise<void>;
  /** Notes that a reading failed; what was seen stays. */
  noteProblem(source: string, problem: string): Promise<void>;
}

/** PostgreSQL hands out a bigint as text. */
interface SourceRow {
  id: string;
  read_at: number | string | null;
  watched_since: number | string | null;
  problem: string | null;
  revision: number | string;
}

interface CallRow {
  source: string;
  client: string;
  server: string;
  calls: number;
  first_seen_at: number | string;
  last_seen_at: number | string;
}

/** Rows a statement; SQLite allows at most 32766 bound values. */
const BATCH = 500;

/** Traffic in a SQL database (SQLite or PostgreSQL). */
export class KnexTrafficStore implements TrafficStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async sources(): Promise<StoredTrafficSource[]> {
    const rows = await this.#knex<SourceRow>('traffic_sources').orderBy('id');
    return rows.map(row => ({
      id: row.id,
      ...(row.read_at !== null && { readAt: Number(row.read_at) }),
      ...(row.watched_since !== null && {
        watchedSince: Number(row.watched_since),
      }),
      ...(row.problem !== null && { problem: row.problem }),
      revision: Number(row.revision),
    }));
  }

  async calls(): Promise<SeenCall[]> {
    const rows = await this.#knex<CallRow>('traffic_calls').orderBy([
      'source',
      'client',
      'server',
    ]);
    return rows.map(row => ({
      source: row.source,
      client: row.client,
      server: row.server,
      calls: row.calls,
      firstSeenAt: Number(row.first_seen_at),
      lastSeenAt: Number(row.last_seen_at),
    }));
  }

  async write(source: string, reading: TrafficReading): Promise<void> {
    const { readAt, lookbackMs, calls, forgetBefore } = reading;
    await inTransaction(this.#knex, async tx => {
      await this.#ensure(tx, source);
      const taken = await tx<SourceRow>('traffic_sources')
        .where('id', source)
        .where(row => row.whereNull('read_at').orWhere('read_at', '<', readAt))
        .update({
          read_at: readAt,
          // Columns on the right hold what was before: a reading that does not reach back
          // to the one before it begins anew.
          watched_since: tx.raw(
            'case when read_at >= ? then watched_since else ? end',
            [readAt - lookbackMs, readAt - lookbackMs],
          ),
          problem: null,
          revision: tx.raw('revision + 1'),
        });
      if (taken !== 1) {
        throw new ConflictError(
          `Traffic source ${source} was read by another replica at the same time`,
        );
      }
      for (let from = 0; from < calls.length; from += BATCH) {
        await tx<CallRow>('traffic_calls')
          .insert(
            calls
              .slice(from, from + BATCH)
              .map(({ client, server, calls: n }) => ({
                source,
                client,
                server,
                calls: n,
                first_seen_at: readAt,
                last_seen_at: readAt,
              })),
          )
          .onConflict(['source', 'client', 'server'])
          .merge(['calls', 'last_seen_at']);
      }
      await tx('traffic_calls')
        .where('source', source)
        .where('last_seen_at', '<', forgetBefore)
        .delete();
    });
  }

  async noteProblem(source: string, problem: string): Promise<void> {
    await inTransaction(this.#knex, async tx => {
      await this.#ensure(tx, source);
      await tx('traffic_sources').where('id', source).update({ problem });
    });
  }

  async #ensure(tx: Knex.Transaction, source: string): Promise<void> {
    await tx('traffic_sources')
      .insert({
        id: source,
        read_at: null,
        watched_since: null,
        problem: null,
        revision: 0,
      })
      .onConflict('id')
      .ignore();
  }
}
