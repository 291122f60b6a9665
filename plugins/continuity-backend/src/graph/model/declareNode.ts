import {
  parseEntityRef,
  RELATION_API_PROVIDED_BY,
  RELATION_CONSUMES_API,
  RELATION_DEPENDS_ON,
  RELATION_HAS_PART,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import {
  durationSeconds,
  NOT_PRODUCTION,
  type ContinuitySpec,
  type GraphEdge,
  type GraphNode,
  type NodeChange,
  type Placement,
  type Strength,
} from '@continuity/engine';
import type { DependencySource } from '@continuity/plugin-continuity-common';
import type { CatalogService } from '../../catalog';
import { ownerOf } from './entityFacts';
import { kindOfNode, SYSTEM_NODE } from './nodeKinds';

/** What declaring takes from the settings. */
export interface DeclarationRules {
  /** What a system is worth without one of its parts, unless it says so itself. */
  parts: Strength;
}

/** Which relation of an entity is which dependency of it. */
const RELATIONS: readonly { type: string; source: DependencySource }[] = [
  { type: RELATION_DEPENDS_ON, source: 'depends-on' },
  { type: RELATION_CONSUMES_API, source: 'consumes-api' },
  { type: RELATION_API_PROVIDED_BY, source: 'provides-api' },
  { type: RELATION_HAS_PART, source: 'part-of' },
];

/**
 * What a service of the catalog declares in the graph: itself, and what it needs by its
 * relations, refined by `spec.continuity.dependencies`. An entry there replaces what the
 * relations say of the same entity. A block that cannot be read refines nothing, and
 * everything stays hard.
 */
export function declareService(
  service: CatalogService,
  rules: DeclarationRules,
): NodeChange {
  const { entityRef: ref, entity, profile, declared } = service;
  const owner = ownerOf(entity);
  const kind = kindOfNode(entity);
  const edges = edgesOf(ref, entity, declared, rules);
  // What stands for others has nothing of its own that could fail or need recovery.
  const isFacade =
    kind === SYSTEM_NODE ||
    (kind === 'api' && edges.some(({ source }) => source === 'provides-api'));
  const availability =
    declared?.availability ?? declared?.saas?.sla ?? (isFacade ? 1 : undefined);
  const recovery =
    declared?.recoveryTime === undefined
      ? isFacade && 0
      : durationSeconds(declared.recoveryTime);
  const node: GraphNode = {
    node: ref,
    kind,
    ...(profile.tier && { tier: profile.tier.id }),
    ...(profile.rto && { rtoSeconds: profile.rto.seconds }),
    ...(profile.rpo && { rpoSeconds: profile.rpo.seconds }),
    ...(availability !== undefined && { availability }),
    ...(declared?.availabilityTarget !== undefined && {
      availabilityTarget: declared.availabilityTarget,
    }),
    ...(recovery !== false && { recoverySeconds: recovery }),
    ...(owner !== undefined && { owner }),
    placements: placementsOf(service, kind),
  };
  return { node, edges };
}

function edgesOf(
  from: string,
  entity: Entity,
  declared: ContinuitySpec | undefined,
  rules: DeclarationRules,
): GraphEdge[] {
  const edges = new Map<string, GraphEdge>();
  for (const { type, source } of RELATIONS) {
    for (const { type: of, targetRef: to } of entity.relations ?? []) {
      // Who depends on itself says nothing, and who says it twice says it once.
      if (of === type && !edges.has(to)) {
        const strength = strengthOf(source, to, rules);
        edges.set(to, { from, to, strength, source });
      }
    }
  }
  const defaultNamespace = entity.metadata.namespace;
  for (const { ref, ...refined } of declared?.dependencies ?? []) {
    const to = stringifyEntityRef(parseEntityRef(ref, { defaultNamespace }));
    edges.set(to, {
      from,
      to,
      strength: 'hard',
      ...refined,
      source: 'continuity' satisfies DependencySource,
    });
  }
  return [...edges.values()];
}

/**
 * A resource of a system is needed by those who depend on it, perhaps as one of a group;
 * that it belongs to the system says no more than that the system is not whole without it.
 */
function strengthOf(
  source: DependencySource,
  to: string,
  rules: DeclarationRules,
): Strength {
  if (source !== 'part-of') return 'hard';
  return to.startsWith('resource:') ? 'soft' : rules.parts;
}

/**
 * Where an entity serves. Environments in which nobody is served keep nothing alive.
 * What the organisation says of all services is taken for components and resources of its
 * own; a vendor runs where it runs, and systems and APIs are where their parts are.
 */
function placementsOf(
  { environments, environmentsSource }: CatalogService,
  kind: string,
): Placement[] {
  if (
    environmentsSource === 'organisation' &&
    kind !== 'service' &&
    kind !== 'resource'
  ) {
    return [];
  }
  return environments.flatMap(({ name, region, role }) =>
    region === undefined || NOT_PRODUCTION.includes(name)
      ? []
      : [{ region, ...(role && { role }) }],
  );
}
