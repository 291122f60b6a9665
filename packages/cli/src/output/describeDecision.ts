import type {
  GateDecision,
  GateReason,
} from '@continuity/plugin-continuity-common';

const words = {
  allow: 'ALLOW',
  deny: 'DENY',
  'needs-approval': 'NEEDS APPROVAL',
} as const satisfies Record<GateDecision['verdict'], string>;

/** A decision for a pipeline's log: the verdict first, then why and what to do next. */
export function describeDecision(decision: GateDecision): string {
  const { request } = decision;
  const place = request.region
    ? `${request.environment} (${request.region})`
    : request.environment;
  const deciding = decision.reasons.filter(
    reason => reason.verdict === decision.verdict,
  );
  const others = decision.reasons.filter(
    reason => reason.verdict !== decision.verdict,
  );
  return [
    `${words[decision.verdict]}  ${request.entity} -> ${place}, ${
      request.class
    } release, at ${request.at}`,
    '',
    ...deciding.flatMap(describeReason),
    ...(others.length > 0 ? ['', 'Also looked at:'] : []),
    ...others.flatMap(describeReason),
    '',
    decision.nextChange
      ? `Next change: ${decision.nextChange.at} -> ${
          words[decision.nextChange.verdict]
        } (${decision.nextChange.cause})`
      : 'Next change: none known',
    `Rely on this until: ${decision.validUntil}`,
    decision.dryRun
      ? 'Dry run: not recorded'
      : `Recorded: decision ${decision.id}, ledger entry ${decision.ledgerIndex}`,
  ].join('\n');
}

function describeReason(reason: GateReason): string[] {
  return [
    `  [${words[reason.verdict]}] ${reason.explanation}`,
    ...(reason.until ? [`      until: ${reason.until}`] : []),
    ...(reason.remedy ? [`      to do: ${reason.remedy}`] : []),
    `      rule:  ${reason.rule}${
      reason.policy ? ` (policy ${reason.policy})` : ''
    }`,
  ];
}
