import type { JsonObject } from '@backstage/types';
import { described, describedList } from './describedSchema';

const dimensions: JsonObject = {
  tiers: describedList(
    'Tier ids; `unclassified` names the services that have no tier.',
  ),
  systems: describedList('Entity refs of systems, e.g. system:default/core.'),
  businessFunctions: describedList(
    'Entity refs of business functions; for what supports them.',
  ),
  environments: describedList('Names of environments.'),
  regions: describedList('Names of regions.'),
  classes: describedList('Of standard, major and emergency.'),
  entities: described(
    'Filter predicate over the catalog entity, e.g. { spec.type: service }.',
  ),
};

/** Whom a freeze window is for; an absent part excludes nobody. */
export const windowScopeSchema: JsonObject = described(
  'Whom the window is for. Every part that is present must match; an absent part excludes nobody.',
  {
    ...dimensions,
    except: described('Whom it is not for; any part suffices.', dimensions),
  },
);
