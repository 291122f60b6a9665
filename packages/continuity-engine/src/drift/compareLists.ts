import { keyText } from './keyText';
import type { Shape } from './shapes';
import { isBag } from './values';

/** Items of two lists that belong together; one is absent where the other has no partner. */
export interface ItemPair {
  readonly desired?: unknown;
  readonly live?: unknown;
  readonly index: number;
  /** The fields that identify it. Absent: its place does. */
  readonly keys?: readonly string[];
}

/** Two lists, matched. */
export interface MatchedLists {
  readonly pairs: readonly ItemPair[];
  /** What is in both runs in another order, where the order counts. */
  readonly reordered: boolean;
}

/**
 * Matches the items of two lists as their shape says: by key, as a set, or by order.
 *
 * Time and memory grow with the lists, not with their product: lists that run in order are
 * matched from both ends, and what is left between by place.
 */
export function matchLists(
  desired: readonly unknown[],
  live: readonly unknown[],
  shape: Shape | undefined,
): MatchedLists {
  if (shape?.list === 'set') return matchSets(desired, live, shape.each);
  if (shape?.list) {
    return matchKeyed(desired, live, shape.list, shape.ordered === true);
  }
  return { pairs: matchInOrder(desired, live, shape?.each), reordered: false };
}

function matchKeyed(
  desired: readonly unknown[],
  live: readonly unknown[],
  keys: readonly string[],
  isOrdered: boolean,
): MatchedLists {
  const there = byKey(live, keys);
  const here = byKey(desired, keys);
  const pairs: ItemPair[] = [];
  const places: number[] = [];
  for (const [key, { item, index: own }] of here) {
    const partner = there.get(key);
    if (partner) places.push(partner.index);
    pairs.push({
      desired: item,
      live: partner?.item,
      index: partner?.index ?? own,
      keys,
    });
  }
  for (const [key, { item, index }] of there) {
    if (!here.has(key)) pairs.push({ live: item, index, keys });
  }
  return {
    pairs,
    reordered:
      isOrdered && places.some((place, at) => at > 0 && place < places[at - 1]),
  };
}

/** A key that stands twice is told apart by how often it was there before. */
function byKey(list: readonly unknown[], keys: readonly string[]) {
  const found = new Map<string, { item: unknown; index: number }>();
  const seen = new Map<string, number>();
  list.forEach((item, index) => {
    const key = isBag(item)
      ? keys.map(name => `${name}=${String(item[name] ?? '')}`).join(',')
      : `value=${keyText(item, undefined)}`;
    const before = seen.get(key) ?? 0;
    seen.set(key, before + 1);
    found.set(before === 0 ? key : `${key}#${before + 1}`, { item, index });
  });
  return found;
}

function matchSets(
  desired: readonly unknown[],
  live: readonly unknown[],
  each: Shape | undefined,
): MatchedLists {
  const there = new Map<string, number[]>();
  live.forEach((item, index) => {
    const text = keyText(item, each);
    const places = there.get(text);
    if (places) places.push(index);
    else there.set(text, [index]);
  });
  const pairs: ItemPair[] = [];
  desired.forEach((item, index) => {
    const places = there.get(keyText(item, each));
    // What is in both is the same and of no interest.
    if (places === undefined || places.length === 0) {
      pairs.push({ desired: item, index });
    } else {
      places.pop();
    }
  });
  for (const places of there.values()) {
    for (const index of places) pairs.push({ live: live[index], index });
  }
  return { pairs, reordered: false };
}

function matchInOrder(
  desired: readonly unknown[],
  live: readonly unknown[],
  each: Shape | undefined,
): ItemPair[] {
  const same = (a: unknown, b: unknown) =>
    keyText(a, each) === keyText(b, each);
  const shorter = Math.min(desired.length, live.length);
  let head = 0;
  while (head < shorter && same(desired[head], live[head])) head += 1;
  let tail = 0;
  while (
    tail < shorter - head &&
    same(desired[desired.length - 1 - tail], live[live.length - 1 - tail])
  ) {
    tail += 1;
  }
  const pairs: ItemPair[] = [];
  const most = Math.max(desired.length, live.length) - tail;
  for (let at = head; at < most; at += 1) {
    pairs.push({
      desired: at < desired.length - tail ? desired[at] : undefined,
      live: at < live.length - tail ? live[at] : undefined,
      index: at,
    });
  }
  return pairs;
}
