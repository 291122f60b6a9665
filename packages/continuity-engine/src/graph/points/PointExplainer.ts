import type { Steps } from '../../steps';
import {
  needsHard,
  numberOf,
  readGroup,
  type DependencyGraph,
} from '../DependencyGraph';
import { measureImpact, measureImpactInSteps } from '../impact/measureImpact';
import type { OutageImpact } from '../impact/OutageImpact';
import type { GraphLayout } from '../storage/GraphLayout';
import type { SinglePointExplanation } from '../types';
import { listNames } from '../words';

type TippedGroup = SinglePointExplanation['tippedGroups'][number];

/** How a node brings a root down, in numbers. */
export interface PointOutline {
  /** Numbers of nodes, from the node to the root. */
  way: Int32Array;
  /** Groups on the way that could do without some of their members, and fall all the same. */
  defeatedGroups: number;
  /** In words: what would shield the root. */
  shield: string;
}

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
    const { layout } = this.#graph;
    const way = this.#wayTo(root);
    if (!way) return undefined;
    const tipped = groupsTippedOn(layout, this.#impact, way);
    return {
      node: this.#node,
      root,
      path: Array.from(way, at => layout.names.word(at)),
      tippedGroups: tipped.map(group => this.#describe(group)),
      shield: this.#shield(tipped[0]),
    };
  }

  /**
   * The same in numbers, without putting a long way into words. For the functions of this
   * folder and for findings.
   *
   * @returns undefined when the node does not bring the root down
   */
  outline(root: string): PointOutline | undefined {
    const { layout } = this.#graph;
    const way = this.#wayTo(root);
    if (!way) return undefined;
    const { need, offsets } = layout.groups;
    const tipped = groupsTippedOn(layout, this.#impact, way);
    return {
      way,
      defeatedGroups: tipped.filter(
        group => need[group] < offsets[group + 1] - offsets[group],
      ).length,
      shield: this.#shield(tipped[0]),
    };
  }

  #wayTo(root: string): Int32Array | undefined {
    const index = this.#graph.layout.names.numberOf(root);
    return root === this.#node || index === undefined
      ? undefined
      : this.#impact.failed.way(index);
  }

  /** @param tipped - the first group on the way that falls; absent: there is none */
  #shield(tipped: number | undefined): string {
    if (tipped !== undefined) {
      return separate(this.#node, this.#describe(tipped));
    }
    this.#standIn ??= standIn(this.#graph.layout, this.#impact, this.#node);
    return this.#standIn;
  }

  #describe(tipped: number): TippedGroup {
    const { owner, group, minAvailable, members } = readGroup(
      this.#graph.layout,
      tipped,
    );
    const failed = members.filter(
      member => this.#impact.stateOf(member) === 'failed',
    );
    return { owner, group, minAvailable, members, failed };
  }
}

/** Groups through which the way goes because no hard dependency connects the two. */
function groupsTippedOn(
  layout: GraphLayout,
  { failed }: OutageImpact,
  way: Int32Array,
): number[] {
  const { ofOwner, soft, tip, offsets, members } = layout.groups;
  const tipped: number[] = [];
  for (let step = 1; step < way.length; step++) {
    const owner = way[step];
    const below = way[step - 1];
    if (needsHard(layout, owner, below)) continue;
    for (let g = ofOwner[owner]; g < ofOwner[owner + 1]; g++) {
      if (soft[g] === 1) continue;
      const group = members.subarray(offsets[g], offsets[g + 1]);
      if (!group.includes(below)) continue;
      const down = group.filter(member => failed.has(member)).length;
      if (down >= tip[g]) {
        tipped.push(g);
        break;
      }
    }
  }
  return tipped;
}

function separate(node: string, tipped: TippedGroup): string {
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
