import type { Instant } from '@continuity/engine';
import type { Knex } from 'knex';
import type { StoredSubscription } from './types';

/** Where feeds are kept that people made, for all replicas. */
export interface SubscriptionStore {
  /** Absent: there is none, or it was revoked. One query, whatever the hash. */
  byTokenHash(hash: string): Promise<StoredSubscription | undefined>;
  /** Newest first. */
  ofMaker(maker: string): Promise<StoredSubscription[]>;
  /** Changes what a feed shows. */
  rebind(
    before: Pick<StoredSubscription, 'id' | 'feedKey'>,
    after: Pick<StoredSubscription, 'visible' | 'feedKey' | 'hidden'>,
  ): Promise<void>;
  /** Remembers that a feed was fetched. */
  markUsed(id: string, at: Instant): Promise<void>;

  /** Absent: there is none, or it was revoked. */
  read(
    tx: Knex.Transaction,
    id: string,
  ): Promise<StoredSubscription | undefined>;
  /**
   * @param limit - How many a maker may have, however many are made at once.
   * @returns false, and nothing is inserted, when the maker has so many
   */
  insert(
    tx: Knex.Transaction,
    subscription: StoredSubscription,
    tokenHash: string,
    limit: number,
  ): Promise<boolean>;
  /** @returns false when somebody else was faster */
  remove(
    tx: Knex.Transaction,
    subscription: Pick<StoredSubscription, 'id' | 'feedKey'>,
  ): Promise<boolean>;
}

/** PostgreSQL hands out a bigint as text, SQLite a boolean as a number. */
interface SubscriptionRow {
  id: string;
  token_hash: string;
  subject_kind: StoredSubscription['subject']['kind'];
  subject_ref: string;
  visible: string | null;
  feed_key: string;
  created_at: number | string;
  created_by: string;
  maker_in_catalog: boolean | number;
  hidden: boolean | number;
  place: number;
  last_used_at: number | string | null;
}

/** Feeds in a SQL database (SQLite or PostgreSQL). */
export class KnexSubscriptionStore implements SubscriptionStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async byTokenHash(hash: string): Promise<StoredSubscription | undefined> {
    const row = await this.#knex<SubscriptionRow>('calendar_subscriptions')
      .where('token_hash', hash)
      .first();
    return row && subscriptionOf(row);
  }

  async ofMaker(maker: string): Promise<StoredSubscription[]> {
    const rows = await this.#knex<SubscriptionRow>('calendar_subscriptions')
      .where('created_by', maker)
      .orderBy([
        { column: 'created_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ]);
    return rows.map(subscriptionOf);
  }

  async rebind(
    before: Pick<StoredSubscription, 'id' | 'feedKey'>,
    {
      visible,
      feedKey,
      hidden,
    }: Pick<StoredSubscription, 'visible' | 'feedKey' | 'hidden'>,
  ): Promise<void> {
    await this.#knex<SubscriptionRow>('calendar_subscriptions')
      .where('id', before.id)
      .update({ visible: jsonOf(visible), feed_key: feedKey, hidden });
    await forgetUnused(this.#knex, before.feedKey);
  }

  async markUsed(id: string, at: Instant): Promise<void> {
    await this.#knex<SubscriptionRow>('calendar_subscriptions')
      .where('id', id)
      .update({ last_used_at: at });
  }

  async read(
    tx: Knex.Transaction,
    id: string,
  ): Promise<StoredSubscription | undefined> {
    const row = await tx<SubscriptionRow>('calendar_subscriptions')
      .where('id', id)
      .first();
    return row && subscriptionOf(row);
  }

  async insert(
    tx: Knex.Transaction,
    subscription: StoredSubscription,
    tokenHash: string,
    limit: number,
  ): Promise<boolean> {
    // Of two who take the same place one waits for the other, and then takes the next.
    for (;;) {
      const place = await this.#freePlace(tx, subscription.createdBy);
      if (place > limit) {
        return false;
      }
      const inserted = await tx<SubscriptionRow>('calendar_subscriptions')
        .insert(rowOf(subscription, tokenHash, place))
        .onConflict(['created_by', 'place'])
        .ignore()
        .returning('id');
      if (inserted.length > 0) {
        return true;
      }
    }
  }

  async remove(
    tx: Knex.Transaction,
    { id, feedKey }: Pick<StoredSubscription, 'id' | 'feedKey'>,
  ): Promise<boolean> {
    const removed = await tx<SubscriptionRow>('calendar_subscriptions')
      .where('id', id)
      .delete();
    await forgetUnused(tx, feedKey);
    return removed > 0;
  }

  async #freePlace(tx: Knex.Transaction, maker: string): Promise<number> {
    const rows = await tx<SubscriptionRow>('calendar_subscriptions')
      .where('created_by', maker)
      .select('place');
    const taken = new Set(rows.map(({ place }) => place));
    let place = 1;
    while (taken.has(place)) {
      place += 1;
    }
    return place;
  }
}

/** Forgets what a feed said last, unless another feed says it still. */
async function forgetUnused(knex: Knex, feedKey: string): Promise<void> {
  const another = await knex<SubscriptionRow>('calendar_subscriptions')
    .where('feed_key', feedKey)
    .first('id');
  if (!another) {
    await knex('published_feeds').where('feed_key', feedKey).delete();
  }
}

function jsonOf(visible: readonly string[] | undefined): string | null {
  return visible ? JSON.stringify(visible) : null;
}

function rowOf(
  subscription: StoredSubscription,
  tokenHash: string,
  place: number,
): SubscriptionRow {
  const { subject, visible, lastUsedAt } = subscription;
  return {
    id: subscription.id,
    token_hash: tokenHash,
    subject_kind: subject.kind,
    subject_ref: subject.ref,
    visible: jsonOf(visible),
    feed_key: subscription.feedKey,
    created_at: subscription.createdAt,
    created_by: subscription.createdBy,
    maker_in_catalog: subscription.makerInCatalog,
    hidden: subscription.hidden,
    place,
    last_used_at: lastUsedAt ?? null,
  };
}

function subscriptionOf(row: SubscriptionRow): StoredSubscription {
  return {
    id: row.id,
    subject: { kind: row.subject_kind, ref: row.subject_ref },
    ...(row.visible !== null && { visible: JSON.parse(row.visible) }),
    feedKey: row.feed_key,
    createdAt: Number(row.created_at),
    createdBy: row.created_by,
    makerInCatalog: Boolean(row.maker_in_catalog),
    hidden: Boolean(row.hidden),
    ...(row.last_used_at !== null && { lastUsedAt: Number(row.last_used_at) }),
  };
}
