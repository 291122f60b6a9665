import { createHash } from 'node:crypto';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { LoggerService } from '@backstage/backend-plugin-api';
import type { CatalogProcessorCache } from '@backstage/plugin-catalog-node';
import type { EventsService } from '@backstage/plugin-events-node';
import { stringifyError } from '@backstage/errors';
import { TOPIC_CATALOG_CHANGED } from '@continuity/plugin-continuity-common';

const CACHE_KEY = 'announced';
/** Entities of one file are processed together; they make one event. */
const COLLECT_MS = 200;
/** Refs in one event; more make several, so that each stays small for whoever carries it. */
const MAX_IN_EVENT = 500;

/**
 * Tells others which entities have changed. What an entity was when it was last told of is
 * kept in the catalog's own cache, so that a restart tells nothing twice.
 */
export class ChangeAnnouncer {
  readonly #events: Pick<EventsService, 'publish'>;
  readonly #logger: Pick<LoggerService, 'warn'>;
  readonly #collectMs: number;
  readonly #collected = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  constructor(options: {
    events: Pick<EventsService, 'publish'>;
    logger: Pick<LoggerService, 'warn'>;
    /** Absent: 200. */
    collectMs?: number;
  }) {
    this.#events = options.events;
    this.#logger = options.logger;
    this.#collectMs = options.collectMs ?? COLLECT_MS;
  }

  /** Takes an entity as it was processed; tells of it when it differs from last time. */
  async consider(entity: Entity, cache: CatalogProcessorCache): Promise<void> {
    const { uid: _uid, etag: _etag, ...metadata } = entity.metadata;
    const hash = createHash('sha256')
      .update(JSON.stringify([entity.kind, metadata, entity.spec]))
      .digest('base64url');
    if ((await cache.get<string>(CACHE_KEY)) === hash) {
      // What is not set again would be forgotten.
      await cache.set(CACHE_KEY, hash);
      return;
    }
    await cache.set(CACHE_KEY, hash);
    this.#collected.add(stringifyEntityRef(entity));
    this.#timer ??= setTimeout(() => void this.#tell(), this.#collectMs);
    this.#timer.unref();
  }

  async #tell(): Promise<void> {
    const entityRefs = [...this.#collected];
    this.#collected.clear();
    this.#timer = undefined;
    try {
      for (let from = 0; from < entityRefs.length; from += MAX_IN_EVENT) {
        await this.#events.publish({
          topic: TOPIC_CATALOG_CHANGED,
          eventPayload: {
            entityRefs: entityRefs.slice(from, from + MAX_IN_EVENT),
          },
        });
      }
    } catch (error) {
      // Whoever listens reads the whole catalog now and then.
      this.#logger.warn(
        `Changed entities could not be announced: ${stringifyError(error)}`,
      );
    }
  }
}
