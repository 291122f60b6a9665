import type { ChangeConnector } from '@continuity/plugin-continuity-node';

/** What an id is kept under in the database. */
const ID = /^[a-z][a-z0-9-]{0,49}$/;

/**
 * Connectors by id.
 *
 * @throws Error when two have one id, or it cannot be kept
 */
export function readConnectors(
  connectors: readonly ChangeConnector[],
): ReadonlyMap<string, ChangeConnector> {
  const byId = new Map<string, ChangeConnector>();
  for (const connector of connectors) {
    const { id } = connector;
    if (!ID.test(id)) {
      throw new Error(
        `The connector "${id}" cannot be registered: expected an id of lower-case letters, digits and dashes, at most 50`,
      );
    }
    if (byId.has(id)) {
      throw new Error(`The connector "${id}" is registered twice`);
    }
    byId.set(id, connector);
  }
  return byId;
}
