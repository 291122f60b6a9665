import {
  composeAvailabilityInSteps,
  type DependencyGraph,
  type Steps,
} from '@continuity/engine';
import type { ComposedAvailability } from '@continuity/plugin-continuity-common';

/** Steps that one answer may take; what needs more gets bounds. */
const EFFORT = 100_000;

/** How often a node works with all that it needs, against what it promises. */
export function* availabilityOf(
  graph: DependencyGraph,
  ref: string,
): Steps<ComposedAvailability> {
  const { lower, upper, exact, because, missingCount } =
    yield* composeAvailabilityInSteps(graph, ref, { effort: EFFORT });
  const target = graph.node(ref)?.availabilityTarget;
  return {
    lower,
    upper,
    exact,
    ...(because !== undefined && { because }),
    unknown: missingCount,
    ...(target !== undefined && { target, holds: holds(lower, upper, target) }),
  };
}

function holds(
  lower: number,
  upper: number,
  target: number,
): NonNullable<ComposedAvailability['holds']> {
  if (lower >= target) return 'yes';
  return upper < target ? 'no' : 'unknown';
}
