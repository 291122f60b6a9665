import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { type Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { ConflictError, stringifyError } from '@backstage/errors';
import type { Instant } from '@continuity/engine';
import type { LedgerService } from '../ledger';
import type { CatalogProjectionStore } from './CatalogProjectionStore';
import type { ReadableCatalog } from './CatalogReader';
import {
  documentOf,
  type EntityDocument,
  kindOf,
  READ_KINDS,
  readDocument,
  SERVICE_KINDS,
} from './documents';
import { keepLastGood } from './keepLastGood';
import { standingEntry } from './standingEntry';
import { writeReading } from './writeReading';

/**
 * When an entity is looked at after it was told to have changed, milliseconds. The catalog
 * tells while it processes; what it shows follows a little later.
 */
const LOOK_AFTER_MS = [300, 1_000, 2_000, 4_000, 10_000];
/**
 * More than this at once is a catalog that fills, of which a complete reading tells. An
 * entity costs about as much by its name as in a complete reading, so it is worth its
 * while to ask by name for what is a part of a catalog.
 */
const MAX_WAITING = 20_000;
const BATCH = 200;
const WRITE_ATTEMPTS = 5;

export interface EntityUpdatesOptions {
  store: CatalogProjectionStore;
  catalog: Pick<ReadableCatalog, 'getEntitiesByRefs'>;
  auth: Pick<AuthService, 'getOwnServiceCredentials'>;
  ledger: Pick<LedgerService, 'write'>;
  logger: Pick<LoggerService, 'warn' | 'debug'>;
  tierIds: readonly string[];
  now: () => Instant;
  /** Absent: {@link LOOK_AFTER_MS}. */
  lookAfterMs?: readonly number[];
}

interface Waiting {
  attempt: number;
  dueAt: number;
}

/**
 * Brings single entities up to date when the catalog says that they have changed, so that
 * nobody has to wait for the next complete reading. It is a shortcut and nothing relies on
 * it: what is never told, or told too early, comes with the next complete reading.
 */
export class EntityUpdates {
  readonly #options: EntityUpdatesOptions;
  readonly #waiting = new Map<string, Waiting>();
  #timer: NodeJS.Timeout | undefined;
  #running = false;
  #stopped = false;

  constructor(options: EntityUpdatesOptions) {
    this.#options = options;
  }

  /** Takes note of entities that have changed, and returns at once. */
  announce(entityRefs: readonly string[]): void {
    const now = Date.now();
    for (const ref of entityRefs) {
      if (!isRead(ref)) continue;
      if (this.#waiting.size >= MAX_WAITING && !this.#waiting.has(ref)) {
        this.#options.logger.debug(
          'The catalog changes in many places at once; the next complete reading brings them',
        );
        break;
      }
      this.#waiting.set(ref, { attempt: 0, dueAt: now + this.#delays[0] });
    }
    this.#schedule();
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  /**
   * Reads entities by name and writes those that differ from what is stored.
   *
   * @returns refs of those among the asked that did differ
   */
  async update(entityRefs: readonly string[]): Promise<string[]> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.#updateOnce(entityRefs);
      } catch (error) {
        if (!(error instanceof ConflictError) || attempt === WRITE_ATTEMPTS) {
          throw error;
        }
      }
    }
  }

  get #delays(): readonly number[] {
    return this.#options.lookAfterMs ?? LOOK_AFTER_MS;
  }

  #schedule() {
    if (this.#running || this.#stopped || this.#waiting.size === 0) return;
    const next = Math.min(...[...this.#waiting.values()].map(at => at.dueAt));
    clearTimeout(this.#timer);
    this.#timer = setTimeout(
      () => void this.#look(),
      Math.max(0, next - Date.now()),
    );
    this.#timer.unref();
  }

  async #look(): Promise<void> {
    this.#running = true;
    const now = Date.now();
    const due = [...this.#waiting]
      .filter(([, { dueAt }]) => dueAt <= now)
      .slice(0, BATCH);
    due.forEach(([ref]) => this.#waiting.delete(ref));
    let changed: ReadonlySet<string> = new Set();
    try {
      changed = new Set(await this.update(due.map(([ref]) => ref)));
    } catch (error) {
      this.#options.logger.warn(
        `Entities that changed could not be read; the next complete reading brings them: ${stringifyError(
          error,
        )}`,
      );
    }
    for (const [ref, { attempt }] of due) {
      const delay = this.#delays[attempt + 1];
      if (!changed.has(ref) && delay !== undefined && !this.#waiting.has(ref)) {
        this.#waiting.set(ref, {
          attempt: attempt + 1,
          dueAt: Date.now() + delay,
        });
      }
    }
    this.#running = false;
    this.#schedule();
  }

  async #updateOnce(entityRefs: readonly string[]): Promise<string[]> {
    const { store, tierIds, now } = this.#options;
    const head = await store.head();
    if (head.readAt === undefined || entityRefs.length === 0) {
      return [];
    }
    const readAt = now();
    const asked = await this.#differences(entityRefs);
    // Both ends of a relation hold it; the other end has not changed by itself.
    const others = await this.#differences(
      [...asked.neighbours].filter(ref => !entityRefs.includes(ref)),
    );
    const changed = [...asked.changed, ...others.changed];
    if (changed.length + asked.gone.length === 0) {
      return [];
    }
    const { versions, changes } = await keepLastGood(changed, {
      store,
      tierIds,
      readBefore: head.readAt,
    });
    await writeReading(
      {
        baseRevision: head.revision,
        readAt,
        changed: versions,
        deleted: asked.gone,
        partial: true,
      },
      changes.flatMap(change => standingEntry(change, readAt) ?? []),
      this.#options,
    );
    return [...asked.changed.map(({ entityRef }) => entityRef), ...asked.gone];
  }

  async #differences(entityRefs: readonly string[]): Promise<{
    changed: EntityDocument[];
    gone: string[];
    neighbours: Set<string>;
  }> {
    const { store, catalog, auth } = this.#options;
    const stored = new Map(
      (await store.versionsOf(entityRefs)).map(of => [of.entityRef, of]),
    );
    const changed: EntityDocument[] = [];
    const gone: string[] = [];
    const neighbours = new Set<string>();
    for (let from = 0; from < entityRefs.length; from += BATCH) {
      const batch = entityRefs.slice(from, from + BATCH);
      const credentials = await auth.getOwnServiceCredentials();
      const { items } = await catalog.getEntitiesByRefs(
        { entityRefs: batch },
        { credentials },
      );
      batch.forEach((ref, index) => {
        const entity = items[index];
        const before = stored.get(ref)?.document;
        if (!entity) {
          // What decides what is frozen goes with a complete reading only, which is
          // careful about it.
          if (before !== undefined && SERVICE_KINDS.includes(kindOf(ref))) {
            gone.push(ref);
            addTargets(neighbours, readDocument(before));
          }
          return;
        }
        const document = documentOf(entity);
        if (document.document !== before) {
          changed.push(document);
          addDifferingTargets(neighbours, before, entity);
        }
      });
    }
    return { changed, gone, neighbours };
  }
}

function isRead(ref: string): boolean {
  return READ_KINDS.some(
    kind => kind.toLocaleLowerCase('en-US') === kindOf(ref),
  );
}

function addTargets(into: Set<string>, entity: Entity) {
  for (const { targetRef } of entity.relations ?? []) {
    if (isRead(targetRef)) into.add(targetRef);
  }
}

function addDifferingTargets(
  into: Set<string>,
  before: string | undefined,
  after: Entity,
) {
  const keysOf = (entity: Entity | undefined) =>
    new Map(
      (entity?.relations ?? []).map(({ type, targetRef }) => [
        `${type} ${targetRef}`,
        targetRef,
      ]),
    );
  const old = keysOf(before === undefined ? undefined : readDocument(before));
  const now = keysOf(after);
  const self = stringifyEntityRef(after);
  for (const [one, other] of [
    [old, now],
    [now, old],
  ]) {
    for (const [key, targetRef] of one) {
      if (!other.has(key) && targetRef !== self && isRead(targetRef)) {
        into.add(targetRef);
      }
    }
  }
}
