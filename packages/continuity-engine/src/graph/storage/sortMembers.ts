import { STRETCH, type Steps } from '../../steps';
import { beginnings } from './counting';
import type { EdgeRows } from './EdgeRows';
import type { Growing } from './growing';

/** Members of groups in columns, with the order in which they belong. */
export interface SortedMembers {
  from: Int32Array;
  to: Int32Array;
  word: Int32Array;
  /** 1 for members of groups all of whose edges are soft. */
  soft: Int32Array;
  /** The most that any edge of the group says. */
  need: Int32Array;
  order: Int32Array;
}

/**
 * Edges by owner, hard groups before soft ones, then group, then member. A group is soft
 * only when all of its edges are, and needs the most that any of them says. Takes the
 * columns out of the rows, but for steps and sources.
 */
export function* sortMembers(
  { grouped }: EdgeRows,
  size: number,
): Steps<SortedMembers> {
  const from = columnOf(grouped.from);
  const sorted: SortedMembers = {
    from,
    to: columnOf(grouped.to),
    word: columnOf(grouped.group),
    soft: columnOf(grouped.soft),
    need: columnOf(grouped.need),
    order: byOwner(from, size),
  };
  yield;
  const { order } = sorted;
  let owners = 0;
  for (let begin = 0; begin < order.length; ) {
    let end = begin + 1;
    while (end < order.length && from[order[end]] === from[order[begin]]) end++;
    sortOwner(sorted, begin, end);
    begin = end;
    if (++owners % STRETCH === 0) yield;
  }
  return sorted;
}

/** One owner has few members, so that nothing is quicker than insertion. */
function sortOwner(sorted: SortedMembers, begin: number, end: number): void {
  const { order, to, word, soft } = sorted;
  insertionSort(order, begin, end, (a, b) => word[a] - word[b]);
  agree(sorted, begin, end);
  insertionSort(
    order,
    begin,
    end,
    (a, b) => soft[a] - soft[b] || word[a] - word[b] || to[a] - to[b],
  );
}

/** Makes all edges of a group say the same. */
function agree(
  { order, word, soft, need }: SortedMembers,
  begin: number,
  end: number,
): void {
  for (let start = begin; start < end; ) {
    const name = word[order[start]];
    let isSoft = 1;
    let most = 1;
    let stop = start;
    for (; stop < end && word[order[stop]] === name; stop++) {
      if (soft[order[stop]] === 0) isSoft = 0;
      most = Math.max(most, need[order[stop]]);
    }
    for (; start < stop; start++) {
      soft[order[start]] = isSoft;
      need[order[start]] = most;
    }
  }
}

/** Stable. */
function insertionSort(
  values: Int32Array,
  begin: number,
  end: number,
  compare: (a: number, b: number) => number,
): void {
  for (let at = begin + 1; at < end; at++) {
    const value = values[at];
    let place = at;
    while (place > begin && compare(values[place - 1], value) > 0) {
      values[place] = values[place - 1];
      place--;
    }
    values[place] = value;
  }
}

function byOwner(from: Int32Array, size: number): Int32Array {
  const next = new Int32Array(size + 1);
  for (let edge = 0; edge < from.length; edge++) next[from[edge] + 1]++;
  beginnings(next);
  const order = new Int32Array(from.length);
  for (let edge = 0; edge < from.length; edge++) {
    order[next[from[edge]]++] = edge;
  }
  return order;
}

/** The values of a list, which is then empty. */
function columnOf(list: Growing): Int32Array {
  const column = new Int32Array(list.length);
  for (let index = 0; index < column.length; index++) {
    column[index] = list.at(index);
  }
  list.clear();
  return column;
}
