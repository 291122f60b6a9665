import {
  checkExpectations,
  type StatementExpectations,
} from './checkExpectations';
import { parseEnvelope, type OpenedEnvelope } from './parseEnvelope';
import { preAuthEncoding } from './preAuthEncoding';
import { readDecisionStatement } from './readDecisionStatement';
import {
  STATEMENT_PAYLOAD_TYPE,
  type DecisionStatement,
  type StatementRefusal,
  type TrustedKey,
} from './types';

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
  const opened = parseEnvelope(text);
  if ('refusal' in opened) {
    return { ok: false, refusals: [opened.refusal] };
  }
  const { envelope } = opened;
  const key = findSigner(envelope, keys);
  if (!key) {
    return { ok: false, refusals: [notSigned(envelope, keys)] };
  }
  const { keyId } = key;
  if (envelope.payloadType !== STATEMENT_PAYLOAD_TYPE) {
    return {
      ok: false,
      keyId,
      refusals: [
        {
          code: 'payload-type',
          why: `It holds ${envelope.payloadType}; expected ${STATEMENT_PAYLOAD_TYPE}.`,
          next: 'Give the statement of a decision of the gate.',
        },
      ],
    };
  }
  const read = readDecisionStatement(envelope.payload);
  if ('refusal' in read) {
    return { ok: false, keyId, refusals: [read.refusal] };
  }
  const { statement } = read;
  const refusals = checkExpectations(statement, expected);
  return refusals.length === 0
    ? { ok: true, statement, keyId }
    : { ok: false, refusals, statement, keyId };
}

/** Every key is tried: the `keyid` of a signature is nobody's word. */
function findSigner(
  { payloadType, payload, signatures }: OpenedEnvelope,
  keys: readonly TrustedKey[],
): TrustedKey | undefined {
  const message = preAuthEncoding(payloadType, payload);
  return keys.find(key =>
    signatures.some(({ sig }) => key.verifies(message, sig)),
  );
}

function notSigned(
  { signatures }: OpenedEnvelope,
  keys: readonly TrustedKey[],
): StatementRefusal {
  const named = signatures.flatMap(({ keyid }) => keyid ?? []);
  const isOurs = keys.some(({ keyId }) => named.includes(keyId));
  const trusted = keys.map(({ keyId }) => keyId).join(', ') || 'none';
  return isOurs
    ? {
        code: 'signature',
        why: 'The signature does not fit: the statement was altered after it was signed, or somebody else signed it in the name of the key.',
        next: 'Do not rely on it; fetch the statement anew from the portal.',
      }
    : {
        code: 'signature',
        why: `No key that is trusted signed it: trusted is ${trusted}, it names ${
          named.join(', ') || 'none'
        }.`,
        next: 'Get the public key of the portal from its operators (`continuity decision keys`); it may have a new one.',
      };
}
