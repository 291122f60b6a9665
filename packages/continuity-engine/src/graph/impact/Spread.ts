import { STRETCH, type Steps } from '../../steps';
import type { GraphLayout } from '../storage/GraphLayout';

/**
 * `failure` runs along hard dependencies and through hard groups that fall.
 * `disturbance`, being anything but fine, runs along all of them. Both are least
 * fixpoints of a monotone function, so a circle of dependencies does not fail by itself.
 */
export type SpreadKind = 'failure' | 'disturbance';

/** Whom something reaches, in waves. */
export interface Spread {
  /** Nodes in the order in which they were reached. */
  order: Int32Array;
  /** Where each wave begins in `order`, and at the end its length. */
  waves: number[];
  /** Place in `order` of the node through which it was reached; -1 in the first wave. */
  parents: Int32Array;
}

/**
 * Working memory for one question, used again for the next. Between questions everything
 * by node is -1, every count 0 and nobody is settled.
 *
 * Where much is reached, most of the time is spent on waiting for memory. So most edges
 * are answered by a bit a node, which the processor has at hand: they lead to nodes that
 * were reached in a wave before. And the nodes of a large wave are put in the order in
 * which they lie in memory.
 */
class Workspace {
  /**
   * By node two numbers that are looked at together: its place in the queue, or, until
   * its wave begins, the place of the node through which it was reached; and the rank of
   * that one, or -1 for a node that was not reached.
   */
  readonly reached: Int32Array;
  readonly queue: Int32Array;
  readonly parents: Int32Array;
  /** A bit a node: its wave has begun. */
  readonly settled: Int32Array;
  /** A bit a node, for putting a wave in order. */
  readonly wave: Int32Array;
  /** Members of a group that were reached. */
  readonly counts: Int32Array;

  constructor(layout: GraphLayout) {
    this.reached = new Int32Array(2 * layout.size).fill(-1);
    this.queue = new Int32Array(layout.size);
    this.parents = new Int32Array(layout.size);
    this.settled = new Int32Array((layout.size + 31) >>> 5);
    this.wave = new Int32Array(this.settled.length);
    this.counts = new Int32Array(layout.groups.count);
  }
}

/** Working memory that nobody uses now; while a question waits others are asked. */
const idle = new WeakMap<GraphLayout, Workspace>();

function takeWorkspace(layout: GraphLayout): Workspace {
  const workspace = idle.get(layout);
  idle.delete(layout);
  return workspace ?? new Workspace(layout);
}

/**
 * Follows a failure or a disturbance from `seeds` wave by wave. A group is reached in
 * the wave after the member that tipped it. Among the nodes of one wave that reach the
 * same node the first by name is kept, so the answer does not depend on the order in
 * which the graph was loaded.
 *
 * @param seeds - distinct nodes
 */
export function* spread(
  layout: GraphLayout,
  seeds: Iterable<number>,
  kind: SpreadKind,
): Steps<Spread> {
  const workspace = takeWorkspace(layout);
  const { reached, queue, parents } = workspace;
  let tail = 0;
  for (const seed of seeds) {
    reached[2 * seed + 1] = 0;
    queue[tail++] = seed;
  }
  const waves = [0];
  let begin = 0;
  let restAt = STRETCH;
  while (begin < tail) {
    waves.push(tail);
    const end = tail;
    beginWave(workspace, begin, end);
    for (let from = begin; from < end; ) {
      const to = Math.min(end, restAt);
      tail = spreadWave(layout, workspace, kind, {
        begin,
        end,
        from,
        to,
        tail,
      });
      from = to;
      if (to === restAt) {
        restAt += STRETCH;
        yield;
      }
    }
    begin = end;
  }
  const order = queue.slice(0, tail);
  const result = { order, waves, parents: parents.slice(0, tail) };
  clean(layout, workspace, order);
  idle.set(layout, workspace);
  return result;
}

/** A stretch of a wave, by places in the queue; each ends before its end. */
interface Stretch {
  /** The whole wave. */
  begin: number;
  end: number;
  from: number;
  to: number;
  /** Where the queue ends. */
  tail: number;
}

/** Reaches on from the nodes of a stretch; returns the new end of the queue. */
function spreadWave(
  layout: GraphLayout,
  workspace: Workspace,
  kind: SpreadKind,
  { begin, end, from, to, tail: tailBefore }: Stretch,
): number {
  const { reached, queue, settled, counts } = workspace;
  const { rank, groups } = layout;
  const { offsets, softFrom, sources } = layout.in;
  const { inOffsets, inGroups, tip, soft, owner } = groups;
  const everything = kind === 'disturbance';
  const hasGroups = groups.count > 0;
  let tail = tailBefore;
  for (let at = from; at < to; at++) {
    const node = queue[at];
    const own = rank[node];
    const last = everything ? offsets[node + 1] : softFrom[node];
    for (let e = offsets[node]; e < last; e++) {
      const other = sources[e];
      if ((settled[other >>> 5] >>> (other & 31)) & 1) continue;
      const known = reached[2 * other + 1];
      if (known < 0) queue[tail++] = other;
      else if (known <= own) continue;
      reached[2 * other] = at;
      reached[2 * other + 1] = own;
    }
    if (!hasGroups) continue;
    for (let i = inOffsets[node]; i < inOffsets[node + 1]; i++) {
      const group = inGroups[i];
      if (!everything && soft[group] === 1) continue;
      counts[group]++;
      if (counts[group] !== tip[group]) continue;
      const other = owner[group];
      if ((settled[other >>> 5] >>> (other & 31)) & 1) continue;
      const known = reached[2 * other + 1];
      const through = firstOfWave(layout, workspace, group, begin, end);
      const throughRank = rank[queue[through]];
      if (known < 0) queue[tail++] = other;
      else if (known <= throughRank) continue;
      reached[2 * other] = through;
      reached[2 * other + 1] = throughRank;
    }
  }
  return tail;
}

/** Gives the nodes of a wave their places. */
function beginWave(
  { reached, queue, parents, settled, wave }: Workspace,
  begin: number,
  end: number,
): void {
  if ((end - begin) * 32 > settled.length) sort(queue, begin, end, wave);
  for (let at = begin; at < end; at++) {
    const node = queue[at];
    parents[at] = begin === 0 ? -1 : reached[2 * node];
    reached[2 * node] = at;
    settled[node >>> 5] |= 1 << (node & 31);
  }
}

/** Sorts distinct numbers, with the help of a bit for each; all are 0 before and after. */
function sort(
  numbers: Int32Array,
  begin: number,
  end: number,
  bits: Int32Array,
): void {
  for (let at = begin; at < end; at++) {
    bits[numbers[at] >>> 5] |= 1 << (numbers[at] & 31);
  }
  let at = begin;
  for (let word = 0; at < end; word++) {
    let left = bits[word];
    bits[word] = 0;
    while (left !== 0) {
      const lowest = left & -left;
      numbers[at++] = word * 32 + (31 - Math.clz32(lowest));
      left ^= lowest;
    }
  }
}

/** Place of the first member by name that was reached in the wave that tips the group. */
function firstOfWave(
  { rank, groups: { offsets, members } }: GraphLayout,
  { reached, queue, settled }: Workspace,
  group: number,
  begin: number,
  end: number,
): number {
  let first = -1;
  for (let m = offsets[group]; m < offsets[group + 1]; m++) {
    const member = members[m];
    if (((settled[member >>> 5] >>> (member & 31)) & 1) === 0) continue;
    const at = reached[2 * member];
    if (at < begin || at >= end) continue;
    if (first < 0 || rank[member] < rank[queue[first]]) first = at;
  }
  return first;
}

function clean(
  { groups }: GraphLayout,
  { reached, settled, counts }: Workspace,
  order: Int32Array,
): void {
  if (order.length * 4 > reached.length / 2) {
    // In order it is quicker than here and there.
    reached.fill(-1);
    settled.fill(0);
    counts.fill(0);
    return;
  }
  for (let at = 0; at < order.length; at++) {
    reached[2 * order[at]] = -1;
    reached[2 * order[at] + 1] = -1;
    settled[order[at] >>> 5] = 0;
  }
  if (groups.count === 0) return;
  const { inOffsets, inGroups } = groups;
  for (let at = 0; at < order.length; at++) {
    const node = order[at];
    for (let i = inOffsets[node]; i < inOffsets[node + 1]; i++) {
      counts[inGroups[i]] = 0;
    }
  }
}
