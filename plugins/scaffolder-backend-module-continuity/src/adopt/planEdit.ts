import { isDeepStrictEqual } from 'node:util';
import { isBag } from './manifestYaml';
import type { WantedChange } from './readChanges';
import type { PlaceStep } from './readPlace';
import { refuse } from './refuse';

/** A place in a manifest. */
export type At = readonly (string | number)[];

/** What is written at one place. */
export type Edit =
  | { readonly do: 'set' | 'insert'; readonly at: At; readonly value: unknown }
  | { readonly do: 'remove'; readonly at: At };

const RESCAN = 'Git has moved on since the scan. Scan again, then adopt.';

/**
 * What a change means for a manifest as it is now.
 *
 * @returns undefined when the manifest says what runs already
 * @throws InputError when it cannot be told where it belongs, or Git says something else by now
 */
export function planEdit(
  manifest: unknown,
  wanted: WantedChange,
): Edit | undefined {
  const { change, label, place, desired, live } = wanted;
  const found = findPlace(manifest, wanted);
  if (found === undefined) return undefined;
  const { at, value, isCounted, isInList } = found;
  if (change === 'added' && isInList && isCounted) {
    return isDeepStrictEqual(value, live)
      ? undefined
      : { do: 'insert', at, value: live };
  }
  if (change === 'reordered') return planOrder(label, at, value, live);
  if (isDeepStrictEqual(value, live)) return undefined;
  const isAsScanned =
    change === 'added'
      ? value === undefined
      : desired !== undefined && isDeepStrictEqual(value, desired.value);
  if (change !== 'added' && desired === undefined) {
    refuse(
      `${label}: the report does not say what Git had there, so nobody knows whether it has moved on`,
      'Edit the manifest by hand, and leave it out here.',
    );
  }
  if (!isAsScanned) {
    // What Git says by now nobody has looked at for secrets, so it is not shown.
    refuse(`${label} is not in Git as it was when it was scanned`, RESCAN);
  }
  if (change === 'removed') return { do: 'remove', at };
  const isNewItem =
    change === 'added' && isInList && place[place.length - 1].keys;
  return { do: isNewItem ? 'insert' : 'set', at, value: live };
}

interface FoundPlace {
  readonly at: At;
  /** What Git says there. */
  readonly value: unknown;
  /** Whether an item on the way is known by its place only. */
  readonly isCounted: boolean;
  readonly isInList: boolean;
}

/** Absent: what was removed is not in Git either. */
function findPlace(
  manifest: unknown,
  { change, label, place, desired }: WantedChange,
): FoundPlace | undefined {
  const at: (string | number)[] = [];
  let value = manifest;
  let isCounted = false;
  let isInList = false;
  for (const [depth, step] of place.entries()) {
    const isLast = depth === place.length - 1;
    isInList = Array.isArray(value);
    if (Array.isArray(value)) {
      isCounted ||= step.keys === undefined;
      const index: number | undefined =
        isLast && change === 'removed' && step.keys === undefined
          ? placeOf(value, step, desired)
          : findItem(value, step, label, isLast && change);
      if (index === undefined) return undefined;
      if (!isLast && step.keys === undefined && value.length > 1) {
        refuse(
          `${label} is in one of ${value.length} items that nothing tells apart`,
          'Edit the manifest by hand, and leave it out here.',
        );
      }
      at.push(index);
      value = value[index];
    } else if (isBag(value)) {
      at.push(step.name);
      value = Object.hasOwn(value, step.name) ? value[step.name] : undefined;
    } else if ((value === undefined || value === null) && change === 'added') {
      at.push(step.name);
      value = undefined;
    } else if (value === undefined && change === 'removed') {
      return undefined;
    } else {
      refuse(`${label} is not in Git, where ${at.join('.')} ends`, RESCAN);
    }
  }
  return { at, value, isCounted, isInList };
}

/** Where an item is in Git, or where a new one goes; undefined for a removed one that is not there. */
function findItem(
  list: readonly unknown[],
  { name, index, keys }: PlaceStep,
  label: string,
  change: WantedChange['change'] | false,
): number | undefined {
  if (keys) {
    const matching = list.flatMap((item, at) =>
      isBag(item) &&
      keys.every(([key, text]) => String(item[key] ?? '') === text)
        ? [at]
        : [],
    );
    if (matching.length === 1) return matching[0];
    if (matching.length === 0 && change === 'added') return list.length;
    if (matching.length === 0 && change === 'removed') return undefined;
    return refuse(
      `${label}: Git has ${
        matching.length === 0 ? 'no item' : `${matching.length} items`
      } with ${keys.map(pair => pair.join('=')).join(', ')}`,
      matching.length === 0 ? RESCAN : 'Edit the manifest by hand.',
    );
  }
  if (index === undefined) {
    return refuse(`${label}: Git has a list where ${name} is expected`, RESCAN);
  }
  if (change === 'added') return Math.min(index, list.length);
  if (index >= list.length) {
    return refuse(`${label}: Git has only ${list.length} items there`, RESCAN);
  }
  return index;
}

/** Where the item is that was removed from what runs. */
function placeOf(
  list: readonly unknown[],
  { index = -1 }: PlaceStep,
  desired: WantedChange['desired'],
): number | undefined {
  if (desired === undefined) return index < list.length ? index : undefined;
  if (isDeepStrictEqual(list[index], desired.value)) return index;
  const at = list.findIndex(item => isDeepStrictEqual(item, desired.value));
  return at < 0 ? undefined : at;
}

/** The order that runs names items by their key. */
function planOrder(
  label: string,
  at: At,
  value: unknown,
  order: unknown,
): Edit | undefined {
  const nameOf = (item: unknown) => (isBag(item) ? item.name : item);
  const list = Array.isArray(value) ? value : [];
  const names = Array.isArray(order) ? order : [];
  const items = names.map(name => list.find(item => nameOf(item) === name));
  if (
    names.length !== list.length ||
    items.includes(undefined) ||
    new Set(items).size !== list.length
  ) {
    refuse(
      `${label} has other items in Git than run`,
      'Adopt or revert those first, then scan again.',
    );
  }
  return isDeepStrictEqual(items, list)
    ? undefined
    : { do: 'set', at, value: items };
}
