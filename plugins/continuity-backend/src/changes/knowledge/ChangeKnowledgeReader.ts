import {
  deployment,
  type ChangeContent,
  type Evidence,
  type Instant,
} from '@continuity/engine';
import type { CatalogProjection, CatalogSnapshot } from '../../catalog';
import type { CatalogService } from '../../catalog/types';
import type { EvidenceStore } from '../../evidence';
import {
  entityOwner,
  isFresh,
  type EntityReach,
  type EntityReaches,
} from '../../graph';

/** What is known of an entity that is to be changed. */
export interface TouchedEntity {
  ref: string;
  /** Absent: the catalog does not have it as a service, or is not known. */
  service?: CatalogService;
  /** Ref of the group or user. Absent: nobody is named. */
  owner?: string;
  evidence: readonly Evidence[];
  /** The last deployments to where it is to be changed. */
  history: { deployments: number; failed: number };
  /** Absent: not known. */
  reach?: EntityReach;
}

/** What is known of everything that a change touches, at one moment. */
export interface ChangeKnowledge {
  at: Instant;
  /** Absent: the catalog was not read lately. */
  snapshot?: CatalogSnapshot;
  /** In the order of the change. */
  entities: readonly TouchedEntity[];
}

/** Deployments that say how it went lately. */
const LATELY = 20;
/** Reports that are looked through for those; others may be of other environments. */
const LOOKED_THROUGH = 100;

interface ChangeKnowledgeReaderOptions {
  projection: CatalogProjection;
  evidence: Pick<EvidenceStore, 'aroundMoment' | 'listForEntity'>;
  reach: Pick<EntityReaches, 'of'>;
  /** ISO 8601 duration; an older reading of the catalog tells nothing. */
  maxAge: string;
  now: () => Instant;
}

/** Gathers what is known of the entities of a change. */
export class ChangeKnowledgeReader {
  readonly #options: ChangeKnowledgeReaderOptions;

  constructor(options: ChangeKnowledgeReaderOptions) {
    this.#options = options;
  }

  /** @throws when the database cannot be asked */
  async of(
    content: Pick<ChangeContent, 'entities' | 'environments'>,
  ): Promise<ChangeKnowledge> {
    const { maxAge, projection } = this.#options;
    const at = this.#options.now();
    const newest = await projection.current();
    const snapshot =
      newest && isFresh(newest.readAt, { maxAge, now: at })
        ? newest
        : undefined;
    return {
      at,
      ...(snapshot && { snapshot }),
      entities: await Promise.all(
        content.entities.map(ref =>
          this.#entity(ref, content.environments, snapshot, at),
        ),
      ),
    };
  }

  async #entity(
    ref: string,
    environments: readonly string[],
    snapshot: CatalogSnapshot | undefined,
    at: Instant,
  ): Promise<TouchedEntity> {
    const { evidence, reach } = this.#options;
    const [known, reports, reached] = await Promise.all([
      evidence.aroundMoment(ref, at),
      evidence.listForEntity(
        ref,
        { kind: deployment.id },
        { limit: LOOKED_THROUGH },
      ),
      reach.of(ref),
    ]);
    const ended = reports.items
      .filter(
        ({ environment, verdict }) =>
          verdict !== 'unknown' &&
          environment !== undefined &&
          environments.includes(environment),
      )
      .slice(0, LATELY);
    const service = snapshot?.services.get(ref);
    const owner = service && entityOwner(service.entity);
    return {
      ref,
      ...(service && { service }),
      ...(owner !== undefined && { owner }),
      evidence: known,
      history: {
        deployments: ended.length,
        failed: ended.filter(({ verdict }) => verdict === 'fail').length,
      },
      ...(reached && { reach: reached }),
    };
  }
}

/** Refs of the owners of everything that is changed, each once. */
export function ownersOf({ entities }: ChangeKnowledge): string[] {
  return [...new Set(entities.flatMap(({ owner }) => owner ?? []))].sort();
}

/** Tier id or `unclassified` of each entity. */
export function tiersOf({ entities }: ChangeKnowledge): string[] {
  return entities.map(
    ({ service }) => service?.profile.tier?.id ?? 'unclassified',
  );
}
