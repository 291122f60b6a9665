import type { Instant } from '../time';
import type { Admitted } from './admit';
import { applyOverrides } from './applyOverrides';
import { coverage } from './coverage';
import { mergeFindings, type Finding } from './Finding';
import type { CheckMemo } from './CheckMemo';
import { judgeBlastRadius } from './judgeBlastRadius';
import { applyChange, judgeChange, type NamedChange } from './judgeChange';
import { judgeChecks } from './judgeChecks';
import { judgeFreezes } from './judgeFreezes';
import { matchPolicies, uncovered } from './matchPolicies';
import type { RollbackProof } from './rollbackProof';
import type {
  GateFacts,
  GatePolicy,
  GateRequest,
  GateSettings,
  GateVerdict,
} from './types';
import { strictest } from './verdicts';
import type { WindowSight } from './WindowSight';

/** The answer of all policies at one moment. */
export interface Judgement {
  at: Instant;
  verdict: GateVerdict;
  /** Deciding ones first. */
  findings: Finding[];
}

/** Everything that policies are asked about; only the moment is still open. */
export interface Matter {
  request: GateRequest;
  facts: GateFacts;
  settings: GateSettings;
  admitted: Admitted;
  sight: WindowSight;
  /** Absent: nobody says that this is a rollback. */
  rollback: RollbackProof | undefined;
  checkMemo: CheckMemo;
}

/** Asks every policy that is for the subject, as if it were `at`. */
export function judge(matter: Matter, at: Instant): Judgement {
  const { settings, admitted } = matter;
  const { subject } = admitted;
  const policies = matchPolicies(settings.policies, subject);
  const change = nameChange(matter, at);
  const findings = mergeFindings([
    ...admitted.findings,
    ...(policies.length > 0 ? [] : [uncovered(settings.policies, subject)]),
    ...applyOverrides(
      applyChange(
        [
          ...judgeFreezes(policies, subject, at, matter),
          ...judgeChecks(policies, settings.checks, at, matter.checkMemo),
          ...judgeBlastRadius(policies, matter.facts),
          ...policies.flatMap(judgeApproval),
        ],
        change,
      ),
      {
        policies,
        subject,
        entityRef: matter.request.entityRef,
        overrides: matter.facts.overrides ?? [],
        at,
      },
    ),
    ...judgeChange(policies, change),
    ...policies.filter(asksNothing).map(opened),
  ]);
  return {
    at,
    verdict: strictest(findings.map(({ verdict }) => verdict)),
    findings,
  };
}

function nameChange(matter: Matter, at: Instant): NamedChange {
  const { request, facts, admitted, rollback } = matter;
  return {
    named: request.change,
    change: facts.change,
    goesBack: rollback?.proven === true,
    shortfall: coverage(
      facts.change,
      { request, regions: admitted.subject.regions },
      at,
    ),
  };
}

function judgeApproval({ id, title, approval }: GatePolicy): Finding[] {
  return approval
    ? [
        {
          rule: `approval:${id}`,
          label: `Approval "${title}"`,
          policy: id,
          verdict: 'needs-approval',
          explain: () => ({
            explanation: approval.reason,
            remedy: approval.remedy,
          }),
          evidence: [],
        },
      ]
    : [];
}

function asksNothing({
  calendars,
  checks,
  approval,
  blastRadius,
  change,
}: GatePolicy): boolean {
  return (
    calendars === undefined &&
    !checks?.length &&
    approval === undefined &&
    blastRadius === undefined &&
    change === undefined
  );
}

function opened({ id, title }: GatePolicy): Finding {
  return {
    rule: `policy:${id}`,
    label: `Policy "${title}"`,
    policy: id,
    verdict: 'allow',
    explain: () => ({
      explanation: `Policy "${title}" is for this deployment and asks for nothing.`,
    }),
    evidence: [],
  };
}
