import type {
  AuthService,
  BackstageCredentials,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import type { Entity } from '@backstage/catalog-model';
import { NotAllowedError, NotFoundError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import {
  AuthorizeResult,
  type BasicPermission,
} from '@backstage/plugin-permission-common';
import type { Request } from 'express';

/** Who asks, after the permission was checked. */
export interface Caller {
  credentials: BackstageCredentials;
  /** `user:default/anna`, or `service:<subject>` for a token. */
  ref: string;
  /** A pipeline or another plugin rather than a person. */
  isService: boolean;
}

export interface AccessOptions {
  auth: AuthService;
  httpAuth: HttpAuthService;
  permissions: PermissionsService;
  catalog: CatalogService;
}

/** Entity refs a request to the catalog. */
const VISIBILITY_BATCH = 200;

/** Who may do what, and who may know of which entity. */
export class Access {
  readonly #options: AccessOptions;

  constructor(options: AccessOptions) {
    this.#options = options;
  }

  /**
   * Lets through who is signed in and has the permission, or one of the alternatives
   * that include it.
   *
   * @throws AuthenticationError without valid credentials
   * @throws NotAllowedError that names the missing permission
   */
  async caller(
    req: Request,
    permission: BasicPermission,
    ...alternatives: BasicPermission[]
  ): Promise<Caller> {
    const credentials = await this.#options.httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    return this.callerOf(credentials, permission, ...alternatives);
  }

  /**
   * Like {@link Access.caller}, for those who come another way than over HTTP.
   *
   * @throws NotAllowedError that names the missing permission
   */
  async callerOf(
    credentials: BackstageCredentials,
    permission: BasicPermission,
    ...alternatives: BasicPermission[]
  ): Promise<Caller> {
    const { auth, permissions } = this.#options;
    const decisions = await permissions.authorize(
      [permission, ...alternatives].map(one => ({ permission: one })),
      { credentials },
    );
    if (!decisions.some(({ result }) => result === AuthorizeResult.ALLOW)) {
      throw new NotAllowedError(
        `This needs the permission ${permission.name}; ask whoever administers permissions for it`,
      );
    }
    if (auth.isPrincipal(credentials, 'user')) {
      const { userEntityRef } = credentials.principal;
      return { credentials, ref: userEntityRef, isService: false };
    }
    if (auth.isPrincipal(credentials, 'service')) {
      const { subject } = credentials.principal;
      return { credentials, ref: `service:${subject}`, isService: true };
    }
    throw new NotAllowedError('Nobody is signed in; sign in, or send a token');
  }

  /** Whether a caller who was let through has another permission, too. */
  async may(caller: Caller, permission: BasicPermission): Promise<boolean> {
    const [{ result }] = await this.#options.permissions.authorize(
      [{ permission }],
      { credentials: caller.credentials },
    );
    return result === AuthorizeResult.ALLOW;
  }

  /**
   * Checks that the catalog shows an entity to the caller.
   *
   * @returns the entity, as the catalog has it now
   * @throws NotFoundError when it does not exist or must not be known to exist; the two
   * are not told apart
   */
  async assertVisible(entityRef: string, caller: Caller): Promise<Entity> {
    const credentials = await this.#towardsCatalog(caller);
    const entity = await this.#options.catalog.getEntityByRef(entityRef, {
      credentials,
    });
    if (!entity) {
      throw notVisible(entityRef);
    }
    return entity;
  }

  /** Which of the entities the catalog shows to the caller. */
  async visibleOf(
    entityRefs: Iterable<string>,
    caller: Caller,
  ): Promise<Set<string>> {
    const credentials = await this.#towardsCatalog(caller);
    const refs = [...new Set(entityRefs)];
    const visible = new Set<string>();
    for (let at = 0; at < refs.length; at += VISIBILITY_BATCH) {
      const batch = refs.slice(at, at + VISIBILITY_BATCH);
      const { items } = await this.#options.catalog.getEntitiesByRefs(
        { entityRefs: batch, fields: ['kind', 'metadata'] },
        { credentials },
      );
      // In the order of the question; what is absent or hidden is undefined.
      batch.forEach((ref, position) => {
        if (items[position]) {
          visible.add(ref);
        }
      });
    }
    return visible;
  }

  /**
   * The catalog hides entities from people, not from services. A token that is
   * restricted to Continuity would be refused by the catalog altogether, so for a
   * service we ask as ourselves.
   */
  #towardsCatalog(caller: Caller): Promise<BackstageCredentials> {
    return caller.isService
      ? this.#options.auth.getOwnServiceCredentials()
      : Promise.resolve(caller.credentials);
  }
}

/** What is said of an entity that does not exist or must not be known to. */
export function notVisible(entityRef: string): NotFoundError {
  return new NotFoundError(
    `There is no entity ${entityRef} in the catalog, or you may not see it`,
  );
}
