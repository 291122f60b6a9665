import type {
  GateDecision,
  GateVerdict,
} from '@continuity/plugin-continuity-common';

export const ENTITY = 'component:default/payments-api';

/** A decision about `ENTITY` in production, asked now, as the API answers it. */
export function decisionOf(
  verdict: GateVerdict,
  parts: Partial<GateDecision> = {},
): GateDecision {
  const now = Date.now();
  const at = new Date(now).toISOString();
  return {
    id: '0b6f2d57-8d4c-4a40-9d1b-0a2e8f6f7c11',
    ledgerIndex: 41,
    dryRun: false,
    verdict,
    request: {
      entity: ENTITY,
      environment: 'production',
      class: 'standard',
      at,
    },
    reasons: [
      {
        rule: 'freeze:freezecalendar:default/month-end-close#month-end',
        policy: 'freeze-calendars',
        verdict,
        explanation: 'Month-end close is in force',
        evidence: [],
        ...(verdict !== 'allow' && {
          remedy: 'Wait until it lifts',
          until: '2026-12-01T07:00:00.000Z',
        }),
      },
    ],
    nextChange: {
      at: '2026-12-01T07:00:00.000Z',
      verdict: 'allow',
      cause: 'Month-end close lifts',
    },
    validUntil: new Date(now + 15 * 60_000).toISOString(),
    decidedAt: at,
    decidedBy: 'service:pipeline',
    ...parts,
  };
}
