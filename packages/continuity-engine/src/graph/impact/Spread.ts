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
 * Working memory for one question, used again for the next. Between questions every
 * place is -1 and every count 0.
 */
class Workspace {
  readonly place: Int32Array;
  readonly queue: Int32Array;
  readonly parents: Int32Array;
  /** By place in the queue, the rank of the node through which it was reached. */
  readonly parentRanks: Int32Array;
  /** Members of a group that were reached. */
  readonly counts: Int32Array;

  constructor(layout: GraphLayout) {
    this.place = new Int32Array(layout.size).fill(-1);
    this.queue = new Int32Array(layout.size);
    this.parents = new Int32Array(layout.size);
    this.parentRanks = new Int32Array(layout.size);
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
  const { place, queue, parents } = workspace;
  let tail = 0;
  for (const seed of seeds) {
    place[seed] = tail;
    parents[tail] = -1;
    queue[tail++] = seed;
  }
  const waves = [0];
  let begin = 0;
  let restAt = STRETCH;
  while (begin < tail) {
    waves.push(tail);
    const end = tail;
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
  const { place, queue, parents, parentRanks, counts } = workspace;
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
      const reached = sources[e];
      const known = place[reached];
      if (known < 0) {
        place[reached] = tail;
        parents[tail] = at;
        parentRanks[tail] = own;
        queue[tail++] = reached;
      } else if (known >= end && own < parentRanks[known]) {
        parents[known] = at;
        parentRanks[known] = own;
      }
    }
    if (!hasGroups) continue;
    for (let i = inOffsets[node]; i < inOffsets[node + 1]; i++) {
      const group = inGroups[i];
      if (!everything && soft[group] === 1) continue;
      counts[group]++;
      if (counts[group] !== tip[group]) continue;
      const reached = owner[group];
      const known = place[reached];
      const through = firstOfWave(layout, workspace, group, begin, end);
      if (known < 0) {
        place[reached] = tail;
        parents[tail] = through;
        parentRanks[tail] = rank[queue[through]];
        queue[tail++] = reached;
      } else if (known >= end && rank[queue[through]] < parentRanks[known]) {
        parents[known] = through;
        parentRanks[known] = rank[queue[through]];
      }
    }
  }
  return tail;
}

/** Place of the first member by name that was reached in the wave that tips the group. */
function firstOfWave(
  { rank, groups: { offsets, members } }: GraphLayout,
  { place, queue }: Workspace,
  group: number,
  begin: number,
  end: number,
): number {
  let first = -1;
  for (let m = offsets[group]; m < offsets[group + 1]; m++) {
    const at = place[members[m]];
    if (at < begin || at >= end) continue;
    if (first < 0 || rank[members[m]] < rank[queue[first]]) first = at;
  }
  return first;
}

function clean(
  { groups }: GraphLayout,
  { place, counts }: Workspace,
  reached: Int32Array,
): void {
  if (reached.length * 4 > place.length) {
    // In order it is quicker than here and there.
    place.fill(-1);
    counts.fill(0);
    return;
  }
  for (let at = 0; at < reached.length; at++) place[reached[at]] = -1;
  if (groups.count === 0) return;
  const { inOffsets, inGroups } = groups;
  for (let at = 0; at < reached.length; at++) {
    const node = reached[at];
    for (let i = inOffsets[node]; i < inOffsets[node + 1]; i++) {
      counts[inGroups[i]] = 0;
    }
  }
}
