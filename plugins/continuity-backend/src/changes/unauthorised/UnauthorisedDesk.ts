import { randomUUID } from 'node:crypto';
import {
  ConflictError,
  NotAllowedError,
  NotFoundError,
} from '@backstage/errors';
import { formatInstant, type Instant } from '@continuity/engine';
import type { UnauthorisedDeployment } from '@continuity/plugin-continuity-common';
import type { CatalogProjection } from '../../catalog';
import type { Page } from '../../database';
import { maskSecrets } from '../../evidence';
import type { FleetVisibility } from '../../fleet';
import { entityOwner } from '../../graph';
import { toIso, type Caller } from '../../http';
import type { LedgerService } from '../../ledger';
import type { ChangeAuthority } from '../ChangeRights';
import { remedyOf } from './remedyOf';
import type {
  StoredUnauthorised,
  UnauthorisedStore,
} from './UnauthorisedStore';

interface UnauthorisedDeskOptions {
  store: UnauthorisedStore;
  ledger: Pick<LedgerService, 'write'>;
  authority: Pick<ChangeAuthority, 'rightsOf'>;
  projection: Pick<CatalogProjection, 'current'>;
  visibility: Pick<FleetVisibility, 'visibleTo'>;
  now: () => Instant;
}

/** What was deployed without a change, and answering for it. */
export class UnauthorisedDesk {
  readonly #options: UnauthorisedDeskOptions;

  constructor(options: UnauthorisedDeskOptions) {
    this.#options = options;
  }

  /** Newest first; a page may be shorter than its limit where the caller may not see all. */
  async list(
    filter: { entityRef?: string; open?: boolean },
    page: { limit: number; cursor?: string },
    caller: Caller,
  ): Promise<Page<UnauthorisedDeployment>> {
    const { store, visibility } = this.#options;
    const visible = await visibility.visibleTo(caller);
    const found = await store.list(filter, page);
    return {
      ...found,
      items: found.items
        .filter(({ entityRef }) => visible === 'all' || visible.has(entityRef))
        .map(present),
    };
  }

  /**
   * @throws NotAllowedError for whoever neither owns the service nor administers changes
   * @throws ConflictError when somebody has answered for it already
   */
  async resolve(
    id: string,
    reason: string,
    caller: Caller,
  ): Promise<UnauthorisedDeployment> {
    const { authority, ledger, now, projection, store, visibility } =
      this.#options;
    const [found, visible] = await Promise.all([
      store.byId(id),
      visibility.visibleTo(caller),
    ]);
    if (!found || (visible !== 'all' && !visible.has(found.entityRef))) {
      throw new NotFoundError(
        `id: there is no deployment ${id}, or you may not see its service`,
      );
    }
    const rights = await authority.rightsOf(caller);
    const snapshot = await projection.current();
    const service = snapshot?.services.get(found.entityRef);
    const owner = service && entityOwner(service.entity);
    const refusal = rights.refusesToSteer({
      authors: [],
      owners: owner === undefined ? [] : [owner],
    });
    if (refusal !== undefined) throw new NotAllowedError(refusal);
    const at = now();
    const masked = String(maskSecrets(reason));
    await ledger.write(async (tx, append) => {
      const isFirst = await store.resolve(tx, id, {
        by: caller.ref,
        at,
        reason: masked,
      });
      if (!isFirst) {
        const { resolution } = (await store.byId(id, tx)) ?? found;
        throw new ConflictError(
          `${resolution?.by ?? 'Somebody'} has answered for it already${
            resolution
              ? ` at ${toIso(resolution.at)}: ${resolution.reason}`
              : ''
          }`,
        );
      }
      await append([
        {
          id: randomUUID(),
          type: 'change.unauthorised.resolved',
          at: formatInstant(at),
          actor: { ref: caller.ref },
          subjects: [found.entityRef],
          data: { id, reason: masked },
        },
      ]);
    });
    return present({
      ...found,
      resolution: { by: caller.ref, at, reason: masked },
    });
  }
}

function present(found: StoredUnauthorised): UnauthorisedDeployment {
  const { digest, changeId, resolution, region } = found;
  const remedy = remedyOf(found);
  return {
    id: found.id,
    entityRef: found.entityRef,
    environment: found.environment,
    ...(region !== undefined && { region }),
    version: found.version,
    ...(digest !== undefined && { artifactDigest: digest }),
    evidenceId: found.evidenceId,
    openedAt: toIso(found.openedAt),
    lastSeenAt: toIso(found.lastSeenAt),
    times: found.times,
    reason: found.reason,
    ...(remedy !== undefined && { remedy }),
    ...(changeId !== undefined && { changeId }),
    ...(resolution && {
      resolvedBy: resolution.by,
      resolvedAt: toIso(resolution.at),
      resolution: resolution.reason,
    }),
  };
}
