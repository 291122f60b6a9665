import type { Coverage } from './coverage';
import type { Finding } from './Finding';
import type { GateChange, GatePolicy } from './types';
import { verdictOf } from './verdicts';

/** The change that a request names, and whether it covers what is asked. */
export interface NamedChange {
  /** As the request has it. Absent: it names none. */
  named: string | undefined;
  change: GateChange | undefined;
  /** It goes back to what ran there before, which needs no change of its own. */
  goesBack: boolean;
  shortfall: Coverage;
}

const RULE = 'change';
const LABEL = 'Change request';

/**
 * What policies find that demand an approved change. Where none does, a change that is named
 * and does not count is told of all the same: a wrong reference must not go unnoticed.
 */
export function judgeChange(
  policies: readonly GatePolicy[],
  named: NamedChange,
): Finding[] {
  return policies.some(policy => policy.change)
    ? demanded(policies, named)
    : toldOf(named);
}

function toldOf({ named, goesBack, shortfall }: NamedChange): Finding[] {
  if (named === undefined || goesBack || shortfall.covers) return [];
  const { reason, remedy } = shortfall;
  return [
    {
      rule: RULE,
      label: LABEL,
      verdict: 'allow',
      evidence: [],
      explain: () => ({
        explanation: `${reason} No policy asks for a change here; this stops nothing.`,
        remedy,
      }),
    },
  ];
}

function demanded(
  policies: readonly GatePolicy[],
  { change, goesBack, shortfall }: NamedChange,
): Finding[] {
  return policies.flatMap((policy): Finding[] => {
    if (!policy.change) {
      return [];
    }
    const common = {
      rule: RULE,
      label: LABEL,
      policy: policy.id,
      evidence: [],
      ...(shortfall.nextChange !== undefined && {
        nextChange: shortfall.nextChange,
      }),
    };
    if (goesBack) {
      return [
        {
          ...common,
          verdict: 'allow',
          explain: () => ({
            explanation:
              'It goes back to what ran there before, which needs no change of its own.',
          }),
        },
      ];
    }
    if (shortfall.covers) {
      return [
        {
          ...common,
          verdict: 'allow',
          ...idOf(change),
          explain: () => ({
            explanation: `${nameOf(change)} is approved and covers it.`,
          }),
        },
      ];
    }
    const { otherwise } = policy.change;
    return [
      {
        ...common,
        verdict: verdictOf(otherwise),
        explain: () => ({
          explanation: `Policy "${policy.title}" asks for an approved change. ${
            shortfall.reason
          }${
            otherwise === 'inform'
              ? ' This is for information; it stops nothing.'
              : ''
          }`,
          remedy: shortfall.remedy,
        }),
      },
    ];
  });
}

/**
 * What needs an approval has one when an approved change covers it: policies that ask for
 * one, and windows of which its approvers knew that they close. Where a change is named and
 * does not count, it is said why.
 */
export function applyChange(
  findings: readonly Finding[],
  { named, change, shortfall }: NamedChange,
): Finding[] {
  if (named === undefined) {
    return [...findings];
  }
  return findings.map(finding => {
    if (finding.verdict !== 'needs-approval' || !isApprovable(finding)) {
      return finding;
    }
    const nextChange = soonest(finding.nextChange, shortfall.nextChange);
    const moved = {
      ...finding,
      ...(nextChange !== undefined && { nextChange }),
    };
    if (!shortfall.covers) {
      const { reason } = shortfall;
      return {
        ...moved,
        explain: () => {
          const words = finding.explain();
          return { ...words, explanation: `${words.explanation} ${reason}` };
        },
      };
    }
    if (!wasKnown(finding, change)) {
      return {
        ...moved,
        explain: () => {
          const words = finding.explain();
          return {
            ...words,
            explanation: `${words.explanation} ${nameOf(
              change,
            )} was approved without it.`,
          };
        },
      };
    }
    return {
      ...moved,
      verdict: 'allow',
      ...idOf(change),
      explain: () => ({
        explanation: `${finding.explain().explanation} ${nameOf(
          change,
        )} is approved for that.`,
      }),
    };
  });
}

/** Checks and the rest are judged by themselves, whoever approves. */
function isApprovable({ rule }: Finding): boolean {
  return rule.startsWith('approval:') || isWindowRule(rule);
}

function isWindowRule(rule: string): boolean {
  return rule.startsWith('freeze:') || rule.startsWith('maintenance:');
}

function wasKnown({ rule }: Finding, change: GateChange | undefined): boolean {
  return (
    !isWindowRule(rule) ||
    (change?.state === 'known' &&
      change.knownClosings.includes(rule.slice(rule.indexOf(':') + 1)))
  );
}

function nameOf(change: GateChange | undefined): string {
  return change?.state === 'known' ? `Change "${change.title}"` : 'The change';
}

function idOf(change: GateChange | undefined): { change?: string } {
  return change?.state === 'known' ? { change: change.id } : {};
}

function soonest(
  a: number | undefined,
  b: number | undefined,
): number | undefined {
  if (a === undefined) return b;
  return b === undefined ? a : Math.min(a, b);
}
