import type { JsonObject } from '@backstage/types';

/**
 * JSON schema of something whose shape is described and not enforced.
 *
 * The kinds that say what is frozen are let into the catalog whatever stands in them:
 * a calendar that the catalog refuses does not exist for the gate, and what does not
 * exist closes nothing. The processor says what is wrong, the gate what follows from it.
 */
export function described(
  description: string,
  properties: JsonObject = {},
): JsonObject {
  return {
    description,
    ...(Object.keys(properties).length > 0 && { properties }),
  };
}

/** The same of the members of a list. */
export function describedList(
  description: string,
  properties: JsonObject = {},
): JsonObject {
  return {
    description,
    ...(Object.keys(properties).length > 0 && { items: { properties } }),
  };
}
