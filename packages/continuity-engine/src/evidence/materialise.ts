import { durationMs, parseInstant, type Instant } from '../time';
import type { Evidence, EvidenceKind, EvidenceSubmission } from './types';

const MAX_HEADLINE = 200;

/**
 * Evidence as it is stored, from a submission that `parseSubmission` accepted. Verdict
 * and expiry are fixed here: a later change of the kind does not rewrite history.
 *
 * @throws TypeError or ZodError for a submission that was not accepted.
 */
export function materialise<TPayload>(
  submission: EvidenceSubmission,
  kind: EvidenceKind<TPayload>,
  arrival: { id: string; receivedAt: Instant },
): Evidence<TPayload> {
  const observedAt = parseInstant(submission.observedAt);
  if (observedAt === undefined) {
    throw new TypeError(
      `observedAt: "${submission.observedAt}" is not an ISO 8601 date and time with offset`,
    );
  }
  const payload = kind.schema.parse(submission.payload);
  return {
    id: arrival.id,
    kind: kind.id,
    source: submission.source,
    externalId: submission.externalId,
    entityRef: submission.entityRef,
    ...(submission.environment !== undefined && {
      environment: submission.environment,
    }),
    ...(submission.region !== undefined && { region: submission.region }),
    observedAt,
    receivedAt: arrival.receivedAt,
    expiresAt: observedAt + durationMs(kind.validFor),
    verdict: kind.verdict(payload),
    headline: oneLine(kind.headline(payload)),
    payload,
  };
}

/** Headlines stand in logs and tables; whatever a kind returns, it stays one short line. */
function oneLine(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > MAX_HEADLINE
    ? `${line.slice(0, MAX_HEADLINE - 1)}…`
    : line;
}
