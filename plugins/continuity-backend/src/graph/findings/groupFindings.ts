import { FINDING_SEVERITIES } from '@continuity/engine';
import type {
  GraphFindingKind,
  GraphFindingSeverity,
} from '@continuity/plugin-continuity-common';
import type { FoundFinding } from './FoundFinding';
import { mendedAt } from './mendedAt';

/** Findings that one change of one entity would mend, as a rule of thumb. */
export interface FindingGroup {
  /** Ref of what would have to change. */
  mendedAt: string;
  /** The worst first; there is one at least. */
  findings: readonly FoundFinding[];
  /** Refs of those that it concerns, besides itself, in the order of the findings. */
  affected: readonly string[];
  severities: Record<GraphFindingSeverity, number>;
  /** Most findings first. */
  kinds: readonly { kind: GraphFindingKind; total: number }[];
}

/**
 * Findings by what would mend them, what would mend most first: more that are high, then
 * more that are medium, then more at all.
 *
 * @param findings - the worst first
 */
export function groupFindings(
  findings: readonly FoundFinding[],
): FindingGroup[] {
  const byPlace = new Map<string, FoundFinding[]>();
  for (const finding of findings) {
    const place = mendedAt(finding);
    const known = byPlace.get(place);
    if (known) known.push(finding);
    else byPlace.set(place, [finding]);
  }
  return [...byPlace].map(([place, own]) => groupOf(place, own)).sort(byWorth);
}

function groupOf(place: string, findings: FoundFinding[]): FindingGroup {
  const severities = { high: 0, medium: 0, low: 0 };
  const kinds = new Map<GraphFindingKind, number>();
  const affected = new Set<string>();
  for (const { severity, kind, node } of findings) {
    severities[severity] += 1;
    kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
    if (node !== place) affected.add(node);
  }
  return {
    mendedAt: place,
    findings,
    affected: [...affected],
    severities,
    kinds: [...kinds]
      .map(([kind, total]) => ({ kind, total }))
      .sort((a, b) => b.total - a.total || (a.kind < b.kind ? -1 : 1)),
  };
}

function byWorth(a: FindingGroup, b: FindingGroup): number {
  for (const severity of FINDING_SEVERITIES) {
    const more = b.severities[severity] - a.severities[severity];
    if (more !== 0) return more;
  }
  return a.mendedAt < b.mendedAt ? -1 : 1;
}
