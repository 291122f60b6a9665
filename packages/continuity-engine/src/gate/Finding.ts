import type { Instant } from '../time';
import type { GateReason } from './types';
import { byStrictness } from './verdicts';

/** What a reader is told about a rule. */
export interface Words {
  explanation: string;
  /** Absent when the rule is met. */
  remedy?: string;
  /** When time alone changes this. Absent: no known moment. */
  until?: Instant;
}

/** What one rule says for one policy, before policies that agree on a rule are merged. */
export interface Finding extends Omit<GateReason, keyof Words> {
  /** What the rule is about, as a sentence may begin with it. */
  label: string;
  /** The first moment at which this rule's verdict may be another one, as far as is known. */
  nextChange?: Instant;
  /** Written only for findings that are answered: most are merely compared. */
  explain(): Words;
}

/**
 * One finding a rule: the strictest counts, and names every policy that asks for it.
 * Deciding findings come first; the order of policies and calendars plays no part.
 */
export function mergeFindings(findings: readonly Finding[]): Finding[] {
  const byRule = new Map<string, Finding[]>();
  for (const finding of findings) {
    const known = byRule.get(finding.rule);
    if (known) {
      known.push(finding);
    } else {
      byRule.set(finding.rule, [finding]);
    }
  }
  return [...byRule.values()]
    .map(mergeRule)
    .map(finding => ({ finding, place: placeOf(finding) }))
    .sort(
      (a, b) =>
        byStrictness(a.finding.verdict, b.finding.verdict) ||
        a.place - b.place ||
        compare(a.finding.rule, b.finding.rule),
    )
    .map(({ finding }) => finding);
}

/** Whether it is what a single window says. */
export function isWindow({ rule }: Pick<Finding, 'rule'>): boolean {
  return rule.startsWith('freeze:') || rule.startsWith('maintenance:');
}

/** A finding as it is answered. */
export function toReason(finding: Finding): GateReason {
  const { rule, policy, verdict, evidence, timezone, change } = finding;
  const { override, overridable } = finding;
  return {
    rule,
    ...(policy !== undefined && { policy }),
    verdict,
    evidence,
    ...(timezone !== undefined && { timezone }),
    ...(change !== undefined && { change }),
    ...(override !== undefined && { override }),
    ...(overridable && { overridable }),
    ...finding.explain(),
  };
}

/** The earliest of moments, of which some may not be known. */
export function earliest(
  moments: readonly (Instant | undefined)[],
): Instant | undefined {
  return moments.reduce<Instant | undefined>(
    (first, moment) =>
      moment !== undefined && (first === undefined || moment < first)
        ? moment
        : first,
    undefined,
  );
}

/** @param findings - at least one, all of one rule */
function mergeRule(findings: Finding[]): Finding {
  if (findings.length === 1) {
    return findings[0];
  }
  const sorted = [...findings].sort(
    (a, b) =>
      byStrictness(a.verdict, b.verdict) ||
      compare(a.policy ?? '', b.policy ?? ''),
  );
  const [{ overridable: _, ...first }] = sorted;
  const policies = new Set(
    sorted
      .filter(({ verdict }) => verdict === first.verdict)
      .flatMap(({ policy }) => policy ?? []),
  );
  return {
    ...first,
    ...(policies.size > 0 && { policy: [...policies].join(', ') }),
    nextChange: earliest(findings.map(({ nextChange }) => nextChange)),
    ...(isOverridable(sorted) && { overridable: true }),
  };
}

/** One policy that makes it count without letting it be overridden is enough. */
function isOverridable(findings: readonly Finding[]): boolean {
  const counting = findings.filter(({ verdict }) => verdict !== 'allow');
  return counting.length > 0 && counting.every(one => one.overridable);
}

/** Of equal verdicts: the gate's own preconditions, then calendars, then the rest. */
const KINDS = [
  'catalog',
  'entity',
  'environment',
  'region',
  'policy',
  'change',
  'calendar',
  'freeze',
  'maintenance',
  'check',
  'blast-radius',
  'approval',
];

function placeOf({ rule }: Finding): number {
  const place = KINDS.indexOf(rule.split(':', 1)[0]);
  return place < 0 ? KINDS.length : place;
}

function compare(a: string, b: string): number {
  if (a === b) {
    return 0;
  }
  return a < b ? -1 : 1;
}
