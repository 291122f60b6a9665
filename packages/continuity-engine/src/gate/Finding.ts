import type { Instant } from '../time';
import type { GateReason } from './types';
import { byStrictness } from './verdicts';

/** What one rule says for one policy, before policies that agree on a rule are merged. */
export interface Finding extends GateReason {
  /** What the rule is about, as a sentence may begin with it. */
  label: string;
  /** Moments at which this finding may be another one, as far as is known. */
  changes: readonly Instant[];
}

/**
 * One finding a rule: the strictest counts, and names every policy that asks for it.
 * Deciding findings come first; the order of policies and calendars plays no part.
 */
export function mergeFindings(findings: readonly Finding[]): Finding[] {
  const byRule = new Map<string, Finding[]>();
  for (const finding of findings) {
    byRule.set(finding.rule, [...(byRule.get(finding.rule) ?? []), finding]);
  }
  return [...byRule.values()]
    .flatMap(mergeRule)
    .sort(
      (a, b) =>
        byStrictness(a.verdict, b.verdict) || compare(order(a), order(b)),
    );
}

/** Findings as they are answered. */
export function toReason({ label, changes, ...reason }: Finding): GateReason {
  return reason;
}

function mergeRule(findings: Finding[]): Finding[] {
  const [first, ...rest] = [...findings].sort(
    (a, b) =>
      byStrictness(a.verdict, b.verdict) ||
      compare(a.policy ?? '', b.policy ?? ''),
  );
  if (!first) {
    return [];
  }
  const policies = [first, ...rest]
    .filter(finding => finding.verdict === first.verdict)
    .flatMap(finding => finding.policy ?? []);
  return [
    {
      ...first,
      ...(policies.length > 0 && { policy: [...new Set(policies)].join(', ') }),
      changes: findings.flatMap(finding => finding.changes),
    },
  ];
}

/** Of equal verdicts: the gate's own preconditions, then calendars, then the rest by name. */
const KINDS = ['catalog', 'entity', 'environment', 'region', 'policy'];
const CALENDAR_KINDS = ['calendar', 'freeze'];

function order({ rule }: Finding): string {
  const kind = rule.split(':', 1)[0];
  const place = [...KINDS, ...CALENDAR_KINDS, 'check', 'approval'].indexOf(
    kind,
  );
  return `${place < 0 ? 99 : String(place).padStart(2, '0')} ${rule}`;
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
