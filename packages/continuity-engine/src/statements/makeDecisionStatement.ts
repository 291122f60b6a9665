import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';
import { canonicalize } from '../ledger';
import {
  DECISION_PREDICATE,
  STATEMENT_TYPE,
  type DecisionPredicate,
  type DecisionStatement,
  type StatedReason,
} from './types';

/** A decision as the API shows it. */
export interface StatableDecision
  extends Omit<DecisionPredicate, 'id' | 'dryRun' | 'ledger' | 'reasons'> {
  id?: string;
  dryRun: boolean;
  reasons: readonly StatedReason[];
}

/**
 * What is signed of a recorded decision. The same decision has the same statement, byte for
 * byte in its RFC 8785 form.
 *
 * @param ledger - the place of its entry, and the leaf hash of that
 * @throws TypeError for a dry run, which nobody recorded
 */
export function makeDecisionStatement(
  decision: StatableDecision,
  ledger: DecisionPredicate['ledger'],
): DecisionStatement {
  const { id, dryRun, verdict, request, decidedAt, decidedBy, validUntil } =
    decision;
  if (dryRun || id === undefined) {
    throw new TypeError('A dry run is not recorded, so it is not signed');
  }
  const predicate: DecisionPredicate = {
    id,
    verdict,
    dryRun: false,
    request,
    reasons: decision.reasons.map(shorten),
    decidedAt,
    ...(decidedBy !== undefined && { decidedBy }),
    validUntil,
    ledger,
  };
  return {
    _type: STATEMENT_TYPE,
    subject: [subjectOf(predicate)],
    predicateType: DECISION_PREDICATE,
    predicate,
  };
}

/**
 * What a statement is about. Without an artifact it is the entity in its environment, and
 * the digest is that of the predicate in its RFC 8785 form.
 */
export function subjectOf(
  predicate: DecisionPredicate,
): DecisionStatement['subject'][number] {
  const { entity, environment, artifactDigest } = predicate.request;
  return artifactDigest === undefined
    ? {
        name: `${entity}@${environment}`,
        digest: {
          sha256: bytesToHex(sha256(utf8ToBytes(canonicalize(predicate)))),
        },
      }
    : {
        name: entity,
        digest: { sha256: artifactDigest.replace(/^sha256:/, '') },
      };
}

function shorten({
  rule,
  policy,
  verdict,
  explanation,
  until,
  change,
  override,
}: StatedReason): StatedReason {
  return {
    rule,
    ...(policy !== undefined && { policy }),
    verdict,
    explanation,
    ...(until !== undefined && { until }),
    ...(change !== undefined && { change }),
    ...(override !== undefined && { override }),
  };
}
