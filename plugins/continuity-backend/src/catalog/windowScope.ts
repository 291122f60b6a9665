import {
  predicateIncludes,
  scopeMatches,
  type WindowScope,
  type WindowSubject,
} from '@continuity/engine';
import type { CatalogService } from './types';

const UNCLASSIFIED = 'unclassified';

/**
 * Names of a service's environments that a scope includes, for any release class and
 * leaving the entity predicate aside; that one is the same for all environments.
 */
export function environmentsBound(
  scope: WindowScope,
  service: CatalogService,
): string[] {
  const { entities: _entities, classes: _classes, ...rest } = scope;
  const names = new Set(service.environments.map(({ name }) => name));
  return [...names].filter(
    name => scopeMatches(rest, subjectOf(service, name)).matches,
  );
}

/** Why a window is for a service in the first environment that it binds, a sentence each. */
export function scopeReasons(
  scope: WindowScope,
  service: CatalogService,
): string[] {
  const { classes: _classes, ...rest } = scope;
  const subjects = service.environments.map(({ name }) =>
    subjectOf(service, name),
  );
  const { reason } =
    subjects
      .map(subject => scopeMatches(rest, subject))
      .find(({ matches }) => matches) ?? {};
  return reason === undefined ? [] : [reason];
}

/** Whether an entity predicate matches a service; one that fails matches. */
export function predicateMatches(
  entities: NonNullable<WindowScope['entities']>,
  service: CatalogService,
): boolean {
  return predicateIncludes(entities, service.entity);
}

/** A deployment to every region that the service has in an environment. */
function subjectOf(
  service: CatalogService,
  environment: string,
): WindowSubject {
  return {
    entity: service.entity,
    tier: service.profile.tier?.id ?? UNCLASSIFIED,
    systems: service.systems,
    businessFunctions: service.businessFunctions,
    environment,
    regions: service.environments.flatMap(({ name, region }) =>
      name === environment && region !== undefined ? [region] : [],
    ),
    releaseClass: 'standard',
  };
}
