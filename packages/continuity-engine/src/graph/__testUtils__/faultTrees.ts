import type { GraphEdge } from '../types';

/**
 * A gate of a fault tree: `or` fails with any input, `and` with all, a
 * number with at least so many.
 */
export type Gate = ['or' | 'and' | number, ...string[]];

/** Fault trees in our words: an `or` depends hard on each, others on a group. */
export function edgesOfGates(gates: Record<string, Gate>): GraphEdge[] {
  return Object.entries(gates).flatMap(([from, [kind, ...inputs]]) =>
    inputs.map((to): GraphEdge => {
      if (kind === 'or') return { from, to };
      const fail = kind === 'and' ? inputs.length : kind;
      return {
        from,
        to,
        group: 'inputs',
        minAvailable: inputs.length - fail + 1,
      };
    }),
  );
}
