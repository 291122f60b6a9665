import { ServiceUnavailableError } from '@backstage/errors';
import type { Instant } from '@continuity/engine';
import type { Knex } from 'knex';
import type { FeedVersion } from './types';

/** What a replica has just found a feed to say. */
export interface FoundContent {
  /** Of what it says, without times and version. */
  contentHash: string;
  /** Of the snapshot that it was made from. */
  revision: number;
  at: Instant;
}

/** Which version of its content each distinct feed is at, for all replicas. */
export interface FeedVersionStore {
  /**
   * The version of a feed that says this; a new one when it said something else before.
   * Of a replica that is behind another, the version of the other.
   */
  versionOf(feedKey: string, content: FoundContent): Promise<FeedVersion>;
}

interface FeedRow {
  feed_key: string;
  content_hash: string;
  revision: number | string;
  sequence: number;
  changed_at: number | string;
}

/** Others can be faster only as often as the feed changes. */
const ATTEMPTS = 10;

/** Versions in a SQL database (SQLite or PostgreSQL). */
export class KnexFeedVersionStore implements FeedVersionStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async versionOf(
    feedKey: string,
    content: FoundContent,
  ): Promise<FeedVersion> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
      const row = await this.#knex<FeedRow>('published_feeds')
        .where('feed_key', feedKey)
        .first();
      const isCurrent =
        row &&
        (row.content_hash === content.contentHash ||
          Number(row.revision) > content.revision);
      if (isCurrent) {
        return {
          sequence: row.sequence,
          changedAt: Number(row.changed_at),
        };
      }
      const next = row ? successor(row, content.at) : first(content.at);
      if (await this.#write(feedKey, content, next, row)) {
        return next;
      }
    }
    throw new ServiceUnavailableError(
      'The feed changes faster than it can be written; ask again',
    );
  }

  /** @returns false when somebody else was faster */
  async #write(
    feedKey: string,
    { contentHash, revision }: FoundContent,
    { sequence, changedAt }: FeedVersion,
    before: FeedRow | undefined,
  ): Promise<boolean> {
    const row: FeedRow = {
      feed_key: feedKey,
      content_hash: contentHash,
      revision,
      sequence,
      changed_at: changedAt,
    };
    if (before) {
      const updated = await this.#knex<FeedRow>('published_feeds')
        .where({ feed_key: feedKey, sequence: before.sequence })
        .update(row);
      return updated > 0;
    }
    const inserted = await this.#knex<FeedRow>('published_feeds')
      .insert(row)
      .onConflict('feed_key')
      .ignore()
      .returning('feed_key');
    return inserted.length > 0;
  }
}

function first(at: Instant): FeedVersion {
  return { sequence: 0, changedAt: at };
}

/** Later than the one before, also by a clock that is behind: programs compare them. */
function successor(
  { sequence, changed_at }: FeedRow,
  at: Instant,
): FeedVersion {
  return {
    sequence: sequence + 1,
    // iCalendar counts in seconds.
    changedAt: Math.max(at, Number(changed_at) + 1000),
  };
}
