import type { AddedHolder } from './createHolderFeature';

/** What an id is kept under in the database. */
const ID = /^[a-z][a-z0-9-]{0,49}$/;

/**
 * Systems that hold deployments, by id.
 *
 * @throws Error when two have one id, or it cannot be kept
 */
export function readHolders(
  added: readonly AddedHolder[],
): ReadonlyMap<string, AddedHolder> {
  const byId = new Map<string, AddedHolder>();
  for (const one of added) {
    const { id } = one.holder;
    if (!ID.test(id)) {
      throw new Error(
        `The deployment holder "${id}" cannot be registered: expected an id of lower-case letters, digits and dashes, at most 50`,
      );
    }
    if (byId.has(id)) {
      throw new Error(`The deployment holder "${id}" is registered twice`);
    }
    byId.set(id, one);
  }
  return byId;
}
