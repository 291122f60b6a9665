import { parseEntityRef } from '@backstage/catalog-model';
import { z } from 'zod';
import {
  DURATION_EXPECTATION,
  isDuration,
  listOf,
  oneOf,
  textThat,
} from '../time';

/** Categories of harm in an impact analysis, in the order people are shown them. */
export const IMPACT_CATEGORIES = [
  'financial',
  'regulatory',
  'customer',
  'safety',
  'reputation',
  'operational',
] as const;

/** What an environment of a service is for. */
export const ENVIRONMENT_ROLES = ['primary', 'secondary', 'standby'] as const;

/** An ISO 8601 duration. */
export const duration = textThat(DURATION_EXPECTATION, isDuration);

/** A tier id or group name: lower case, so that two spellings are never two things. */
export const name = textThat(
  'a name of lower-case letters, digits and dashes, at most 63, e.g. tier-1',
  value => value.length <= 63 && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(value),
);

/** A sentence for people. */
export const words = textThat('a text', value => value.trim().length > 0);

/** An entity ref that names its kind. */
export const entityRef = textThat(
  'an entity reference, e.g. component:default/ledger',
  value => {
    try {
      parseEntityRef(value);
      return true;
    } catch {
      return false;
    }
  },
);

const SHARE =
  'a share of the time, more than 0 and at most 1, e.g. 0.999 for 99.9 %';

/** An availability. 0 would promise nothing, and 99.9 is a percentage. */
export const share = z
  .number({ error: SHARE })
  .gt(0, { error: SHARE })
  .lte(1, { error: SHARE });

/** Categories of an impact analysis. */
export const impactCategory = oneOf(IMPACT_CATEGORIES);

export { listOf, oneOf };
