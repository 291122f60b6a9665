import { finish, type Steps } from '../../steps';
import { numberOf, type DependencyGraph } from '../DependencyGraph';
import { OutOfReachError } from '../structure/DiagramStore';
import { evaluate } from '../structure/evaluate';
import { reduceRoot } from '../structure/reduceRoot';
import type { RootStructure } from '../structure/RootStructure';
import type { CutSets } from '../types';
import { CutSetAlgebra } from './CutSetAlgebra';
import { CutSetList } from './CutSetList';

export interface CutSetOptions {
  /** The largest size to look for. Absent means 3. */
  maxSize?: number;
  /** How many are listed. Absent means 10,000. */
  limit?: number;
  /** How much may be thought of at once, in nodes of a diagram. Absent means 200,000. */
  effort?: number;
}

/**
 * The minimal cut sets of a root: the smallest sets of nodes whose failure brings it
 * down. Those of size 1 are its single points of failure. The root itself is not in any.
 *
 * @throws RangeError when the root is not in the graph or `maxSize` is not a whole number from 1
 */
export function findCutSets(
  graph: DependencyGraph,
  root: string,
  options: CutSetOptions = {},
): CutSets {
  return finish(findCutSetsInSteps(graph, root, options));
}

/** {@link findCutSets}, bit by bit. */
export function* findCutSetsInSteps(
  graph: DependencyGraph,
  root: string,
  { maxSize = 3, limit = 10_000, effort = 200_000 }: CutSetOptions = {},
): Steps<CutSets> {
  if (!Number.isSafeInteger(maxSize) || maxSize < 1) {
    throw new RangeError(`maxSize: ${maxSize} is not a whole number from 1`);
  }
  const { layout } = graph;
  const structure = yield* reduceRoot(layout, numberOf(layout, root));
  const name = (node: number) => layout.names.word(node);
  const list = new CutSetList(limit);
  for (const single of structure.singles.map(name).sort()) list.add([single]);
  const reached = yield* addLarger(structure, maxSize, effort, units =>
    list.addAll(units.map(unit => structure.units[unit].nodes.map(name))),
  );
  const because = [
    ...(reached < maxSize
      ? [
          `Sets of more than ${reached} would need more than the ${effort.toLocaleString(
            'en',
          )} steps that are allowed: ask for a smaller size, or of a node further down.`,
        ]
      : []),
    ...(list.isCut
      ? [
          `There are more than the ${limit.toLocaleString(
            'en',
          )} that are listed: ask for a smaller size.`,
        ]
      : []),
  ].join(' ');
  return {
    root,
    maxSize,
    cutSets: list.sorted(),
    complete: because === '',
    ...(because && { because }),
  };
}

/** Visits sets of two and more; returns the size up to which it got. */
function* addLarger(
  structure: RootStructure,
  maxSize: number,
  effort: number,
  visit: (units: number[]) => boolean,
): Steps<number> {
  if (structure.groups.length === 0) return maxSize;
  for (let size = maxSize; size > 1; size--) {
    const algebra = new CutSetAlgebra(size, effort);
    try {
      algebra.each(yield* evaluate(structure, algebra), visit);
      return size;
    } catch (error) {
      // Smaller sets take less; what is found that way is complete for its size.
      if (!(error instanceof OutOfReachError)) throw error;
    }
  }
  return 1;
}
