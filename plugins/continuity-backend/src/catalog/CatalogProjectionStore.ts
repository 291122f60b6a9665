import { ConflictError } from '@backstage/errors';
import type { Instant } from '@continuity/engine';
import type { Knex } from 'knex';
import type { EntityDocument } from './documents';
import type { PendingReading } from './readingCounts';

/** How far the projection is, and how the newest reading went. */
export interface ProjectionHead {
  revision: number;
  /** Of what is known of the feeds that calendars follow. */
  feedsRevision: number;
  /** Absent: the catalog has never been read completely. */
  readAt?: Instant;
  firstReadAt?: Instant;
  /** Why the newest reading did not count. Absent: it did. */
  problem?: string;
  /** A reading that waits to be confirmed by the next one. */
  pending?: PendingReading;
}

/** A version of an entity that could be read, kept because the newest cannot be. */
export interface LastGoodDocument {
  document: string;
  /** Start of the last reading of the catalog that still brought it. */
  at: Instant;
}

/** One entity that changed. An absent document: it is gone. */
export interface ChangedEntity {
  entityRef: string;
  document?: string;
  /** Absent: the newest version can be read, or none ever could. */
  lastGood?: LastGoodDocument;
}

/** The version of an entity that takes the place of another, or is new. */
export interface NewVersion extends EntityDocument {
  /** Stored beside it because it cannot be read itself. */
  lastGood?: LastGoodDocument;
}

/** A reading, as the difference to what is stored. */
export interface ReadingDifference {
  /** The revision that the difference was computed against. */
  baseRevision: number;
  /** When the reading began. */
  readAt: Instant;
  changed: NewVersion[];
  deleted: string[];
  /**
   * Only some entities were looked at. How old the knowledge of all others is stays as it
   * is, and so does what is wrong with the newest complete reading.
   */
  partial?: boolean;
}

/** Where the reading of the catalog is kept, for all replicas. */
export interface CatalogProjectionStore {
  /** One cheap query. */
  head(): Promise<ProjectionHead>;
  /** Content hash of every entity that is not deleted, by ref. */
  hashes(): Promise<Map<string, string>>;
  /** What is stored of some entities; those that are not known or gone are left out. */
  versionsOf(entityRefs: readonly string[]): Promise<ChangedEntity[]>;
  /** What changed after a revision, in pages; from 0 without deletions. */
  changesSince(revision: number): AsyncIterable<ChangedEntity[]>;
  /**
   * Writes a reading, all of it or nothing; a complete one clears the problem.
   *
   * @param tx - absent: in a transaction of its own
   * @returns the revision it has now; the base revision when nothing changed
   * @throws ConflictError when another reading was written in between
   */
  write(reading: ReadingDifference, tx?: Knex.Transaction): Promise<number>;
  /** Notes that a reading did not count; what is stored stays as it is. */
  noteProblem(problem: string, pending?: PendingReading): Promise<void>;
}

/** PostgreSQL hands out a bigint as text. */
interface HeadRow {
  revision: number | string;
  feeds_revision: number | string;
  read_at: number | string | null;
  first_read_at: number | string | null;
  problem: string | null;
  pending: string | null;
}

interface EntityRow {
  entity_ref: string;
  revision: number | string;
  content_hash: string;
  document: string | null;
  good_document: string | null;
  good_at: number | string | null;
}

const VERSION_COLUMNS = [
  'entity_ref',
  'document',
  'good_document',
  'good_at',
] as const;

/** Rows a statement; SQLite allows at most 32766 bound values. */
const WRITE_BATCH = 500;
const READ_PAGE = 2000;
const HEAD_ID = 1;

/** Keeps the projection in a SQL database (SQLite or PostgreSQL). */
export class KnexCatalogProjectionStore implements CatalogProjectionStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async head(): Promise<ProjectionHead> {
    const row = await this.#knex<HeadRow & { id: number }>('catalog_projection')
      .where('id', HEAD_ID)
      .first();
    if (!row) {
      return { revision: 0, feedsRevision: 0 };
    }
    return {
      revision: Number(row.revision),
      feedsRevision: Number(row.feeds_revision),
      ...(row.read_at !== null && { readAt: Number(row.read_at) }),
      ...(row.first_read_at !== null && {
        firstReadAt: Number(row.first_read_at),
      }),
      ...(row.problem !== null && { problem: row.problem }),
      ...(row.pending !== null && { pending: JSON.parse(row.pending) }),
    };
  }

  async hashes(): Promise<Map<string, string>> {
    const rows = await this.#knex<EntityRow>('catalog_entities')
      .whereNotNull('document')
      .select('entity_ref', 'content_hash');
    return new Map(rows.map(row => [row.entity_ref, row.content_hash]));
  }

  async versionsOf(entityRefs: readonly string[]): Promise<ChangedEntity[]> {
    const found: ChangedEntity[] = [];
    for (const batch of batches(entityRefs)) {
      const rows = await this.#knex<EntityRow>('catalog_entities')
        .whereIn('entity_ref', batch)
        .whereNotNull('document')
        .select(...VERSION_COLUMNS);
      found.push(...rows.map(changedEntity));
    }
    return found;
  }

  async *changesSince(revision: number): AsyncIterable<ChangedEntity[]> {
    let after: string | undefined;
    for (;;) {
      const query = this.#knex<EntityRow>('catalog_entities')
        .where('revision', '>', revision)
        .orderBy('entity_ref')
        .limit(READ_PAGE)
        .select(...VERSION_COLUMNS);
      if (revision === 0) {
        query.whereNotNull('document');
      }
      if (after !== undefined) {
        query.where('entity_ref', '>', after);
      }
      const rows = await query;
      if (rows.length > 0) {
        yield rows.map(changedEntity);
      }
      if (rows.length < READ_PAGE) {
        return;
      }
      after = rows[rows.length - 1].entity_ref;
    }
  }

  async write(
    reading: ReadingDifference,
    tx?: Knex.Transaction,
  ): Promise<number> {
    return tx
      ? this.#write(tx, reading)
      : this.#knex.transaction(own => this.#write(own, reading));
  }

  async #write(
    tx: Knex.Transaction,
    reading: ReadingDifference,
  ): Promise<number> {
    const { baseRevision, readAt, changed, deleted, partial } = reading;
    const revision =
      changed.length + deleted.length > 0 ? baseRevision + 1 : baseRevision;
    // The row is taken first: of two readings that overlap, one must give way.
    const taken = await tx('catalog_projection')
      .where({ id: HEAD_ID, revision: baseRevision })
      .where(row =>
        partial
          ? row.whereNotNull('read_at')
          : row.whereNull('read_at').orWhere('read_at', '<=', readAt),
      )
      .update({
        revision,
        ...(!partial && {
          read_at: readAt,
          first_read_at: tx.raw('coalesce(first_read_at, ?)', [readAt]),
          problem: null,
          pending: null,
        }),
      });
    if (taken !== 1) {
      throw new ConflictError(
        `The catalog was read by another replica at the same time; revision ${baseRevision} is no longer the newest`,
      );
    }
    for (const batch of batches(changed)) {
      await tx<EntityRow>('catalog_entities')
        .insert(
          batch.map(({ entityRef, contentHash, document, lastGood }) => ({
            entity_ref: entityRef,
            content_hash: contentHash,
            document,
            good_document: lastGood?.document ?? null,
            good_at: lastGood?.at ?? null,
            revision,
          })),
        )
        .onConflict('entity_ref')
        .merge();
    }
    for (const batch of batches(deleted)) {
      await tx('catalog_entities').whereIn('entity_ref', batch).update({
        document: null,
        content_hash: '',
        good_document: null,
        good_at: null,
        revision,
      });
    }
    return revision;
  }

  async noteProblem(problem: string, pending?: PendingReading): Promise<void> {
    await this.#knex('catalog_projection')
      .where('id', HEAD_ID)
      .update({
        problem,
        pending: pending ? JSON.stringify(pending) : null,
      });
  }
}

function changedEntity(
  row: Pick<EntityRow, (typeof VERSION_COLUMNS)[number]>,
): ChangedEntity {
  return {
    entityRef: row.entity_ref,
    document: row.document ?? undefined,
    ...(row.good_document !== null && {
      lastGood: { document: row.good_document, at: Number(row.good_at) },
    }),
  };
}

function* batches<T>(items: readonly T[]): Iterable<T[]> {
  for (let from = 0; from < items.length; from += WRITE_BATCH) {
    yield items.slice(from, from + WRITE_BATCH);
  }
}
