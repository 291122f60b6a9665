import type { WindowSubject } from '../calendar';
import type { Instant } from '../time';
import { earliest, type Finding } from './Finding';
import type { GateOverride, GatePolicy } from './types';
import { listed, sentence, utc } from './words';

/** What is asked, and what may be passed over. */
export interface OverrideMatter {
  policies: readonly GatePolicy[];
  subject: WindowSubject;
  entityRef: string;
  overrides: readonly GateOverride[];
  at: Instant;
}

/**
 * Findings of which a break-glass override in force says that they do not count, where the
 * policy that makes them count lets it. The decision says by which override and why, so
 * that nothing passes in silence; of those that still count it says that one could be asked
 * for.
 */
export function applyOverrides(
  findings: readonly Finding[],
  { policies, subject, entityRef, overrides, at }: OverrideMatter,
): Finding[] {
  const open = new Map(
    policies.flatMap(({ id, overrides: of }) => (of ? [[id, of]] : [])),
  );
  if (open.size === 0) {
    return [...findings];
  }
  const covering = overrides.filter(
    one => one.end > at && covers(one, subject, entityRef),
  );
  return findings.map(finding => {
    const kind = kindOf(finding);
    if (
      kind === undefined ||
      finding.policy === undefined ||
      open.get(finding.policy)?.includes(kind) !== true
    ) {
      return finding;
    }
    const left =
      covering.length === 0 ? finding : overridden(finding, covering, at);
    return left.verdict === 'allow' ? left : { ...left, overridable: true };
  });
}

function overridden(
  finding: Finding,
  covering: readonly GateOverride[],
  at: Instant,
): Finding {
  const naming = covering.filter(({ rules }) => rules.includes(finding.rule));
  const [override] = naming
    .filter(({ start }) => start <= at)
    .sort((a, b) => b.end - a.end || (a.id < b.id ? -1 : 1));
  const nextChange = earliest([
    finding.nextChange,
    ...naming.flatMap(({ start, end }) => [start, end].filter(one => one > at)),
  ]);
  const moved = { ...finding, ...(nextChange !== undefined && { nextChange }) };
  if (!override || finding.verdict === 'allow') {
    return moved;
  }
  return {
    ...moved,
    verdict: 'allow',
    override: override.id,
    explain: () => ({
      explanation: `${
        finding.explain().explanation
      } It does not count until ${utc(override.end)}: override ${
        override.id
      } for incident ${override.incident} passes over it, approved by ${listed(
        override.approvedBy,
      )}. ${sentence(override.reason)}`,
      until: override.end,
    }),
  };
}

/** What may be overridden; what is not known of calendars, places and services never is. */
function kindOf({ rule }: Finding): 'freeze' | 'check' | undefined {
  if (rule.startsWith('check:')) return 'check';
  return rule.startsWith('freeze:') || rule.startsWith('maintenance:')
    ? 'freeze'
    : undefined;
}

function covers(
  { entities, environments, regions }: GateOverride,
  subject: WindowSubject,
  entityRef: string,
): boolean {
  return (
    entities.includes(entityRef) &&
    environments.includes(subject.environment) &&
    (regions === undefined ||
      (subject.regions.length > 0 &&
        subject.regions.every(region => regions.includes(region))))
  );
}
