import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { CatalogProjection } from '../catalog';
import type { EvidenceSubjects } from './EvidenceService';

/** Refs that are asked for at once. */
const BATCH = 200;

/**
 * Entities as the catalog has them, asked as the service itself: whoever reports need not
 * see what they report about.
 *
 * What was read lately mostly knows them. Of the others the catalog itself is asked, as an
 * entity may be newer than the last reading, or of a kind that is not read. Where it does
 * not answer nothing is called absent: a report that is lost would be worse than one about
 * nothing, which lets nobody pass.
 */
export class CatalogSubjects implements EvidenceSubjects {
  readonly #options: {
    auth: Pick<AuthService, 'getOwnServiceCredentials'>;
    catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
    projection: Pick<CatalogProjection, 'current'>;
    logger: LoggerService;
  };

  constructor(options: {
    auth: Pick<AuthService, 'getOwnServiceCredentials'>;
    catalog: Pick<CatalogService, 'getEntitiesByRefs'>;
    projection: Pick<CatalogProjection, 'current'>;
    logger: LoggerService;
  }) {
    this.#options = options;
  }

  /** {@inheritDoc EvidenceSubjects.absentOf} */
  async absentOf(
    entityRefs: ReadonlySet<string>,
  ): Promise<ReadonlySet<string>> {
    const snapshot = await this.#options.projection.current();
    if (!snapshot) return new Set();
    const unread = [...entityRefs].filter(ref => !snapshot.services.has(ref));
    if (unread.length === 0) return new Set();
    const { auth, catalog, logger } = this.#options;
    const absent = new Set<string>();
    try {
      const credentials = await auth.getOwnServiceCredentials();
      for (let at = 0; at < unread.length; at += BATCH) {
        const batch = unread.slice(at, at + BATCH);
        const { items } = await catalog.getEntitiesByRefs(
          { entityRefs: batch, fields: ['kind'] },
          { credentials },
        );
        batch.forEach((ref, position) => {
          if (!items[position]) absent.add(ref);
        });
      }
    } catch (error) {
      logger.warn(
        `Whether ${unread.length} entities that evidence is about exist could not be asked`,
        error instanceof Error ? error : new Error(String(error)),
      );
    }
    return absent;
  }
}
