import type { Steps } from '../../steps';
import { readGroup, numberOf, type DependencyGraph } from '../DependencyGraph';
import { measureImpact, measureImpactInSteps } from '../impact/measureImpact';
import type { OutageImpact } from '../impact/OutageImpact';
import type { GraphLayout } from '../storage/GraphLayout';
import type { SinglePointExplanation } from '../types';
import { listNames } from '../words';

/** Explains how one node brings roots down; its impact is computed once for all of them. */
export class PointExplainer {
  readonly #graph: DependencyGraph;
  readonly #node: string;
  readonly #impact: OutageImpact;
  #standIn: string | undefined;

  /**
   * @param impact - of the node alone; absent: it is measured
   * @throws RangeError when the node is not in the graph
   */
  constructor(
    graph: DependencyGraph,
    node: string,
    impact: OutageImpact = measureImpact(graph, { down: [node] }),
  ) {
    this.#graph = graph;
    this.#node = node;
    this.#impact = impact;
  }

  /** Made bit by bit. */
  static *inSteps(graph: DependencyGraph, node: string): Steps<PointExplainer> {
    const impact = yield* measureImpactInSteps(graph, { down: [node] });
    return new PointExplainer(graph, node, impact);
  }

  /** @returns undefined when the node does not bring the root down */
  explain(root: string): SinglePointExplanation | undefined {
    const node = this.#node;
    const reached = this.#impact.explain(root);
    if (node === root || !reached || this.#impact.stateOf(root) !== 'failed') {
      return undefined;
    }
    const { path } = reached;
    const tippedGroups = groupsTippedOn(this.#graph, this.#impact, path);
    this.#standIn ??= standIn(this.#graph.layout, this.#impact, node);
    return {
      node,
      root,
      path,
      tippedGroups,
      shield:
        tippedGroups.length > 0
          ? separate(node, tippedGroups[0])
          : this.#standIn,
    };
  }
}

/** Groups through which the path goes because no hard dependency connects the two. */
function groupsTippedOn(
  graph: DependencyGraph,
  impact: OutageImpact,
  path: readonly string[],
): SinglePointExplanation['tippedGroups'] {
  const { layout } = graph;
  const { out, groups } = layout;
  const tipped: SinglePointExplanation['tippedGroups'] = [];
  for (let step = 1; step < path.length; step++) {
    const owner = numberOf(layout, path[step]);
    const below = numberOf(layout, path[step - 1]);
    const hard = out.targets.subarray(out.offsets[owner], out.softFrom[owner]);
    if (hard.includes(below)) continue;
    for (let g = groups.ofOwner[owner]; g < groups.ofOwner[owner + 1]; g++) {
      const { group, minAvailable, members } = readGroup(layout, g);
      const failed = members.filter(
        member => impact.stateOf(member) === 'failed',
      );
      if (
        groups.soft[g] === 0 &&
        members.includes(path[step - 1]) &&
        failed.length >= groups.tip[g]
      ) {
        tipped.push({
          owner: path[step],
          group,
          minAvailable,
          members,
          failed,
        });
        break;
      }
    }
  }
  return tipped;
}

function separate(
  node: string,
  tipped: SinglePointExplanation['tippedGroups'][number],
): string {
  const { owner, group, members, failed, minAvailable } = tipped;
  if (minAvailable >= members.length) {
    return `Group ${group} of ${owner} needs all of its ${
      members.length
    } members: add members until it can do without one${
      minAvailable > 1 ? `, or lower minAvailable from ${minAvailable}` : ''
    }.`;
  }
  const spare = members.length - minAvailable;
  return `Group ${group} of ${owner} can do without ${spare} of its ${
    members.length
  } members, but ${node} takes down ${listNames(
    failed,
  )} at once: make all but ${spare} of them independent of ${node}.`;
}

/** What depends on the node directly and fails with it would need something else. */
function standIn(
  layout: GraphLayout,
  impact: OutageImpact,
  name: string,
): string {
  const { in: rows, groups, rank, names } = layout;
  const node = numberOf(layout, name);
  const dependants = new Set(
    rows.sources.subarray(rows.offsets[node], rows.softFrom[node]),
  );
  for (let i = groups.inOffsets[node]; i < groups.inOffsets[node + 1]; i++) {
    const group = groups.inGroups[i];
    if (groups.soft[group] === 0) dependants.add(groups.owner[group]);
  }
  dependants.delete(node);
  const failing = [...dependants]
    .filter(dependant => impact.failed.has(dependant))
    .sort((a, b) => rank[a] - rank[b])
    .map(dependant => names.word(dependant));
  return `Give ${name} a stand-in that fails independently of it, and declare both as one redundancy group in ${listNames(
    failing,
  )}; or make it a soft dependency there, if they can do without it.`;
}
