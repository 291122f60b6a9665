import fc from 'fast-check';
import { GraphBuilder } from '../GraphBuilder';
import type { DependencyGraph } from '../DependencyGraph';
import type { GraphEdge, GraphNode } from '../types';

/** A graph as people would write it down, for oracles that know nothing of its storage. */
export interface World {
  nodes: GraphNode[];
  edges: GraphEdge[];
}

/** Names of all nodes of a world, declared or not, in order. */
export function namesOf(world: World): string[] {
  return [
    ...new Set([
      ...world.nodes.map(({ node }) => node),
      ...world.edges.flatMap(({ from, to }) => [from, to]),
    ]),
  ].sort();
}

export function graphOf(world: World): DependencyGraph {
  const builder = new GraphBuilder();
  for (const node of world.nodes) builder.addNode(node);
  for (const edge of world.edges) builder.addEdge(edge);
  return builder.build();
}

/** Edges from `a>b`, softly `a~b`, or `a>b:g2`: member b of group g of a that needs 2. */
export function edgesFrom(text: string): GraphEdge[] {
  return text
    .split(/\s+/)
    .filter(Boolean)
    .map(word => {
      const match = /^(\w+)([>~])(\w+)(?::([a-z]+)(\d*))?$/.exec(word);
      if (!match) throw new RangeError(`"${word}" is not an edge`);
      const [, from, arrow, to, group, need] = match;
      return {
        from,
        to,
        strength: arrow === '>' ? ('hard' as const) : ('soft' as const),
        ...(group && { group }),
        ...(need && { minAvailable: Number(need) }),
      };
    });
}

export interface WorldShape {
  nodes?: number;
  edges?: number;
  /** How often an edge belongs to a group, 0 to 1. */
  grouped?: number;
  soft?: boolean;
}

const nameOf = (index: number) => String.fromCharCode(97 + index);

/**
 * Small graphs with everything that may go wrong in one: circles, loops, parallel edges,
 * groups whose edges disagree or that need more than there are, parts that hang alone,
 * and names that nobody declared.
 */
export function anyWorld({
  nodes: most = 8,
  edges: mostEdges = 14,
  soft = true,
}: WorldShape = {}): fc.Arbitrary<World> {
  return fc.integer({ min: 1, max: most }).chain(count =>
    fc.record({
      nodes: fc
        .subarray(
          Array.from({ length: count }, (_, index) => index),
          { minLength: Math.ceil(count / 2) },
        )
        .map(kept => kept.map(index => ({ node: nameOf(index) }))),
      edges: fc.array(anyEdge(count, soft), { maxLength: mostEdges }),
    }),
  );
}

function anyEdge(count: number, soft: boolean): fc.Arbitrary<GraphEdge> {
  const place = fc.integer({ min: 0, max: count - 1 }).map(nameOf);
  return fc.record(
    {
      from: place,
      to: place,
      strength: soft
        ? fc.constantFrom('hard', 'hard', 'soft')
        : fc.constant('hard'),
      group: fc.constantFrom(undefined, 'g', 'g', 'h'),
      minAvailable: fc.constantFrom(undefined, 1, 1, 2, 3),
    },
    { requiredKeys: ['from', 'to'] },
  );
}
