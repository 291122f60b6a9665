import { numberOf, type DependencyGraph } from '../DependencyGraph';
import { OutOfReachError } from '../structure/DiagramStore';
import { evaluate } from '../structure/evaluate';
import { reduceRoot } from '../structure/reduceRoot';
import type { RootStructure } from '../structure/RootStructure';
import type { CutSets } from '../types';
import { CutSetAlgebra } from './CutSetAlgebra';

export interface CutSetOptions {
  /** The largest size to look for. Absent means 3. */
  maxSize?: number;
  /** How many are listed. Absent means 10,000. */
  limit?: number;
  /** How much may be thought of at once, in nodes of a diagram. Absent means 500,000. */
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
  { maxSize = 3, limit = 10_000, effort = 500_000 }: CutSetOptions = {},
): CutSets {
  if (!Number.isSafeInteger(maxSize) || maxSize < 1) {
    throw new RangeError(`maxSize: ${maxSize} is not a whole number from 1`);
  }
  const { layout } = graph;
  const structure = reduceRoot(layout, numberOf(layout, root));
  const name = (node: number) => layout.names.word(node);
  const list = new CutSetList(limit);
  for (const single of structure.singles.map(name).sort()) list.add([single]);
  const reached = addLarger(structure, maxSize, effort, units =>
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
function addLarger(
  structure: RootStructure,
  maxSize: number,
  effort: number,
  visit: (units: number[]) => boolean,
): number {
  if (structure.groups.length === 0) return maxSize;
  for (let size = maxSize; size > 1; size--) {
    const algebra = new CutSetAlgebra(size, effort);
    try {
      algebra.each(evaluate(structure, algebra), visit);
      return size;
    } catch (error) {
      // Smaller sets take less; what is found that way is complete for its size.
      if (!(error instanceof OutOfReachError)) throw error;
    }
  }
  return 1;
}

class CutSetList {
  readonly #limit: number;
  readonly #sets: string[][] = [];
  #isCut = false;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get isCut(): boolean {
    return this.#isCut;
  }

  add(set: string[]): boolean {
    if (this.#sets.length >= this.#limit) this.#isCut = true;
    else this.#sets.push(set.sort());
    return !this.#isCut;
  }

  /** One of each choice: every node of a unit does as well as the others. */
  addAll(choices: string[][], chosen: string[] = []): boolean {
    const [choice, ...others] = choices;
    if (!choice) return this.add([...chosen]);
    return choice.every(node => this.addAll(others, [...chosen, node]));
  }

  /** Smallest first, then by name. */
  sorted(): string[][] {
    return this.#sets.sort((a, b) => a.length - b.length || compare(a, b));
  }
}

function compare(a: string[], b: string[]): number {
  for (let index = 0; index < a.length; index++) {
    if (a[index] !== b[index]) return a[index] < b[index] ? -1 : 1;
  }
  return 0;
}
