import {
  deployment,
  lastGoodReleases,
  rollbackExecution,
  type Evidence,
  type Instant,
} from '@continuity/engine';
import {
  CollectorError,
  type CollectedService,
} from '@continuity/plugin-continuity-node';
import type { CatalogProjection, CatalogService } from '../catalog/types';
import type { EvidenceStore } from '../evidence';

/** Services whose releases are looked up in one question. */
const BATCH = 100;
/** Newest reports of each series; a longer row of failures has no good release any more. */
const REPORTS = 50;

/** The services of the catalog as collectors see them. */
export class CollectedServices {
  readonly #projection: Pick<CatalogProjection, 'current'>;
  readonly #store: Pick<EvidenceStore, 'newestOfEach'>;

  constructor(options: {
    projection: Pick<CatalogProjection, 'current'>;
    evidenceStore: Pick<EvidenceStore, 'newestOfEach'>;
  }) {
    this.#projection = options.projection;
    this.#store = options.evidenceStore;
  }

  /** @throws CollectorError when the catalog was never read */
  async *at(now: Instant): AsyncGenerator<CollectedService> {
    const snapshot = await this.#projection.current();
    if (!snapshot) {
      throw new CollectorError('The catalog was not read yet.');
    }
    const services = [...snapshot.services.values()];
    for (let from = 0; from < services.length; from += BATCH) {
      const batch = services.slice(from, from + BATCH);
      const reports = await this.#store.newestOfEach(
        batch.map(({ entityRef }) => entityRef),
        [deployment.id, rollbackExecution.id],
        { at: now, count: REPORTS },
      );
      for (const service of batch) {
        yield collected(service, reports.get(service.entityRef) ?? [], now);
      }
    }
  }
}

function collected(
  { entityRef, entity, environments }: CatalogService,
  evidence: readonly Evidence[],
  now: Instant,
): CollectedService {
  const { title, annotations = {}, labels = {} } = entity.metadata;
  return {
    entityRef,
    ...(title !== undefined && { title }),
    annotations,
    labels,
    environments: environments.map(({ name, region, role = 'primary' }) => ({
      name,
      ...(region !== undefined && { region }),
      role,
    })),
    releases: lastGoodReleases(evidence, {
      now,
      declared: environments.map(({ name, region }) => ({
        environment: name,
        ...(region !== undefined && { region }),
      })),
    }),
  };
}
