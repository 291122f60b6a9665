import { inStretches, STRETCH, type Steps } from '../../steps';
import type { GraphLayout } from '../storage/GraphLayout';

/** For each node the worst value that it certainly has to live with, itself included. */
export interface WorstBelow {
  /** Declared by the node, or else the worst below; NaN when nobody said anything. */
  value: Float64Array;
  /** The dependency that it comes from; -1 when the node declared it. */
  from: Int32Array;
}

/**
 * Looks through nodes that declare nothing: what depends on one has to live with what is
 * below it. The largest values go first, so each node is reached once, with the worst. A
 * group is as bad as the member with which it would be tipped; a member of which nothing
 * is known may be better than all others.
 *
 * @param declared - NaN where nothing is
 */
export function* worstBelow(
  layout: GraphLayout,
  declared: Float64Array,
): Steps<WorstBelow> {
  const { size, groups } = layout;
  const { offsets, softFrom, sources } = layout.in;
  const value = declared.slice(0, size);
  const from = new Int32Array(size).fill(-1);
  const counts = new Int32Array(groups.count);
  const seeds = yield* largestFirst(layout, value);
  const queue: number[] = [];
  const reach = (node: number, through: number) => {
    if (!Number.isNaN(value[node])) return;
    value[node] = value[through];
    from[node] = through;
    queue.push(node);
  };
  let done = 0;
  for (const seed of seeds) {
    queue.length = 0;
    queue.push(seed);
    for (let at = 0; at < queue.length; at++) {
      const node = queue[at];
      if (++done % STRETCH === 0) yield;
      for (let e = offsets[node]; e < softFrom[node]; e++) {
        reach(sources[e], node);
      }
      for (
        let i = groups.inOffsets[node];
        i < groups.inOffsets[node + 1];
        i++
      ) {
        const group = groups.inGroups[i];
        counts[group]++;
        if (groups.soft[group] === 0 && counts[group] === groups.tip[group]) {
          reach(groups.owner[group], node);
        }
      }
    }
  }
  return { value, from };
}

/** Nodes that have a value, the largest first, then by name. */
function* largestFirst(
  { size, rank }: GraphLayout,
  value: Float64Array,
): Steps<Int32Array> {
  const known = Float64Array.from(
    new Set(value.filter(one => !Number.isNaN(one))),
  ).sort();
  const places = new Map<number, number>();
  known.forEach((one, place) => places.set(one, known.length - 1 - place));
  yield;
  const byRank = new Int32Array(size);
  const keys: number[] = [];
  yield* inStretches(size, (begin, end) => {
    for (let node = begin; node < end; node++) {
      byRank[rank[node]] = node;
      const place = places.get(value[node]);
      if (place !== undefined) keys.push(place * size + rank[node]);
    }
  });
  // As numbers these sort natively, and exactly: nodes squared are below 2 ** 53.
  return Int32Array.from(
    Float64Array.from(keys).sort(),
    key => byRank[key % size],
  );
}

/** From a node down to who declared the value that it has to live with. */
export function wayDown({ from }: WorstBelow, start: number): number[] {
  const way = [start];
  for (let node = from[start]; node >= 0; node = from[node]) way.push(node);
  return way;
}

/**
 * The dependency through which a node has to live with a value: each hard one, and for
 * each hard group the member with which it would be tipped.
 */
export function eachBinding(
  layout: GraphLayout,
  { value }: WorstBelow,
  node: number,
  visit: (dependency: number, group?: number) => void,
): void {
  const { out, groups, rank } = layout;
  for (let e = out.offsets[node]; e < out.softFrom[node]; e++) {
    visit(out.targets[e]);
  }
  for (let g = groups.ofOwner[node]; g < groups.ofOwner[node + 1]; g++) {
    if (groups.soft[g] === 1) continue;
    const worstFirst = groups.members
      .slice(groups.offsets[g], groups.offsets[g + 1])
      .filter(member => !Number.isNaN(value[member]))
      .sort((a, b) => value[b] - value[a] || rank[a] - rank[b]);
    if (worstFirst.length >= groups.tip[g]) {
      visit(worstFirst[groups.tip[g] - 1], g);
    }
  }
}
