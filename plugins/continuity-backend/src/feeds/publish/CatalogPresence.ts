import type { AuthService } from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { Instant } from '@continuity/engine';

/** A hundred programs that fetch the feeds of one team ask once. */
const REMEMBER_MS = 60_000;
const REMEMBER_AT_MOST = 10_000;

interface Remembered {
  at: Instant;
  entity: Promise<Entity | undefined>;
}

/**
 * Whether people and teams are in the catalog still. Asked as the service itself, so it
 * says nothing of who may see them.
 */
export class CatalogPresence {
  readonly #options: {
    auth: Pick<AuthService, 'getOwnServiceCredentials'>;
    catalog: Pick<CatalogService, 'getEntityByRef'>;
    now: () => Instant;
  };
  readonly #remembered = new Map<string, Remembered>();

  constructor(options: {
    auth: Pick<AuthService, 'getOwnServiceCredentials'>;
    catalog: Pick<CatalogService, 'getEntityByRef'>;
    now: () => Instant;
  }) {
    this.#options = options;
  }

  /**
   * The entity, as of at most a minute ago. Absent: there is none.
   *
   * @throws when the catalog does not answer; nobody is taken for present then
   */
  async of(entityRef: string): Promise<Entity | undefined> {
    const now = this.#options.now();
    const known = this.#remembered.get(entityRef);
    if (known && now - known.at < REMEMBER_MS) {
      return known.entity;
    }
    if (this.#remembered.size >= REMEMBER_AT_MOST) {
      this.#remembered.clear();
    }
    const entity = this.#ask(entityRef);
    this.#remembered.set(entityRef, { at: now, entity });
    entity.catch(() => this.#remembered.delete(entityRef));
    return entity;
  }

  async #ask(entityRef: string): Promise<Entity | undefined> {
    const { auth, catalog } = this.#options;
    return catalog.getEntityByRef(entityRef, {
      credentials: await auth.getOwnServiceCredentials(),
    });
  }
}
