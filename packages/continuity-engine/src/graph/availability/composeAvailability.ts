import { finish, type Steps } from '../../steps';
import { isAbstract } from '../abstractKinds';
import { numberOf, type DependencyGraph } from '../DependencyGraph';
import type { GraphLayout } from '../storage/GraphLayout';
import { OutOfReachError } from '../structure/DiagramStore';
import { evaluate } from '../structure/evaluate';
import { reduceRoot } from '../structure/reduceRoot';
import type { RootStructure } from '../structure/RootStructure';
import type { ComposedAvailability } from '../types';
import { associationBounds, type Bounds } from './associationBounds';
import { BooleanAlgebra } from './BooleanAlgebra';

/** Nodes without an availability that are named. */
const NAMED = 100;

export interface AvailabilityOptions {
  /** How much may be thought of at once, in nodes of a diagram. Absent means 200,000. */
  effort?: number;
}

/**
 * How often a root works together with all that it depends on, when nodes fail
 * independently of each other. What is shared counts once. A node without a declared
 * availability may work anywhere between never and always, which makes bounds of the
 * answer, as does a structure that is out of reach.
 *
 * @throws RangeError when the root is not in the graph
 */
export function composeAvailability(
  graph: DependencyGraph,
  root: string,
  options: AvailabilityOptions = {},
): ComposedAvailability {
  return finish(composeAvailabilityInSteps(graph, root, options));
}

/** {@link composeAvailability}, bit by bit. */
export function* composeAvailabilityInSteps(
  graph: DependencyGraph,
  root: string,
  { effort = 200_000 }: AvailabilityOptions = {},
): Steps<ComposedAvailability> {
  const { layout } = graph;
  const structure = yield* reduceRoot(layout, numberOf(layout, root));
  const missing = new Set<number>();
  const works = (nodes: readonly number[]) => worksOf(layout, nodes, missing);
  const single = works([structure.root, ...structure.singles]);
  const units = structure.units.map(unit => works(unit.nodes));
  const { bounds, inReach } = yield* standing(structure, units, effort);
  const names = [...missing].map(node => layout.names.word(node)).sort();
  const because = [
    ...(names.length > 0
      ? [
          `${names.length} ${
            names.length === 1 ? 'node has' : 'nodes have'
          } no declared availability; the bounds are for never and always.`,
        ]
      : []),
    ...(inReach
      ? []
      : [
          'What is shared between groups is too entangled to be counted exactly; the bounds hold however it is.',
        ]),
  ].join(' ');
  return {
    root,
    lower: single.lower * bounds.lower,
    upper: single.upper * bounds.upper,
    exact: because === '',
    ...(because && { because }),
    missing: names.slice(0, NAMED),
    missingCount: names.length,
  };
}

/** How often all of some nodes work by themselves. */
function worksOf(
  layout: GraphLayout,
  group: readonly number[],
  missing: Set<number>,
): Bounds {
  const availability = layout.nodes.number('availability');
  const bounds = { lower: 1, upper: 1 };
  for (const node of group) {
    const declared = availability[node];
    if (!Number.isNaN(declared)) {
      bounds.lower *= declared;
      bounds.upper *= declared;
    } else if (!isAbstract(layout, node)) {
      missing.add(node);
      bounds.lower = 0;
    }
  }
  return bounds;
}

/** How often no group of the root has fallen. */
function* standing(
  structure: RootStructure,
  units: readonly Bounds[],
  effort: number,
): Steps<{ bounds: Bounds; inReach: boolean }> {
  const algebra = new BooleanAlgebra(effort);
  try {
    const fall = yield* evaluate(structure, algebra);
    const when = (works: (bounds: Bounds) => number) =>
      1 -
      algebra.probability(
        fall,
        units.map(unit => 1 - works(unit)),
      );
    return {
      bounds: {
        lower: when(unit => unit.lower),
        upper: when(unit => unit.upper),
      },
      inReach: true,
    };
  } catch (error) {
    if (!(error instanceof OutOfReachError)) throw error;
    return { bounds: associationBounds(structure, units), inReach: false };
  }
}
