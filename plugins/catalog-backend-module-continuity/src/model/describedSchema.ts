import type { JsonObject } from '@backstage/types';

/**
 * JSON schema of something whose shape is described and not enforced: it is either of
 * that shape or anything else.
 *
 * The kinds that say what is frozen are let into the catalog whatever stands in them:
 * a calendar that the catalog refuses does not exist for the gate, and what does not
 * exist closes nothing. The processor says what is wrong, the gate what follows from it.
 */
export function described(
  description: string,
  properties?: JsonObject,
): JsonObject {
  return properties
    ? { description, anyOf: [{ type: 'object', properties }, {}] }
    : { description };
}

/** The same of a list, whose members may have a shape, too. */
export function describedList(
  description: string,
  properties?: JsonObject,
): JsonObject {
  const items: JsonObject = properties
    ? { anyOf: [{ type: 'object', properties }, {}] }
    : {};
  return { description, anyOf: [{ type: 'array', items }, {}] };
}

/**
 * The same of a whole `spec`. An object is what the catalog asks of every entity anyway;
 * an entity may also have none.
 */
export function describedSpec(
  description: string,
  properties: JsonObject,
): JsonObject {
  return {
    type: 'object',
    properties: { spec: { type: 'object', description, properties } },
  };
}
