import { NO_STEP } from './storage/EdgeRows';
import type { GraphLayout } from './storage/GraphLayout';
import type { GraphEdge, GraphGroup, GraphNode } from './types';

/**
 * A dependency graph at one moment. It never changes; {@link applyChanges} makes the
 * next one. Questions are functions that take it, e.g. {@link measureImpact}.
 */
export class DependencyGraph {
  /** How it is stored. For the functions of this folder; not part of any promise. */
  readonly layout: GraphLayout;
  #nodeCount: number | undefined;

  /** Use {@link GraphBuilder}. */
  constructor(layout: GraphLayout) {
    this.layout = layout;
  }

  /** Declared nodes and those that are only referred to. */
  get nodeCount(): number {
    if (this.#nodeCount === undefined) {
      let count = 0;
      for (let index = 0; index < this.layout.size; index++) {
        if (this.#isPresent(index)) count++;
      }
      this.#nodeCount = count;
    }
    return this.#nodeCount;
  }

  /** Members of groups count as one edge each. */
  get edgeCount(): number {
    const { out, groups } = this.layout;
    return out.targets.length + groups.members.length;
  }

  /** Whether the node is declared or referred to. */
  has(node: string): boolean {
    return this.#indexOf(node) !== undefined;
  }

  /** Whether the node was declared, not only referred to. */
  declares(node: string): boolean {
    const index = this.#indexOf(node);
    return index !== undefined && this.layout.nodes.declared[index] === 1;
  }

  /** The regions in which somebody runs, in alphabetical order. */
  regions(): string[] {
    const found = new Set<string>();
    for (const placements of this.layout.nodes.placements.values()) {
      for (const { region } of placements) found.add(region);
    }
    return [...found].sort();
  }

  /** What is known of a node; of one that is only referred to, its name alone. */
  node(node: string): GraphNode | undefined {
    const index = this.#indexOf(node);
    return index === undefined
      ? undefined
      : this.layout.nodes.read(index, node);
  }

  /** All nodes in no particular order, also those that are only referred to. */
  *nodes(): IterableIterator<GraphNode> {
    const { size, names, nodes } = this.layout;
    for (let index = 0; index < size; index++) {
      if (this.#isPresent(index)) yield nodes.read(index, names.word(index));
    }
  }

  /** What a node depends on, hard ones first, then members of its groups. */
  dependenciesOf(node: string): GraphEdge[] {
    const index = this.#indexOf(node);
    if (index === undefined) return [];
    const { out, groups } = this.layout;
    const edges: GraphEdge[] = [];
    for (let e = out.offsets[index]; e < out.offsets[index + 1]; e++) {
      edges.push(this.#plainEdge(index, e));
    }
    for (let g = groups.ofOwner[index]; g < groups.ofOwner[index + 1]; g++) {
      for (let m = groups.offsets[g]; m < groups.offsets[g + 1]; m++) {
        edges.push(this.#memberEdge(g, m));
      }
    }
    return edges;
  }

  /** What depends on a node. */
  dependantsOf(node: string): GraphEdge[] {
    const index = this.#indexOf(node);
    if (index === undefined) return [];
    const { in: rows, out, groups } = this.layout;
    const edges: GraphEdge[] = [];
    let previous = -1;
    for (let i = rows.offsets[index]; i < rows.offsets[index + 1]; i++) {
      const from: number = rows.sources[i];
      if (i === rows.softFrom[index]) previous = -1;
      // Parallel edges stand side by side; all of them are found with the first.
      if (from === previous) continue;
      previous = from;
      const soft: boolean = i >= rows.softFrom[index];
      const begin: number = soft ? out.softFrom[from] : out.offsets[from];
      const end: number = soft ? out.offsets[from + 1] : out.softFrom[from];
      for (let e = begin; e < end; e++) {
        if (out.targets[e] === index) edges.push(this.#plainEdge(from, e));
      }
    }
    for (
      let i = groups.inOffsets[index];
      i < groups.inOffsets[index + 1];
      i++
    ) {
      const g = groups.inGroups[i];
      for (let m = groups.offsets[g]; m < groups.offsets[g + 1]; m++) {
        if (groups.members[m] === index) edges.push(this.#memberEdge(g, m));
      }
    }
    return edges;
  }

  /** The redundancy groups that a node depends on. */
  groupsOf(node: string): GraphGroup[] {
    const index = this.#indexOf(node);
    if (index === undefined) return [];
    const { groups } = this.layout;
    const found: GraphGroup[] = [];
    for (let g = groups.ofOwner[index]; g < groups.ofOwner[index + 1]; g++) {
      found.push(readGroup(this.layout, g));
    }
    return found;
  }

  #indexOf(node: string): number | undefined {
    const index = this.layout.names.numberOf(node);
    return index !== undefined && this.#isPresent(index) ? index : undefined;
  }

  #isPresent(index: number): boolean {
    return isPresent(this.layout, index);
  }

  #plainEdge(from: number, e: number): GraphEdge {
    const { out, names, sources } = this.layout;
    return {
      from: names.word(from),
      to: names.word(out.targets[e]),
      strength: e < out.softFrom[from] ? 'hard' : 'soft',
      ...(out.step[e] !== NO_STEP && { recoveryStep: out.step[e] }),
      ...(out.source[e] > 0 && { source: sources.word(out.source[e]) }),
    };
  }

  #memberEdge(g: number, m: number): GraphEdge {
    const { groups, names, sources, vocabulary } = this.layout;
    return {
      from: names.word(groups.owner[g]),
      to: names.word(groups.members[m]),
      strength: groups.soft[g] === 1 ? 'soft' : 'hard',
      group: vocabulary.word(groups.name[g]),
      minAvailable: groups.need[g],
      ...(groups.step[m] !== NO_STEP && { recoveryStep: groups.step[m] }),
      ...(groups.source[m] > 0 && { source: sources.word(groups.source[m]) }),
    };
  }
}

/** Whether a number stands for a node of this snapshot. */
export function isPresent(layout: GraphLayout, index: number): boolean {
  const { nodes, in: rows, groups, out } = layout;
  return (
    index < layout.size &&
    (nodes.declared[index] === 1 ||
      rows.offsets[index + 1] > rows.offsets[index] ||
      groups.inOffsets[index + 1] > groups.inOffsets[index] ||
      // Who depends without being declared is there, too.
      out.offsets[index + 1] > out.offsets[index] ||
      groups.memberFrom[index + 1] > groups.memberFrom[index])
  );
}

/** A group as people read it. */
export function readGroup(layout: GraphLayout, group: number): GraphGroup {
  const { groups, names, vocabulary } = layout;
  return {
    owner: names.word(groups.owner[group]),
    group: vocabulary.word(groups.name[group]),
    strength: groups.soft[group] === 1 ? 'soft' : 'hard',
    minAvailable: groups.need[group],
    members: Array.from(
      groups.members.subarray(groups.offsets[group], groups.offsets[group + 1]),
      member => names.word(member),
    ).sort(),
  };
}

/** Whether a node depends on another by itself and hard, not only through a group. */
export function needsHard(
  { out }: Pick<GraphLayout, 'out'>,
  node: number,
  dependency: number,
): boolean {
  for (let e = out.offsets[node]; e < out.softFrom[node]; e++) {
    if (out.targets[e] === dependency) return true;
  }
  return false;
}

/**
 * The number of a node in this snapshot.
 *
 * @throws RangeError when there is none of that name
 */
export function numberOf(layout: GraphLayout, node: string): number {
  const index = layout.names.numberOf(node);
  if (index === undefined || !isPresent(layout, index)) {
    throw new RangeError(`"${node}" is not a node of the graph`);
  }
  return index;
}
