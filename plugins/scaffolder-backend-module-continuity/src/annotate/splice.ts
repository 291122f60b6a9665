import { isDeepStrictEqual } from 'node:util';
import {
  Document,
  isMap,
  isScalar,
  parseDocument,
  type Pair,
  type YAMLMap,
} from 'yaml';

/** Long lines stay as they are, and lists stand under their key as they did. */
const style = (text: string) => ({
  lineWidth: 0,
  indentSeq: !/^( *)[\w'"./-]+:[ ]*\n\1- /m.test(text),
});

/** Names of keys, and places in lists. */
type At = readonly (string | number)[];

/**
 * The text of a document in which some keys got another value. Only the lines of those
 * keys are written anew, so that a reviewer sees what was changed and nothing else; where
 * that is not possible (e.g. everything stands on one line) the document is written as
 * a whole, with its comments.
 *
 * @param text - of one document, as it was
 * @param changed - the same document with the new values
 * @param places - mapping and key of what is new, e.g. `[['spec'], 'continuity']`
 * @param read - as the document was read. Absent: as YAML 1.2
 */
export function splice(
  text: string,
  changed: Document.Parsed,
  places: readonly (readonly [at: At, key: string])[],
  read: (text: string) => Document.Parsed = parseDocument,
): string {
  const wanted: unknown = changed.toJS();
  let result = text;
  for (const [at, key] of places) {
    const next = putPair(result, changed, at, key, read);
    if (next === undefined) return changed.toString(style(text));
    result = next;
  }
  const reread = read(result);
  return reread.errors.length === 0 && isDeepStrictEqual(reread.toJS(), wanted)
    ? result
    : changed.toString(style(text));
}

/** Absent: it cannot be put there by lines. */
function putPair(
  text: string,
  changed: Document.Parsed,
  at: At,
  key: string,
  read: (text: string) => Document.Parsed,
): string | undefined {
  const value: unknown = changed.getIn([...at, key], true);
  const parent: unknown =
    at.length === 0 ? read(text).contents : read(text).getIn(at, true);
  if (value === undefined || !isMap(parent) || parent.flow) return undefined;
  const first = startOf(parent.items[0]);
  if (first === undefined) return undefined;
  const indent = ' '.repeat(first - (text.lastIndexOf('\n', first - 1) + 1));
  const written = new Document({ [key]: null });
  // What needs quotes depends on the version of YAML.
  written.schema = changed.schema;
  written.setIn([key], value);
  const lines = written
    .toString(style(text))
    .trimEnd()
    .split('\n')
    .map((line, index) => (index === 0 || line === '' ? line : indent + line));
  const own = parent.items.find(pair => keyOf(pair) === key);
  const from = own && startOf(own);
  if (own && from !== undefined) {
    const to = endOf(own, text);
    return to === undefined
      ? undefined
      : text.slice(0, from) + lines.join('\n') + text.slice(to);
  }
  const end = endOf(parent.items[parent.items.length - 1], text);
  if (end === undefined) return undefined;
  const before = text.slice(0, end);
  return `${before}\n${indent}${lines.join('\n')}${text.slice(end)}`;
}

function keyOf(pair: Pair): unknown {
  return isScalar(pair.key) ? pair.key.value : undefined;
}

function startOf(pair: YAMLMap['items'][number] | undefined) {
  return isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
}

/** After the last character of its last line, a comment there included. */
function endOf(pair: Pair, text: string): number | undefined {
  const value = pair.value as { range?: readonly number[] | null } | null;
  const key = pair.key as { range?: readonly number[] | null } | null;
  // What the parser counts to a block may end with empty lines and the next line's indent.
  const end = value?.range?.[2] ?? key?.range?.[2];
  if (end === undefined) return undefined;
  return text.slice(0, end).trimEnd().length;
}
