import { STRETCH, type Steps } from '../../steps';
import { beginnings } from '../storage/counting';
import type { Components } from './Components';
import type { Reach } from './Reach';

/**
 * Tarjan, "Depth-first search and linear graph algorithms" (1972), with a stack of its
 * own in place of recursion, because chains may be longer than any call stack.
 */
export function* strongComponents(reach: Reach): Steps<Components> {
  const { size, targets, targetFrom, targetEnd } = reach;
  const { members, memberFrom, memberEnd } = reach;
  const of = new Int32Array(size).fill(-1);
  /** Order of discovery from 1; 0 is not yet discovered. */
  const found = new Int32Array(size);
  const low = new Int32Array(size);
  /** How many dependencies of a node were followed. */
  const followed = new Int32Array(size);
  const open = new Int32Array(size);
  const path = new Int32Array(size);
  let clock = 0;
  let count = 0;
  let openCount = 0;
  let depth = -1;

  const enter = (node: number) => {
    found[node] = low[node] = ++clock;
    open[openCount++] = node;
    path[++depth] = node;
  };
  /** Goes on at the end of the path: one node deeper, or back by one. */
  const move = () => {
    const node = path[depth];
    const plain = targetEnd[node] - targetFrom[node];
    const all = plain + memberEnd[node] - memberFrom[node];
    while (followed[node] < all) {
      const index = followed[node]++;
      const next =
        index < plain
          ? targets[targetFrom[node] + index]
          : members[memberFrom[node] + index - plain];
      if (found[next] === 0) {
        enter(next);
        return;
      }
      if (of[next] < 0 && found[next] < low[node]) low[node] = found[next];
    }
    if (low[node] === found[node]) {
      let member = -1;
      while (member !== node) {
        member = open[--openCount];
        of[member] = count;
      }
      count++;
    }
    depth--;
    if (depth >= 0 && low[node] < low[path[depth]])
      low[path[depth]] = low[node];
  };

  let start = 0;
  /** So many moves, or until all are found. */
  const moveOn = (moves: number) => {
    for (let left = moves; left > 0; left--) {
      if (depth < 0) {
        while (start < size && found[start] > 0) start++;
        if (start === size) return;
        enter(start);
      }
      move();
    }
  };
  while (depth >= 0 || start < size) {
    moveOn(STRETCH);
    yield;
  }
  return { count, of, ...membersOf(of, count), reach };
}

function membersOf(of: Int32Array, count: number) {
  const offsets = new Int32Array(count + 1);
  for (let node = 0; node < of.length; node++) offsets[of[node] + 1]++;
  beginnings(offsets);
  const next = offsets.slice(0, count);
  const nodes = new Int32Array(of.length);
  for (let node = 0; node < of.length; node++) nodes[next[of[node]]++] = node;
  return { offsets, nodes };
}
