import {
  measureImpact,
  type DependencyGraph,
  type OutageImpact,
} from '@continuity/engine';

/** How one node brings roots down alone. Worked out once for all of them. */
export class PointExplainer {
  readonly #graph: DependencyGraph;
  readonly #ref: string;
  readonly #impact: OutageImpact;

  constructor(graph: DependencyGraph, ref: string) {
    this.#graph = graph;
    this.#ref = ref;
    this.#impact = measureImpact(graph, { down: [ref] });
  }

  /** From the node to a root, each depending on the one before. */
  pathTo(root: string): string[] {
    return this.#impact.explain(root)?.path ?? [this.#ref, root];
  }

  /** In words: what would shield a root. */
  shield(path: readonly string[]): string {
    for (let step = 1; step < path.length; step++) {
      const words = this.#tipped(path[step], path[step - 1]);
      if (words !== undefined) return words;
    }
    const [, next = 'what needs it'] = path;
    return `Give ${
      this.#ref
    } a stand-in that fails independently of it, and declare both as one redundancy group in ${next} and in whatever else needs it; or make it a soft dependency there, if they can do without it.`;
  }

  /** When it is a group that fell: how to keep it from falling. */
  #tipped(owner: string, member: string): string | undefined {
    const [edge] = this.#graph
      .dependenciesOf(owner)
      .filter(({ to }) => to === member);
    const found =
      edge?.group === undefined
        ? undefined
        : this.#graph.groupsOf(owner).find(({ group }) => group === edge.group);
    if (!found) return undefined;
    const { group, members, minAvailable } = found;
    const spare = members.length - minAvailable;
    if (spare <= 0) {
      return `Group ${group} of ${owner} needs all of its ${members.length} members: add members until it can do without one, or lower minAvailable from ${minAvailable}.`;
    }
    const failed = members.filter(
      one => this.#impact.stateOf(one) === 'failed',
    );
    return `Group ${group} of ${owner} can do without ${spare} of its ${
      members.length
    } members, but ${this.#ref} takes down ${failed.join(
      ', ',
    )} at once: make all but ${spare} of them independent of ${this.#ref}.`;
  }
}
