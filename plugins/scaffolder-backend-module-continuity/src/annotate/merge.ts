import { isDeepStrictEqual } from 'node:util';
import { isMap, isSeq, type Document, type YAMLMap, type YAMLSeq } from 'yaml';

/** What was put into a document, and what stands in it that says something else. */
export interface Merged {
  /** Paths that were added or replaced, e.g. `spec.continuity.rto`. */
  changes: string[];
  /** What says something else and was left as it is. Empty when it may be overwritten. */
  contradictions: { path: string; there: unknown; wanted: unknown }[];
}

/** By what an item of a list of the block is the same as another one. */
const IDENTITY: Record<string, readonly string[]> = {
  'spec.continuity.environments': ['name', 'region'],
  'spec.continuity.dependencies': ['ref'],
  'spec.continuity.impact': ['category'],
};

/**
 * Puts values into a mapping of a document in place: keys keep their order and their
 * comments, new ones come last. Items of lists that have an identity are merged with the
 * item that is the same; any other list is one value.
 *
 * @param at - where the mapping is in the document
 */
export function merge(
  document: Document,
  at: readonly string[],
  wanted: Readonly<Record<string, unknown>>,
  overwrite: boolean,
): Merged {
  const merged: Merged = { changes: [], contradictions: [] };
  const put = (path: readonly (string | number)[], value: unknown): void => {
    const name = path.join('.');
    const there: unknown = document.getIn(path, true);
    const isThere = document.hasIn(path) && plain(document, path) !== null;
    if (isThere && isDeepStrictEqual(plain(document, path), value)) return;
    if (isObject(value) && isMap(there)) {
      for (const [key, inner] of Object.entries(value)) {
        put([...path, key], inner);
      }
      return;
    }
    const identity = IDENTITY[name];
    if (identity && Array.isArray(value) && isSeq(there)) {
      value.forEach(item => {
        const index = indexOf(document, there, item, identity);
        put([...path, index], item);
      });
      return;
    }
    if (isThere && !overwrite) {
      merged.contradictions.push({
        path: name,
        there: plain(document, path),
        wanted: value,
      });
      return;
    }
    document.setIn(path, document.createNode(value));
    merged.changes.push(name);
  };
  for (const [key, value] of Object.entries(wanted)) put([...at, key], value);
  return merged;
}

/** Where the item that is the same stands; after the last when there is none. */
function indexOf(
  document: Document,
  list: YAMLSeq | YAMLMap,
  item: unknown,
  identity: readonly string[],
): number {
  const found = list.items.findIndex(node => {
    const other: unknown = isMap(node) ? node.toJS(document) : undefined;
    return (
      isObject(other) &&
      isObject(item) &&
      identity.every(key => other[key] === item[key])
    );
  });
  return found < 0 ? list.items.length : found;
}

function plain(document: Document, path: readonly (string | number)[]) {
  const node: unknown = document.getIn(path, true);
  return isMap(node) || isSeq(node)
    ? (node.toJS(document) as unknown)
    : document.getIn(path);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
