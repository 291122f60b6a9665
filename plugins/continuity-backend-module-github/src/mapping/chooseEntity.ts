import {
  getEntitySourceLocation,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';

/** The repository of an entity, as other plugins of Backstage know it, too. */
export const SLUG_ANNOTATION = 'github.com/project-slug';
/**
 * Environments of GitHub in which the entity is deployed, separated by commas; one that has
 * another name in the catalog is written `payments-prod=production`.
 */
export const ENVIRONMENTS_ANNOTATION = 'continuity.dev/github-environments';

interface Target {
  host: string;
  owner: string;
  repository: string;
  /** As GitHub calls it. */
  environment: string;
  /** Ref that the deployment itself names. Absent: it names none. */
  entity?: string;
}

export type ChosenEntity =
  | { entityRef: string; environment?: string }
  | { refusal: { reason: string; remedy: string } };

/**
 * Which entity is deployed to an environment of a repository. It is exactly one, or nobody
 * is let through: what is claimed by two is known by none.
 *
 * @returns the environment as the annotation calls it. Absent: it does not say
 */
export function chooseEntity(
  candidates: readonly Entity[],
  target: Target,
): ChosenEntity {
  const slug = `${target.owner}/${target.repository}`;
  const here = candidates.filter(entity => isOf(entity, slug, target.host));
  if (here.length === 0) {
    return {
      refusal: {
        reason: `No entity of the catalog says that ${slug} is its repository.`,
        remedy: `Give the entity that this repository deploys the annotation ${SLUG_ANNOTATION}: ${slug}.`,
      },
    };
  }
  if (target.entity !== undefined) {
    const named = here.filter(entity => refOf(entity) === target.entity);
    return only(named, target, {
      reason: `The deployment names ${target.entity}, which is not an entity of ${slug}.`,
      remedy: `Name one of ${listOf(
        here,
      )}, or give it the annotation ${SLUG_ANNOTATION}: ${slug}.`,
    });
  }
  const naming = here.filter(entity =>
    environmentsOf(entity)?.has(target.environment),
  );
  const silent = here.filter(entity => environmentsOf(entity) === undefined);
  // What a repository deploys is its components; an API or a system is described in it.
  const components = silent.filter(({ kind }) => /^component$/i.test(kind));
  const [found = silent] = [naming, components].filter(
    ({ length }) => length > 0,
  );
  return only(found, target, {
    reason: `None of ${listOf(here)} is deployed to the environment ${
      target.environment
    } of ${slug}, by its annotation ${ENVIRONMENTS_ANNOTATION}.`,
    remedy: `Add ${target.environment} to the annotation ${ENVIRONMENTS_ANNOTATION} of the entity that is.`,
  });
}

function only(
  found: readonly Entity[],
  target: Target,
  none: { reason: string; remedy: string },
): ChosenEntity {
  const [entity, ...others] = found;
  if (!entity) return { refusal: none };
  if (others.length > 0) {
    return {
      refusal: {
        reason: `Several entities may be deployed to the environment ${
          target.environment
        } of ${target.owner}/${target.repository}: ${listOf(found)}.`,
        remedy: `Say which one is with its annotation ${ENVIRONMENTS_ANNOTATION}: ${target.environment}.`,
      },
    };
  }
  const environment = environmentsOf(entity)?.get(target.environment);
  return {
    entityRef: refOf(entity),
    ...(environment !== undefined && { environment }),
  };
}

/** Of two GitHubs with one slug, the location of the entity tells which one it is. */
function isOf(entity: Entity, slug: string, host: string): boolean {
  const annotated = entity.metadata.annotations?.[SLUG_ANNOTATION];
  if (annotated?.trim().toLowerCase() !== slug.toLowerCase()) return false;
  const location = locationOf(entity);
  return location === undefined || location === host.toLowerCase();
}

function locationOf(entity: Entity): string | undefined {
  try {
    const { type, target } = getEntitySourceLocation(entity);
    return type === 'url' ? new URL(target).host : undefined;
  } catch {
    // It says nowhere, or nowhere that is an address.
    return undefined;
  }
}

/** @returns names in the catalog by names of GitHub; undefined: it names none */
function environmentsOf(
  entity: Entity,
): ReadonlyMap<string, string | undefined> | undefined {
  const text = entity.metadata.annotations?.[ENVIRONMENTS_ANNOTATION];
  if (text === undefined) return undefined;
  return new Map(
    text.split(',').flatMap(part => {
      const [name, inCatalog] = part.split('=').map(piece => piece.trim());
      return name ? [[name, inCatalog || undefined] as const] : [];
    }),
  );
}

function refOf(entity: Entity): string {
  return stringifyEntityRef(entity);
}

function listOf(entities: readonly Entity[]): string {
  return entities.map(refOf).sort().join(', ');
}
