import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import type { Interval } from '@continuity/engine';
import type {
  EntityContinuity,
  EntityWindows,
} from '@continuity/plugin-continuity-common';
import type {
  LoadedProjection,
  CatalogService,
  LoadedSnapshot,
} from '../catalog';
import { type Access, type Caller, toIso } from '../http';
import { type PortalIds, windowsOf } from './entityWindows';

/** Who a service is for continuity, and which windows bind it. */
export class EntityService {
  readonly #projection: LoadedProjection;
  readonly #access: Access;
  readonly #portalIds: PortalIds;

  constructor(options: {
    projection: LoadedProjection;
    access: Access;
    portalIds: PortalIds;
  }) {
    this.#projection = options.projection;
    this.#access = options.access;
    this.#portalIds = options.portalIds;
  }

  /** @throws NotFoundError when there is no such service, or it is hidden. */
  async continuity(
    entityRef: string,
    caller: Caller,
  ): Promise<EntityContinuity> {
    const { snapshot, service } = await this.#service(entityRef, caller);
    const { rollbackOwner } = declaredContinuity(service);
    return {
      entityRef: service.entityRef,
      profile: service.profile,
      environments: service.environments.map(environment => ({
        ...environment,
        role: environment.role ?? 'primary',
      })),
      environmentsSource: service.environmentsSource,
      ...(typeof rollbackOwner === 'string' && { rollbackOwner }),
      catalogReadAt: toIso(snapshot.readAt),
    };
  }

  /**
   * When windows are in force for a service, earliest first.
   *
   * @param period - as `readPeriod` gave it
   * @throws NotFoundError when there is no such service, or it is hidden
   */
  async windows(
    entityRef: string,
    period: Interval,
    caller: Caller,
  ): Promise<EntityWindows> {
    const { snapshot, service } = await this.#service(entityRef, caller);
    return windowsOf(snapshot, service, period, this.#portalIds);
  }

  async #service(
    entityRef: string,
    caller: Caller,
  ): Promise<{ snapshot: LoadedSnapshot; service: CatalogService }> {
    await this.#access.assertVisible(entityRef, caller);
    const snapshot = await this.#projection.current();
    if (!snapshot) {
      throw catalogNeverRead(this.#projection);
    }
    const service = snapshot.services.get(entityRef);
    if (!service) {
      throw new NotFoundError(
        `${entityRef} is not among the services of the catalog as read at ${toIso(
          snapshot.readAt,
        )}. Components, Resources, Systems and APIs are; a new one appears with the next reading.`,
      );
    }
    return { snapshot, service };
  }
}

/** What is answered while there is nothing to answer from. */
export function catalogNeverRead(
  projection: Pick<LoadedProjection, 'lastProblem'>,
): ServiceUnavailableError {
  const problem = projection.lastProblem();
  return new ServiceUnavailableError(
    `The catalog has not been read completely yet${
      problem ? ` (${problem})` : ''
    }; try again in a few seconds`,
  );
}

/** The `spec.continuity` block as it stands, checked by nobody. */
function declaredContinuity(service: CatalogService): {
  rollbackOwner?: unknown;
} {
  const block = service.entity.spec?.continuity;
  return block !== null && typeof block === 'object' && !Array.isArray(block)
    ? block
    : {};
}
