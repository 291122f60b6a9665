import { isDeepStrictEqual } from 'node:util';
import {
  Document,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  Scalar,
  type Pair,
} from 'yaml';
import { splice } from '../annotate/splice';
import { isBag, plainOf, readManifest } from './manifestYaml';
import type { At, Edit } from './planEdit';
import { refuse } from './refuse';

/**
 * The text of a manifest with one edit in it: comments and order stay, and where it can be,
 * every line but the one that is edited.
 *
 * @param text - of one document
 * @param label - for people, where the edit is
 * @throws InputError when it would say something else than intended
 */
export function writeEdit(text: string, edit: Edit, label: string): string {
  const before = readManifest(text);
  if (
    edit.at.some((_, depth) => isAlias(nodeAt(before, edit.at.slice(0, depth))))
  ) {
    refuseIndirect(label);
  }
  const wanted = applied(plainOf(before), edit.at, edit);
  const written =
    putScalar(text, before, edit) ??
    dropLines(text, before, edit) ??
    rewrite(text, edit);
  const after = readManifest(written);
  if (after.errors.length > 0 || !isDeepStrictEqual(plainOf(after), wanted)) {
    refuseIndirect(label);
  }
  return written;
}

function refuseIndirect(label: string): never {
  return refuse(
    `${label} cannot be written without changing something else, e.g. because an alias repeats it`,
    'Edit the manifest by hand, and leave it out here.',
  );
}

/** What the manifest shall say. */
function applied(value: unknown, at: At, edit: Edit): unknown {
  const [step, ...rest] = at;
  if (Array.isArray(value) && typeof step === 'number') {
    if (rest.length > 0) {
      return value.with(step, applied(value[step], rest, edit));
    }
    const items = [...value];
    items.splice(
      step,
      edit.do === 'insert' ? 0 : 1,
      ...(edit.do === 'remove' ? [] : [edit.value]),
    );
    return items;
  }
  const bag = isBag(value) ? value : {};
  const { [step]: own, ...others } = bag;
  if (rest.length > 0) return { ...bag, [step]: applied(own, rest, edit) };
  return edit.do === 'remove' ? others : { ...bag, [step]: edit.value };
}

/** A scalar for a scalar on one line: nothing else moves, not even the comment behind it. */
function putScalar(
  text: string,
  document: Document.Parsed,
  edit: Edit,
): string | undefined {
  if (edit.do !== 'set' || typeof edit.value === 'object') return undefined;
  const node: unknown = document.getIn(edit.at, true);
  if (!isScalar(node) || !node.range || node.anchor || node.tag) {
    return undefined;
  }
  const [from, to] = node.range;
  const old = text.slice(from, to);
  if (from === to || /\n/.test(old) || /^[|>]/.test(old)) return undefined;
  return (
    text.slice(0, from) +
    scalarText(edit.value, node, document) +
    text.slice(to)
  );
}

/** In quotes where it was, and where it would be read as something else without. */
function scalarText(
  value: unknown,
  old: Scalar,
  document: Document.Parsed,
): string {
  const scalar = new Scalar(value);
  const isQuoted = old.type === 'QUOTE_DOUBLE' || old.type === 'QUOTE_SINGLE';
  if (typeof value === 'string' && (isQuoted || !/^[\w./:-]*$/.test(value))) {
    scalar.type = old.type === 'QUOTE_SINGLE' ? 'QUOTE_SINGLE' : 'QUOTE_DOUBLE';
  }
  const written = new Document();
  written.schema = document.schema;
  written.contents = scalar;
  return written.toString({ lineWidth: 0 }).trimEnd();
}

/** A key that has lines of its own goes with them. */
function dropLines(
  text: string,
  document: Document.Parsed,
  edit: Edit,
): string | undefined {
  const key = edit.at[edit.at.length - 1];
  if (edit.do !== 'remove' || typeof key !== 'string') return undefined;
  const parent: unknown = nodeAt(document, edit.at.slice(0, -1));
  if (!isMap(parent) || parent.flow || parent.items.length < 2) {
    return undefined;
  }
  const pair = parent.items.find(
    one => isScalar(one.key) && one.key.value === key,
  );
  const from = isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
  const to = pair && endOf(pair);
  if (from === undefined || to === undefined) return undefined;
  const start = text.lastIndexOf('\n', from - 1) + 1;
  if (text.slice(start, from).trim() !== '') return undefined;
  const end = text.indexOf('\n', to - 1);
  return text.slice(0, start) + (end < 0 ? '' : text.slice(end + 1));
}

/** After its last value, without the comments that follow. */
function endOf(pair: Pair): number | undefined {
  const { key, value } = pair;
  if (isCollection(value) && !value.flow && value.items.length > 0) {
    const last: unknown = value.items[value.items.length - 1];
    return isMap(value)
      ? endOf(value.items[value.items.length - 1])
      : endOf({ key: null, value: last } as Pair);
  }
  const node = (value ?? key) as { range?: readonly number[] | null } | null;
  return node?.range?.[1];
}

/** Writes the nearest key around the edit anew. */
function rewrite(text: string, edit: Edit): string {
  const document = readManifest(text);
  const { at } = edit;
  const list: unknown = nodeAt(document, at.slice(0, -1));
  const step = at[at.length - 1];
  // Before the edit makes what is missing on the way.
  const place = placeOf(document, edit);
  if (edit.do === 'remove') {
    document.deleteIn(at);
  } else if (edit.do === 'insert' && isSeq(list) && typeof step === 'number') {
    list.items.splice(step, 0, document.createNode(edit.value));
  } else {
    // As plain mappings, for the library would make ordered ones in YAML 1.1.
    const depth = at.findIndex(
      (_, length) =>
        length > 0 && !isCollection(nodeAt(document, at.slice(0, length))),
    );
    const there = depth < 0 ? at : at.slice(0, depth);
    const missing = at.slice(there.length);
    document.setIn(
      there,
      document.createNode(
        missing.reduceRight<unknown>(
          (value, key) => ({ [key]: value }),
          edit.value,
        ),
      ),
    );
  }
  return splice(text, document, [place], readManifest);
}

/** The key whose lines are to be written: of the list or mapping that the edit is in. */
function placeOf(document: Document.Parsed, edit: Edit): [At, string] {
  let depth = edit.at.length - (edit.do === 'remove' ? 2 : 1);
  for (; depth > 0; depth -= 1) {
    const key = edit.at[depth];
    const parent = nodeAt(document, edit.at.slice(0, depth));
    if (typeof key === 'string' && isMap(parent)) {
      return [edit.at.slice(0, depth), key];
    }
  }
  return [[], String(edit.at[0])];
}

function nodeAt(document: Document.Parsed, at: At): unknown {
  return at.length === 0 ? document.contents : document.getIn(at, true);
}
