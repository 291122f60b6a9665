import { finish, inStretches, type Steps } from '../steps';
import { DependencyGraph } from './DependencyGraph';
import { arrangeOut } from './storage/arrangeOut';
import { completeLayout } from './storage/completeLayout';
import { EdgeRows } from './storage/EdgeRows';
import type { GraphLayout, OutRows } from './storage/GraphLayout';
import { NodeColumns } from './storage/NodeColumns';
import type { NodeChange } from './types';

/**
 * The graph after some nodes have declared anew; the one before stays as it is for those
 * who read it. Rows of nodes that did not change are copied as blocks, so it costs about
 * as much as reading the whole graph once, however many changes there are: apply those
 * that come together together. The last of several changes of one node counts.
 *
 * @throws RangeError when a value makes no sense or an edge begins at another node; the
 * graph is then as before
 */
export function applyChanges(
  graph: DependencyGraph,
  changes: readonly NodeChange[],
): DependencyGraph {
  return finish(applyChangesInSteps(graph, changes));
}

/** {@link applyChanges}, bit by bit. */
export function* applyChangesInSteps(
  graph: DependencyGraph,
  changes: readonly NodeChange[],
): Steps<DependencyGraph> {
  if (changes.length === 0) return graph;
  const { layout } = graph;
  const { names, vocabulary, sources } = layout;
  const latest = new Map<string, NodeChange>();
  for (const change of changes) latest.set(changedNode(change), change);

  const nodes = new NodeColumns(vocabulary, {
    columns: layout.nodes,
    size: layout.size,
  });
  const added = new EdgeRows(vocabulary, sources);
  const replaced = new Set<number>();
  yield;
  const apply = (name: string, change: NodeChange) => {
    const index = names.intern(name);
    replaced.add(index);
    nodes.reserve(index + 1);
    if ('removed' in change) {
      nodes.withdraw(index);
      return;
    }
    nodes.declare(index, change.node);
    for (const edge of change.edges) {
      if (edge.from !== name) {
        throw new RangeError(
          `${edge.from} -> ${edge.to}: an edge in the change of ${name} has to begin there`,
        );
      }
      added.add(index, names.intern(edge.to), edge);
    }
  };
  const each = [...latest];
  yield* inStretches(each.length, (begin, end) => {
    for (let at = begin; at < end; at++) apply(...each[at]);
  });

  const size = names.size;
  nodes.reserve(size);
  yield* keepGroups(layout, replaced, added);
  const fresh = yield* arrangeOut(added, size);
  const out = yield* replaceRows(layout, replaced, fresh, size);
  return new DependencyGraph(
    yield* completeLayout(
      { size, names, vocabulary, sources, nodes, out },
      added,
      layout,
    ),
  );
}

function changedNode(change: NodeChange): string {
  return 'removed' in change ? change.removed : change.node.node;
}

/** Groups are few: those of other owners are put in order again with the new ones. */
function* keepGroups(
  { groups }: GraphLayout,
  replaced: ReadonlySet<number>,
  rows: EdgeRows,
): Steps<void> {
  const keep = (group: number) => {
    if (replaced.has(groups.owner[group])) return;
    for (let m = groups.offsets[group]; m < groups.offsets[group + 1]; m++) {
      const { grouped } = rows;
      grouped.from.push(groups.owner[group]);
      grouped.to.push(groups.members[m]);
      grouped.group.push(groups.name[group]);
      grouped.need.push(groups.need[group]);
      grouped.soft.push(groups.soft[group]);
      grouped.step.push(groups.step[m]);
      grouped.source.push(groups.source[m]);
    }
  };
  yield* inStretches(groups.count, (begin, end) => {
    for (let group = begin; group < end; group++) keep(group);
  });
}

/** The old rows with those of `replaced` from `fresh`, in blocks between them. */
function* replaceRows(
  layout: GraphLayout,
  replaced: ReadonlySet<number>,
  fresh: OutRows,
  size: number,
): Steps<OutRows> {
  const old = layout.out;
  const changed = Int32Array.from(replaced).sort();
  let total = old.targets.length + fresh.targets.length;
  for (const node of changed) {
    if (node < layout.size) total -= old.offsets[node + 1] - old.offsets[node];
  }
  const rows: OutRows = {
    offsets: new Int32Array(size + 1),
    softFrom: new Int32Array(size),
    targets: new Int32Array(total),
    step: new Uint8Array(total),
    source: new Uint16Array(total),
  };
  let end = 0;
  /** Rows of the nodes from `first` to before `last` as they are in `from`. */
  const copy = (from: OutRows, first: number, last: number) => {
    const begin = from.offsets[first];
    const stop = from.offsets[last];
    const shift = end - begin;
    for (let node = first; node < last; node++) {
      rows.offsets[node] = from.offsets[node] + shift;
      rows.softFrom[node] = from.softFrom[node] + shift;
    }
    rows.targets.set(from.targets.subarray(begin, stop), end);
    rows.step.set(from.step.subarray(begin, stop), end);
    rows.source.set(from.source.subarray(begin, stop), end);
    end += stop - begin;
  };
  const copyInSteps = (from: OutRows, first: number, last: number) =>
    inStretches(last - first, (begin, stop) =>
      copy(from, first + begin, first + stop),
    );
  let next = 0;
  for (const node of changed) {
    if (node >= layout.size) break;
    yield* copyInSteps(old, next, node);
    copy(fresh, node, node + 1);
    next = node + 1;
  }
  yield* copyInSteps(old, next, layout.size);
  // Nodes that are new have what they declare, if anything, in the fresh rows.
  copy(fresh, layout.size, size);
  rows.offsets[size] = end;
  return rows;
}
