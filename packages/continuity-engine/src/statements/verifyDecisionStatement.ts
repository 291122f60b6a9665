import {
  checkExpectations,
  type StatementExpectations,
} from './checkExpectations';
import { openStatement } from './openStatement';
import { readDecisionStatement } from './readDecisionStatement';
import type { DecisionStatement, StatementRefusal, TrustedKey } from './types';

/** What came of verifying a statement. */
export type StatementVerification =
  /** It is signed and opens the way for what was expected. */
  | { ok: true; statement: DecisionStatement; keyId: string }
  /** With a `statement`: it is signed, but opens nothing. */
  | {
      ok: false;
      refusals: StatementRefusal[];
      statement?: DecisionStatement;
      keyId?: string;
    };

/**
 * Verifies a decision in its envelope, in the order of the DSSE protocol: the payload is
 * looked at only once a trusted key is known to have signed it. One such signature is
 * enough; the others do no harm.
 *
 * @param text - the envelope, as it came
 * @param keys - those that are trusted, and no others
 */
export function verifyDecisionStatement(
  text: string,
  keys: readonly TrustedKey[],
  expected: StatementExpectations,
): StatementVerification {
  const opened = openStatement(text, keys);
  if ('refusal' in opened) {
    const { refusal, ...signer } = opened;
    return { ok: false, ...signer, refusals: [refusal] };
  }
  const { keyId } = opened;
  const read = readDecisionStatement(opened.payload);
  if ('refusal' in read) {
    return { ok: false, keyId, refusals: [read.refusal] };
  }
  const { statement } = read;
  const refusals = checkExpectations(statement, expected);
  return refusals.length === 0
    ? { ok: true, statement, keyId }
    : { ok: false, refusals, statement, keyId };
}
