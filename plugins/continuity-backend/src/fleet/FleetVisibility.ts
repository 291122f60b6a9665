import type {
  BackstageCredentials,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { catalogEntityReadPermission } from '@backstage/plugin-catalog-common/alpha';
import type { CatalogService as CatalogClient } from '@backstage/plugin-catalog-node';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { Instant } from '@continuity/engine';
import { READ_KINDS } from '../catalog';
import type { Caller } from '../http';

/** What a caller may see: everything, or only these refs (perhaps none). */
export type VisibleEntities = 'all' | ReadonlySet<string>;

/** Who asks once, asks again: paging and sorting must not query the catalog anew. */
const REMEMBER_MS = 30_000;
/** Sets of a large catalog are large; few callers have conditions of their own. */
const REMEMBER_AT_MOST = 20;
const PAGE = 1000;

interface Remembered {
  at: Instant;
  refs: Promise<ReadonlySet<string>>;
}

/**
 * Which entities a caller may see. The catalog's own permission decides, so that
 * nothing of an entity shows here that does not show in the catalog.
 */
export class FleetVisibility {
  readonly #permissions: PermissionsService;
  readonly #catalog: Pick<CatalogClient, 'streamEntities'>;
  readonly #now: () => Instant;
  readonly #remembered = new Map<string, Remembered>();

  constructor(options: {
    permissions: PermissionsService;
    catalog: Pick<CatalogClient, 'streamEntities'>;
    now: () => Instant;
  }) {
    this.#permissions = options.permissions;
    this.#catalog = options.catalog;
    this.#now = options.now;
  }

  /**
   * Everything of the kinds that are read here that the caller may see. The catalog
   * hides entities from people; a service that may read the fleet reads all of it,
   * also when its token is restricted to Continuity and the catalog would refuse it.
   */
  async visibleTo({
    credentials,
    isService,
  }: Caller): Promise<VisibleEntities> {
    if (isService) {
      return 'all';
    }
    const [decision] = await this.#permissions.authorizeConditional(
      [{ permission: catalogEntityReadPermission }],
      { credentials },
    );
    switch (decision.result) {
      case AuthorizeResult.ALLOW:
        return 'all';
      case AuthorizeResult.CONDITIONAL:
        return this.#rememberedRefs(
          JSON.stringify([credentials.principal, decision.conditions]),
          credentials,
        );
      default:
        return new Set();
    }
  }

  async #rememberedRefs(
    key: string,
    credentials: BackstageCredentials,
  ): Promise<ReadonlySet<string>> {
    const now = this.#now();
    for (const [other, { at }] of this.#remembered) {
      if (now - at >= REMEMBER_MS) {
        this.#remembered.delete(other);
      }
    }
    const known = this.#remembered.get(key);
    if (known) {
      return known.refs;
    }
    const [oldest] = this.#remembered.keys();
    if (oldest !== undefined && this.#remembered.size >= REMEMBER_AT_MOST) {
      this.#remembered.delete(oldest);
    }
    const refs = this.#queryRefs(credentials);
    this.#remembered.set(key, { at: now, refs });
    refs.catch(() => this.#remembered.delete(key));
    return refs;
  }

  async #queryRefs(
    credentials: BackstageCredentials,
  ): Promise<ReadonlySet<string>> {
    const refs = new Set<string>();
    const pages = this.#catalog.streamEntities(
      {
        filter: { kind: READ_KINDS },
        fields: ['kind', 'metadata.name', 'metadata.namespace'],
        pageSize: PAGE,
        totalItems: 'exclude',
      },
      { credentials },
    );
    for await (const page of pages) {
      for (const entity of page) {
        refs.add(stringifyEntityRef(entity));
      }
    }
    return refs;
  }
}
