import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { ConflictError, stringifyError } from '@backstage/errors';
import type { CatalogService as CatalogClient } from '@backstage/plugin-catalog-node';
import type { Instant } from '@continuity/engine';
import type { LedgerService } from '../ledger';
import type {
  CatalogProjectionStore,
  ProjectionHead,
} from './CatalogProjectionStore';
import {
  CALENDAR_KIND,
  documentOf,
  type EntityDocument,
  READ_KINDS,
} from './documents';
import { keepLastGood } from './keepLastGood';
import { judgeReading } from './readingCounts';
import { standingEntry } from './standingEntry';
import { writeReading } from './writeReading';

/** The part of the catalog's client that reading needs. */
export type ReadableCatalog = Pick<
  CatalogClient,
  'streamEntities' | 'getEntitiesByRefs'
>;

export type ReadingOutcome =
  | { counted: true; changed: number; deleted: number }
  | { counted: false; problem: string };

const STREAM_PAGE = 500;
const CONFIRM_BATCH = 250;
/** Single entities change all the time; a reading does not lose against all of them. */
const WRITE_ATTEMPTS = 10;

interface ReadCatalog {
  seen: number;
  calendars: string[];
  /** What differs from the stored hashes, by ref. */
  changed: Map<string, EntityDocument>;
  /** Known refs that the stream did not bring. */
  missing: string[];
}

/**
 * Reads the whole catalog and writes what changed. A reading that breaks off
 * writes nothing but its problem.
 */
export class CatalogReader {
  readonly #store: CatalogProjectionStore;
  readonly #catalog: ReadableCatalog;
  readonly #auth: Pick<AuthService, 'getOwnServiceCredentials'>;
  readonly #ledger: Pick<LedgerService, 'write'>;
  readonly #logger: LoggerService;
  readonly #tierIds: readonly string[];
  readonly #now: () => Instant;
  #running: Promise<ReadingOutcome> | undefined;
  /** A portal that waits for its catalog says so once, not every few seconds. */
  #lastLogged: string | undefined;

  constructor(options: {
    store: CatalogProjectionStore;
    catalog: ReadableCatalog;
    auth: Pick<AuthService, 'getOwnServiceCredentials'>;
    /** Is told of what can no longer be read, and of what can again. */
    ledger: Pick<LedgerService, 'write'>;
    logger: LoggerService;
    /** Tiers that a calendar may name. */
    tierIds: readonly string[];
    now: () => Instant;
  }) {
    this.#store = options.store;
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#ledger = options.ledger;
    this.#logger = options.logger;
    this.#tierIds = options.tierIds;
    this.#now = options.now;
  }

  /** Reads once. Never throws: a failure is an outcome, noted in the store. */
  async read(signal?: AbortSignal): Promise<ReadingOutcome> {
    this.#running ??= this.#readAndReport(signal).finally(() => {
      this.#running = undefined;
    });
    return this.#running;
  }

  async #readAndReport(signal?: AbortSignal): Promise<ReadingOutcome> {
    try {
      const outcome = await this.#readOnce(signal);
      if (!outcome.counted) {
        this.#logOnce('info', outcome.problem);
        return outcome;
      }
      this.#lastLogged = undefined;
      if (outcome.changed + outcome.deleted > 0) {
        this.#logger.info(
          `Read the catalog: ${outcome.changed} entities changed, ${outcome.deleted} are gone`,
        );
      }
      return outcome;
    } catch (error) {
      const problem = `Reading the catalog failed: ${stringifyError(error)}`;
      this.#logOnce('warn', problem);
      // The database may be what failed; then the age of the reading tells.
      await this.#store.noteProblem(problem).catch(() => {});
      return { counted: false, problem };
    }
  }

  #logOnce(level: 'info' | 'warn', problem: string) {
    if (this.#lastLogged !== problem) {
      this.#logger[level](problem);
      this.#lastLogged = problem;
    }
  }

  async #readOnce(signal?: AbortSignal): Promise<ReadingOutcome> {
    // What the catalog shows is at least as new as the moment the stream began.
    const readAt = this.#now();
    const head = await this.#store.head();
    const known = await this.#store.hashes();
    const reading = await this.#stream(known, signal);

    const judgement = this.#judge(head, known, reading);
    if (!judgement.counts) {
      await this.#store.noteProblem(judgement.problem, judgement.pending);
      return { counted: false, problem: judgement.problem };
    }

    const deleted = await this.#confirmMissing(reading, known);
    signal?.throwIfAborted();
    return this.#write(head, readAt, reading.changed, deleted);
  }

  /**
   * While the stream ran, single entities may have been read again because they changed.
   * Those are newer than what the stream brought; everything else is written as it is.
   */
  async #write(
    base: ProjectionHead,
    readAt: Instant,
    changed: ReadonlyMap<string, EntityDocument>,
    deleted: readonly string[],
  ): Promise<ReadingOutcome> {
    const newer = new Set<string>();
    let head = base;
    for (let attempt = 1; ; attempt++) {
      const { versions, changes } = await keepLastGood(
        [...changed.values()].filter(({ entityRef }) => !newer.has(entityRef)),
        {
          store: this.#store,
          tierIds: this.#tierIds,
          readBefore: base.readAt,
        },
      );
      const gone = deleted.filter(ref => !newer.has(ref));
      try {
        await writeReading(
          {
            baseRevision: head.revision,
            readAt,
            changed: versions,
            deleted: gone,
          },
          changes.flatMap(change => standingEntry(change, readAt) ?? []),
          { store: this.#store, ledger: this.#ledger },
        );
        return {
          counted: true,
          changed: versions.length,
          deleted: gone.length,
        };
      } catch (error) {
        const now = await this.#store.head();
        if (
          !(error instanceof ConflictError) ||
          attempt === WRITE_ATTEMPTS ||
          // Another complete reading came first.
          now.readAt !== base.readAt
        ) {
          throw error;
        }
        for await (const page of this.#store.changesSince(base.revision)) {
          page.forEach(({ entityRef }) => newer.add(entityRef));
        }
        head = now;
      }
    }
  }

  async #stream(
    known: ReadonlyMap<string, string>,
    signal?: AbortSignal,
  ): Promise<ReadCatalog> {
    const refs = new Set<string>();
    const calendars: string[] = [];
    const changed = new Map<string, EntityDocument>();
    const credentials = await this.#auth.getOwnServiceCredentials();
    const pages = this.#catalog.streamEntities(
      {
        filter: { kind: READ_KINDS },
        pageSize: STREAM_PAGE,
        totalItems: 'exclude',
      },
      { credentials },
    );
    for await (const page of pages) {
      signal?.throwIfAborted();
      for (const entity of page) {
        const document = documentOf(entity);
        const { entityRef } = document;
        if (!refs.has(entityRef) && isCalendar(entityRef)) {
          calendars.push(entityRef);
        }
        refs.add(entityRef);
        if (known.get(entityRef) === document.contentHash) {
          changed.delete(entityRef);
        } else {
          changed.set(entityRef, document);
        }
      }
    }
    return {
      seen: refs.size,
      calendars: calendars.sort(),
      changed,
      missing: [...known.keys()].filter(ref => !refs.has(ref)),
    };
  }

  #judge(
    head: ProjectionHead,
    known: ReadonlyMap<string, string>,
    reading: ReadCatalog,
  ) {
    const knewCalendars = [...known.keys()].some(isCalendar);
    return judgeReading({
      first: head.readAt === undefined,
      seen: { entities: reading.seen, calendars: reading.calendars },
      known: known.size,
      lost: reading.missing.length,
      everyCalendarLost: knewCalendars && reading.calendars.length === 0,
      pending: head.pending,
      at: this.#now(),
    });
  }

  /**
   * Asks for each missing entity by name: one that was registered anew while the
   * stream ran may have been passed over, and is not gone.
   */
  async #confirmMissing(
    reading: ReadCatalog,
    known: ReadonlyMap<string, string>,
  ): Promise<string[]> {
    const gone: string[] = [];
    for (let from = 0; from < reading.missing.length; from += CONFIRM_BATCH) {
      const entityRefs = reading.missing.slice(from, from + CONFIRM_BATCH);
      const credentials = await this.#auth.getOwnServiceCredentials();
      const { items } = await this.#catalog.getEntitiesByRefs(
        { entityRefs },
        { credentials },
      );
      entityRefs.forEach((ref, index) => {
        const entity = items[index];
        if (!entity) {
          gone.push(ref);
          return;
        }
        const document = documentOf(entity);
        if (known.get(ref) !== document.contentHash) {
          reading.changed.set(ref, document);
        }
      });
    }
    return gone;
  }
}

function isCalendar(entityRef: string): boolean {
  return entityRef.startsWith(`${CALENDAR_KIND}:`);
}
