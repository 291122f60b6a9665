import type { GraphLayout } from '../storage/GraphLayout';
import type { Placement } from '../types';

/**
 * What becomes of a node that runs in several places when regions are down: it goes on
 * where a primary or secondary is left, is degraded while only a standby is left (it has
 * to fail over first, and nobody knows whether that will work), and fails with the last.
 */
export function stateWithout(
  placements: readonly Placement[],
  regions: ReadonlySet<string>,
): 'fine' | 'degraded' | 'failed' {
  const left = placements.filter(({ region }) => !regions.has(region));
  if (left.length === placements.length) return 'fine';
  if (left.length === 0) return 'failed';
  return left.some(({ role = 'primary' }) => role !== 'standby')
    ? 'fine'
    : 'degraded';
}

/** Nodes that regions take down, and those that have to fail over. */
export function regionSeeds(
  layout: GraphLayout,
  regions: ReadonlySet<string>,
): { failed: number[]; degraded: number[] } {
  const failed: number[] = [];
  const degraded: number[] = [];
  if (regions.size === 0) return { failed, degraded };
  for (const [node, placements] of layout.nodes.placements) {
    const state = stateWithout(placements, regions);
    if (state === 'failed') failed.push(node);
    if (state === 'degraded') degraded.push(node);
  }
  return { failed, degraded };
}
