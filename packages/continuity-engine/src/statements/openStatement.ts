import { parseEnvelope, type OpenedEnvelope } from './parseEnvelope';
import { preAuthEncoding } from './preAuthEncoding';
import {
  STATEMENT_PAYLOAD_TYPE,
  type StatementRefusal,
  type TrustedKey,
} from './types';

/**
 * Opens an envelope in the order of the DSSE protocol: nothing of its payload is handed out
 * unless a trusted key is known to have signed it.
 */
export function openStatement(
  text: string,
  keys: readonly TrustedKey[],
):
  | { payload: Uint8Array; keyId: string }
  | { refusal: StatementRefusal; keyId?: string } {
  const opened = parseEnvelope(text);
  if ('refusal' in opened) return opened;
  const { envelope } = opened;
  const key = findSigner(envelope, keys);
  if (!key) return { refusal: notSigned(envelope, keys) };
  const { keyId } = key;
  return envelope.payloadType === STATEMENT_PAYLOAD_TYPE
    ? { payload: envelope.payload, keyId }
    : {
        keyId,
        refusal: {
          code: 'payload-type',
          why: `It holds ${envelope.payloadType}; expected ${STATEMENT_PAYLOAD_TYPE}.`,
          next: 'Give a statement of the portal.',
        },
      };
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
