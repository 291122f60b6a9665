import type { DependencyGraph } from '@continuity/engine';
import { createTurns } from '../../calendars/turns';

/** One of the things that a node depends on, directly or through others. */
export interface Dependency {
  ref: string;
  hops: number;
  /** From it to the node, each depending on the one before. */
  path(): string[];
}

/** Everything that a node depends on, nearest first, each by a shortest way. */
export async function allDependenciesOf(
  graph: DependencyGraph,
  node: string,
): Promise<Dependency[]> {
  const turn = createTurns();
  const through = new Map<string, string | undefined>([[node, undefined]]);
  const found: Dependency[] = [];
  let wave = [node];
  for (let hops = 1; wave.length > 0; hops++) {
    const next: string[] = [];
    for (const from of wave) {
      for (const { to } of graph.dependenciesOf(from)) {
        if (!through.has(to)) {
          through.set(to, from);
          next.push(to);
        }
      }
      await turn();
    }
    wave = next.sort();
    for (const ref of wave) {
      found.push({ ref, hops, path: () => pathFrom(ref, through) });
    }
  }
  return found;
}

function pathFrom(
  ref: string,
  through: ReadonlyMap<string, string | undefined>,
): string[] {
  const path: string[] = [];
  for (
    let at: string | undefined = ref;
    at !== undefined;
    at = through.get(at)
  ) {
    path.push(at);
  }
  return path;
}
