import { findSinglePoints, type DependencyGraph } from '@continuity/engine';

/** Refs of everything whose failure alone brings a node down. */
export function failsWithout(
  graph: DependencyGraph,
  ref: string,
): ReadonlySet<string> {
  return new Set(
    Array.from(findSinglePoints(graph, [ref]), ({ node }) => node),
  );
}
