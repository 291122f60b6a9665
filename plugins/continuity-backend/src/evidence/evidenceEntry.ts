import {
  formatInstant,
  type Evidence,
  type LedgerEntry,
} from '@continuity/engine';

/** What the ledger says of evidence: all of it, so that it can be checked by itself. */
export function evidenceEntry(evidence: Evidence, actor: string): LedgerEntry {
  return {
    id: evidence.id,
    type: 'evidence.recorded',
    at: formatInstant(evidence.receivedAt),
    actor: { ref: actor },
    subjects: [evidence.entityRef],
    data: describeEvidence(evidence),
  };
}

/** Evidence as it leaves the service: instants in ISO 8601. */
export function describeEvidence(evidence: Evidence) {
  const { observedAt, receivedAt, expiresAt, ...rest } = evidence;
  return {
    ...rest,
    observedAt: formatInstant(observedAt),
    receivedAt: formatInstant(receivedAt),
    expiresAt: formatInstant(expiresAt),
  };
}
