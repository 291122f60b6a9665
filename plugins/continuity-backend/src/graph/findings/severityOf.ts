import type { TierDefinition } from '@continuity/engine';
import type {
  GraphFindingKind,
  GraphFindingSeverity,
} from '@continuity/plugin-continuity-common';
import { kindOfNode, FUNCTION_NODE } from '../model/nodeKinds';
import type { GraphSnapshot } from '../types';
import type { FoundFinding } from './FoundFinding';

/**
 * `objective`: a promise cannot be kept, which is as bad as the promise is strict;
 * `order`: something is built so that others get into trouble; `words`: what is declared
 * is not complete, or not what is seen.
 */
const NATURE: Record<GraphFindingKind, 'objective' | 'order' | 'words'> = {
  'rto-inversion': 'objective',
  'rpo-inversion': 'objective',
  'recovery-exceeds-rto': 'objective',
  'availability-below-target': 'objective',
  'single-point-of-failure': 'objective',
  'group-too-small': 'objective',
  'tier-inversion': 'order',
  cycle: 'order',
  'undocumented-dependency': 'order',
  'unknown-reference': 'order',
  'availability-unknown': 'words',
  'self-dependency': 'words',
  'unseen-dependency': 'words',
};

export const SEVERITIES: readonly GraphFindingSeverity[] = [
  'high',
  'medium',
  'low',
];

/** How bad a finding is, by its nature and by how critical whom it concerns is. */
export function severityOf(
  { kind, node }: FoundFinding,
  { entry }: GraphSnapshot,
  tiers: readonly TierDefinition[],
): GraphFindingSeverity {
  const found = entry(node);
  const isCritical =
    found !== undefined &&
    (found.profile.tier?.id === tiers[0]?.id ||
      kindOfNode(found.entity) === FUNCTION_NODE);
  switch (NATURE[kind]) {
    case 'objective':
      return isCritical ? 'high' : 'medium';
    case 'order':
      return isCritical ? 'medium' : 'low';
    default:
      return 'low';
  }
}
