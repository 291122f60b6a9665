import { setImmediate } from 'node:timers/promises';
import {
  findSinglePoints,
  type DependencyGraph,
  type SinglePoints,
} from '@continuity/engine';

/** Roots that are looked at in one go; others get their turn between two of them. */
const SLICE = 256;

/** A node whose failure alone brings roots down. */
export interface PointOfFailure {
  ref: string;
  /** How many roots fall with it; never counts itself. */
  count: number;
}

/** What brings roots down alone. */
export class PointsOfRoots {
  /** Most roots first, then by name. */
  readonly points: readonly PointOfFailure[];
  readonly #slices: readonly SinglePoints[];

  private constructor(graph: DependencyGraph, slices: SinglePoints[]) {
    this.#slices = slices;
    const points: PointOfFailure[] = [];
    for (const { node: ref } of graph.nodes()) {
      const count = slices.reduce((sum, of) => sum + of.countFor(ref), 0);
      if (count > 0) points.push({ ref, count });
    }
    this.points = points.sort(
      (a, b) => b.count - a.count || (a.ref < b.ref ? -1 : 1),
    );
  }

  static async of(
    graph: DependencyGraph,
    roots: readonly string[],
  ): Promise<PointsOfRoots> {
    const slices: SinglePoints[] = [];
    for (let from = 0; from < roots.length; from += SLICE) {
      slices.push(findSinglePoints(graph, roots.slice(from, from + SLICE)));
      await setImmediate();
    }
    return new PointsOfRoots(graph, slices);
  }

  /** The roots that fall with a node, by name; never the node itself. */
  rootsOf(ref: string): string[] {
    return this.#slices.flatMap(of => of.rootsOf(ref));
  }
}
