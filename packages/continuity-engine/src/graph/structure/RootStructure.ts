/** Falls when `tip` of its members fail. A unit that stands twice counts twice. */
export interface Threshold {
  tip: number;
  members: number[];
}

/**
 * Nodes that are as good as one: each of them alone takes down all others that matter.
 * It fails with any of its nodes, with any of `needs` and with any of `groups`.
 */
export interface Unit {
  /** Numbers in the graph. */
  nodes: number[];
  /** Other units. */
  needs: number[];
  groups: Threshold[];
}

/**
 * How a root fails, without what does not matter: it fails with itself, with any of
 * `singles`, and with any of `groups`.
 */
export interface RootStructure {
  /** Number in the graph. */
  root: number;
  /** Single points of failure of the root. */
  singles: number[];
  groups: Threshold[];
  /** Dependencies first, except in circles. */
  units: Unit[];
  /** Stretches of `units` that belong together, as `[first, last + 1]`: more than one when they form a circle. */
  circles: [number, number][];
}
