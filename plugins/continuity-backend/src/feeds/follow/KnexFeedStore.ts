import type { Instant } from '@continuity/engine';
import type { Knex } from 'knex';
import { inTransaction } from '../../database';
import {
  feedSchedule,
  type FeedRow,
  isShown,
  NOTHING_KNOWN,
  rowAfter,
  SCHEDULE_COLUMNS,
  storedFeed,
  transition,
} from './feedRow';
import {
  type FeedRecord,
  type FeedSchedule,
  type FeedStore,
  type FeedTransition,
  NO_ADDRESS,
  type StoredFeed,
} from './FeedStore';

const TABLE = 'calendar_feeds';
/** The revision of the feeds stands beside that of the catalog; both are read at once. */
const HEADS = 'catalog_projection';
const HEAD = { id: 1 };

/** Keeps feeds in a SQL database (SQLite or PostgreSQL). */
export class KnexFeedStore implements FeedStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** {@inheritDoc FeedStore.changesSince} */
  async changesSince(revision: number): Promise<StoredFeed[]> {
    const rows = await this.#knex<FeedRow>(TABLE)
      .where('revision', '>', revision)
      .orderBy('calendar_ref');
    return rows.map(storedFeed);
  }

  /** {@inheritDoc FeedStore.schedule} */
  async schedule(): Promise<FeedSchedule[]> {
    const rows = await this.#knex<FeedRow>(TABLE)
      .orderBy('calendar_ref')
      .select(...SCHEDULE_COLUMNS);
    return rows.map(feedSchedule);
  }

  /** {@inheritDoc FeedStore.claim} */
  async claim(
    calendarRef: string,
    seen: FeedSchedule | undefined,
    until: Instant,
  ): Promise<Instant | undefined> {
    if (!seen) {
      const created = await this.#knex<FeedRow>(TABLE)
        .insert({
          ...NOTHING_KNOWN,
          calendar_ref: calendarRef,
          claimed_until: until,
          // Nothing to show yet.
          revision: 0,
        })
        .onConflict('calendar_ref')
        .ignore()
        .returning('calendar_ref');
      return created.length === 1 ? until : undefined;
    }
    const { claimedUntil = null, fetchedAt } = seen;
    // Later than any before it, so that no two claims are alike.
    const claim = Math.max(until, (claimedUntil ?? 0) + 1);
    const claimed = await this.#knex<FeedRow>(TABLE)
      .where({ calendar_ref: calendarRef, fetched_at: fetchedAt })
      .where(row =>
        claimedUntil === null
          ? row.whereNull('claimed_until')
          : row.where('claimed_until', claimedUntil),
      )
      .update({ claimed_until: claim });
    return claimed === 1 ? claim : undefined;
  }

  /** {@inheritDoc FeedStore.record} */
  async record(
    tx: Knex.Transaction,
    record: FeedRecord,
  ): Promise<FeedTransition | undefined> {
    const { calendarRef, claim } = record;
    const revision = await lockedRevision(tx);
    const known = await tx<FeedRow>(TABLE)
      .where('calendar_ref', calendarRef)
      .forUpdate()
      .first();
    if (!known || Number(known.claimed_until) !== claim) {
      return undefined;
    }
    const after = rowAfter(known, record);
    const shown = isShown(known, after);
    await tx<FeedRow>(TABLE)
      .where('calendar_ref', calendarRef)
      .update({ ...after, ...(shown && { revision: revision + 1 }) });
    if (shown) {
      await tx(HEADS)
        .where(HEAD)
        .update({ feeds_revision: revision + 1 });
    }
    return transition(known, after);
  }

  /** {@inheritDoc FeedStore.forget} */
  async forget(calendarRefs: readonly string[]): Promise<void> {
    await inTransaction(this.#knex, async tx => {
      const revision = await lockedRevision(tx);
      // The bare ref stays, to tell replicas that hold more of it.
      const forgotten = await tx<FeedRow>(TABLE)
        .whereIn('calendar_ref', calendarRefs)
        .whereNot('address_hash', NO_ADDRESS)
        .update({ ...NOTHING_KNOWN, revision: revision + 1 });
      if (forgotten > 0) {
        await tx(HEADS)
          .where(HEAD)
          .update({ feeds_revision: revision + 1 });
      }
    });
  }
}

/** Whoever writes waits here, so that revisions are given one after the other. */
async function lockedRevision(tx: Knex.Transaction): Promise<number> {
  const row = await tx(HEADS).where(HEAD).forUpdate().first('feeds_revision');
  if (!row) {
    throw new Error('The projection of the catalog lost its row');
  }
  return Number(row.feeds_revision);
}
