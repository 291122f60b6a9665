import {
  formatInstant,
  type GateAnswer,
  type GateRequest,
  type Instant,
  type LedgerEntry,
} from '@continuity/engine';
import type { GateDecision } from '@continuity/plugin-continuity-common';
import type { RecordedDecision } from './DecisionStore';

/** An answer as the API shows it: instants in ISO 8601. */
export function describeDecision(
  request: GateRequest,
  answer: GateAnswer,
  decidedAt: Instant,
): Omit<GateDecision, 'dryRun'> {
  const { entityRef, releaseClass, continues, at, ...rest } = request;
  const { verdict, reasons, nextChange, nextOpen, longestOpen, validUntil } =
    answer;
  return {
    verdict,
    request: {
      ...rest,
      entity: entityRef,
      class: releaseClass,
      ...(continues && { continues: continues.decisionId }),
      at: formatInstant(at),
    },
    reasons: reasons.map(({ until, ...reason }) => ({
      ...reason,
      ...(until !== undefined && { until: formatInstant(until) }),
    })),
    ...(nextChange && {
      nextChange: { ...nextChange, at: formatInstant(nextChange.at) },
    }),
    ...(nextOpen !== undefined && { nextOpen: formatInstant(nextOpen) }),
    ...(longestOpen && {
      longestOpen: {
        start: formatInstant(longestOpen.start),
        ...(longestOpen.end !== undefined && {
          end: formatInstant(longestOpen.end),
        }),
      },
    }),
    validUntil: formatInstant(validUntil),
    decidedAt: formatInstant(decidedAt),
  };
}

/** What the ledger says of a decision: all that was answered, but its own place. */
export function decisionEntry(
  decision: GateDecision,
  id: string,
  actor: string,
): LedgerEntry {
  return {
    id,
    type: 'gate.decision',
    at: decision.decidedAt,
    actor: { ref: actor },
    subjects: [decision.request.entity],
    data: decision,
  };
}

/**
 * The inverse of {@link decisionEntry}. What was answered is read from the ledger itself,
 * so that no second copy can say something else.
 *
 * @throws Error when the entry is not readable, which only altering it can bring about
 */
export function readDecision({
  id,
  canonical,
  ledgerIndex,
}: RecordedDecision): GateDecision {
  try {
    const { data }: { data: GateDecision } = JSON.parse(canonical);
    return { ...data, ledgerIndex };
  } catch (error) {
    throw new Error(
      `The ledger entry of decision ${id} is not readable (${error}); run a verification of the ledger`,
    );
  }
}
