import type { WindowScope } from '@continuity/engine';

/**
 * What a scope comes to in two parts, both of which must be for a subject: where and what
 * is deployed (tier, environments, regions, classes), which services of one facet have in
 * common, and which services they are (systems, business functions, entity predicates).
 */
export interface ScopeParts {
  place: WindowScope;
  /** Absent: every service. */
  services?: WindowScope;
}

/** Takes a scope apart; a list that is left out excludes nobody, and exempts nobody. */
export function partsOf({
  systems,
  businessFunctions,
  entities,
  except,
  ...place
}: WindowScope): ScopeParts {
  const {
    systems: exceptSystems,
    businessFunctions: exceptFunctions,
    entities: exceptEntities,
    ...exceptPlace
  } = except ?? {};
  const exceptServices = {
    ...(exceptSystems && { systems: exceptSystems }),
    ...(exceptFunctions && { businessFunctions: exceptFunctions }),
    ...(exceptEntities !== undefined && { entities: exceptEntities }),
  };
  const services: WindowScope = {
    ...(systems && { systems }),
    ...(businessFunctions && { businessFunctions }),
    ...(entities !== undefined && { entities }),
    ...(Object.keys(exceptServices).length > 0 && { except: exceptServices }),
  };
  return {
    place: {
      ...place,
      ...(Object.keys(exceptPlace).length > 0 && { except: exceptPlace }),
    },
    ...(Object.keys(services).length > 0 && { services }),
  };
}
