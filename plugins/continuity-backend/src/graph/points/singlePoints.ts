import { setImmediate } from 'node:timers/promises';
import { findSinglePoints, type DependencyGraph } from '@continuity/engine';

/** Roots that are looked at in one go; others get their turn between two of them. */
const SLICE = 256;

/** A node whose failure alone brings roots down. */
export interface PointOfFailure {
  ref: string;
  /** By name; never the node itself. */
  roots: string[];
}

/** What brings roots down alone, most roots first, then by name. */
export async function singlePointsOf(
  graph: DependencyGraph,
  roots: readonly string[],
): Promise<PointOfFailure[]> {
  const byNode = new Map<string, string[]>();
  for (let from = 0; from < roots.length; from += SLICE) {
    const slice = roots.slice(from, from + SLICE);
    for (const { node, roots: fallen } of findSinglePoints(graph, slice)) {
      const known = byNode.get(node);
      if (known) known.push(...fallen);
      else byNode.set(node, fallen);
    }
    await setImmediate();
  }
  return [...byNode]
    .map(([ref, fallen]) => ({ ref, roots: fallen }))
    .sort(
      (a, b) => b.roots.length - a.roots.length || (a.ref < b.ref ? -1 : 1),
    );
}
