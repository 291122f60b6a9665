import type { Instant } from '@continuity/engine';
import type { Knex } from 'knex';
import { inTransaction } from '../../database';
import type { Validators } from './fetchFeed';

/** A feed as far as it is known: what is good of it, and how it answered last. */
export interface StoredFeed {
  calendarRef: string;
  /** Of the address that was asked last. */
  addressHash: string;
  /** Absent: it was never good. */
  good?: {
    content: string;
    /** Of the address that it came from. */
    addressHash: string;
    /** When it was last confirmed to be the newest. */
    at: Instant;
  };
  /** Why the newest answer does not count. Absent: it does. */
  problem?: string;
}

/** When a feed is asked next, and how. */
export interface FeedSchedule {
  calendarRef: string;
  addressHash: string;
  nextAt: Instant;
  fetchedAt: Instant;
  /** Of the content that is good; absent when that came from another address. */
  validators: Validators;
  /** How often the good content asks to be fetched. Absent: it does not say. */
  refreshMs?: number;
}

/** How a feed answered. */
export type FeedAnswer =
  | ({ kind: 'good'; content: string; refreshMs?: number } & Validators)
  | { kind: 'unchanged' }
  | { kind: 'failed'; problem: string };

export interface FeedRecord {
  calendarRef: string;
  addressHash: string;
  at: Instant;
  nextAt: Instant;
  answer: FeedAnswer;
}

/** How a feed stood before and stands after an answer. */
export interface FeedTransition {
  before: 'new' | 'good' | 'bad';
  after: 'good' | 'bad';
  lastGoodAt?: Instant;
}

/** Where feeds are kept, for all replicas. */
export interface FeedStore {
  /** How often anything shown of a feed was changed; one cheap query. */
  head(): Promise<number>;
  /** What changed after a revision. */
  changesSince(revision: number): Promise<StoredFeed[]>;
  schedule(): Promise<FeedSchedule[]>;
  /** Writes an answer in the caller's transaction. */
  record(tx: Knex.Transaction, record: FeedRecord): Promise<FeedTransition>;
  /** Forgets what is known of feeds that nobody follows any more. */
  forget(calendarRefs: readonly string[]): Promise<void>;
}

interface FeedRow {
  calendar_ref: string;
  address_hash: string;
  content: string | null;
  good_address_hash: string | null;
  etag: string | null;
  last_modified: string | null;
  refresh_ms: number | string | null;
  fetched_at: number | string;
  good_at: number | string | null;
  problem: string | null;
  next_at: number | string;
  revision: number | string;
}

const HEAD = { id: 1 };

/** Of a feed that was forgotten; no address has it. */
const NO_ADDRESS = '';

const NOTHING_GOOD = {
  content: null,
  good_address_hash: null,
  etag: null,
  last_modified: null,
  refresh_ms: null,
  good_at: null,
};

/** Keeps feeds in a SQL database (SQLite or PostgreSQL). */
export class KnexFeedStore implements FeedStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async head(): Promise<number> {
    const row = await this.#knex('catalog_projection')
      .where(HEAD)
      .first('feeds_revision');
    return Number(row?.feeds_revision ?? 0);
  }

  async changesSince(revision: number): Promise<StoredFeed[]> {
    const rows = await this.#knex<FeedRow>('calendar_feeds')
      .where('revision', '>', revision)
      .orderBy('calendar_ref');
    return rows.map(storedFeed);
  }

  async schedule(): Promise<FeedSchedule[]> {
    const rows = await this.#knex<FeedRow>('calendar_feeds').select(
      'calendar_ref',
      'address_hash',
      'good_address_hash',
      'etag',
      'last_modified',
      'next_at',
      'fetched_at',
      'refresh_ms',
    );
    return rows.map(row => ({
      calendarRef: row.calendar_ref,
      addressHash: row.address_hash,
      nextAt: Number(row.next_at),
      fetchedAt: Number(row.fetched_at),
      ...(row.refresh_ms !== null && { refreshMs: Number(row.refresh_ms) }),
      validators:
        row.good_address_hash === row.address_hash
          ? {
              ...(row.etag !== null && { etag: row.etag }),
              ...(row.last_modified !== null && {
                lastModified: row.last_modified,
              }),
            }
          : {},
    }));
  }

  async record(
    tx: Knex.Transaction,
    { calendarRef, addressHash, at, nextAt, answer }: FeedRecord,
  ): Promise<FeedTransition> {
    const revision = await lockedRevision(tx);
    const known = await tx<FeedRow>('calendar_feeds')
      .where('calendar_ref', calendarRef)
      .first();
    const after = stateAfter(known, addressHash, at, answer);
    const isShown =
      known?.problem !== after.problem ||
      known.content !== after.content ||
      known.address_hash !== addressHash;
    await tx<FeedRow>('calendar_feeds')
      .insert({
        calendar_ref: calendarRef,
        address_hash: addressHash,
        ...after,
        fetched_at: at,
        next_at: nextAt,
        revision: isShown ? revision + 1 : known.revision,
      })
      .onConflict('calendar_ref')
      .merge();
    if (isShown) {
      await tx('catalog_projection')
        .where(HEAD)
        .update({ feeds_revision: revision + 1 });
    }
    return {
      before: standingOf(known),
      after: after.problem === null ? 'good' : 'bad',
      ...(after.good_at !== null && { lastGoodAt: Number(after.good_at) }),
    };
  }

  async forget(calendarRefs: readonly string[]): Promise<void> {
    await inTransaction(this.#knex, async tx => {
      const revision = await lockedRevision(tx);
      const forgotten = await tx<FeedRow>('calendar_feeds')
        .whereIn('calendar_ref', calendarRefs)
        .whereNot('address_hash', NO_ADDRESS)
        .update({
          ...NOTHING_GOOD,
          address_hash: NO_ADDRESS,
          problem: null,
          next_at: 0,
          revision: revision + 1,
        });
      if (forgotten > 0) {
        await tx('catalog_projection')
          .where(HEAD)
          .update({ feeds_revision: revision + 1 });
      }
    });
  }
}

/** Whoever writes waits here, so that revisions are given one after the other. */
async function lockedRevision(tx: Knex.Transaction): Promise<number> {
  const row = await tx('catalog_projection')
    .where(HEAD)
    .forUpdate()
    .first('feeds_revision');
  return Number(row?.feeds_revision ?? 0);
}

function stateAfter(
  known: FeedRow | undefined,
  addressHash: string,
  at: Instant,
  answer: FeedAnswer,
): Pick<FeedRow, keyof typeof NOTHING_GOOD | 'problem'> {
  const {
    content,
    good_address_hash: goodAddress,
    etag,
    last_modified,
    refresh_ms,
    good_at,
  } = known ?? NOTHING_GOOD;
  const kept = {
    content,
    good_address_hash: goodAddress,
    etag,
    last_modified,
    refresh_ms,
    good_at,
  };
  switch (answer.kind) {
    case 'good':
      return {
        content: answer.content,
        good_address_hash: addressHash,
        etag: answer.etag ?? null,
        last_modified: answer.lastModified ?? null,
        refresh_ms: answer.refreshMs ?? null,
        good_at: at,
        problem: null,
      };
    case 'unchanged':
      return { ...kept, good_at: at, problem: null };
    default:
      return { ...kept, problem: answer.problem };
  }
}

function standingOf(row: FeedRow | undefined): FeedTransition['before'] {
  if (!row || row.address_hash === NO_ADDRESS) {
    return 'new';
  }
  return row.problem === null ? 'good' : 'bad';
}

function storedFeed(row: FeedRow): StoredFeed {
  return {
    calendarRef: row.calendar_ref,
    addressHash: row.address_hash,
    ...(row.content !== null && {
      good: {
        content: row.content,
        addressHash: row.good_address_hash ?? NO_ADDRESS,
        at: Number(row.good_at),
      },
    }),
    ...(row.problem !== null && { problem: row.problem }),
  };
}
