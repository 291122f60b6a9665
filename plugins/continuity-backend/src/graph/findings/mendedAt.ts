import type { GraphFindingKind } from '@continuity/plugin-continuity-common';
import type { FoundFinding } from './FoundFinding';

/** Kinds that are mended at the other end: where what others rely on is too weak. */
const AT_THE_OTHER_END: ReadonlySet<GraphFindingKind> = new Set([
  'single-point-of-failure',
  'rto-inversion',
  'rpo-inversion',
  'tier-inversion',
  'unknown-reference',
] satisfies GraphFindingKind[]);

/** Ref of what a change of would mend a finding, as a rule of thumb: its remedy says more. */
export function mendedAt({
  kind,
  node,
  about,
}: Pick<FoundFinding, 'kind' | 'node' | 'about'>): string {
  return AT_THE_OTHER_END.has(kind) ? about ?? node : node;
}
