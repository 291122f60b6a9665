import { finish, type Steps } from '../../steps';
import type { FailureLayout } from '../storage/FailureLayout';
import { reachOf, type Reach, type ReachKind } from './Reach';
import { strongComponents } from './strongComponents';

/**
 * Strongly connected components: nodes that depend on each other in a circle. They are
 * numbered with dependencies first, so whoever depends has the larger number.
 */
export interface Components {
  count: number;
  /** Component of each node. */
  of: Int32Array;
  /** Where the nodes of each component begin in `nodes`. */
  offsets: Int32Array;
  nodes: Int32Array;
  reach: Reach;
}

const known = new WeakMap<FailureLayout, Map<ReachKind, Components>>();

/** Components of a graph; computed once for each kind of reach. */
export function* componentsInSteps(
  layout: FailureLayout,
  kind: ReachKind,
): Steps<Components> {
  const kinds = known.get(layout) ?? new Map<ReachKind, Components>();
  known.set(layout, kinds);
  let components = kinds.get(kind);
  if (!components) {
    components = yield* strongComponents(reachOf(layout, kind));
    kinds.set(kind, components);
  }
  return components;
}

/** {@link componentsInSteps} at once. */
export function componentsOf(
  layout: FailureLayout,
  kind: ReachKind,
): Components {
  return finish(componentsInSteps(layout, kind));
}
