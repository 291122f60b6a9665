import {
  createHash,
  createPrivateKey,
  createPublicKey,
  sign,
  type KeyObject,
} from 'node:crypto';
import {
  canonicalize,
  encodeBase64,
  makeDecisionStatement,
  preAuthEncoding,
  STATEMENT_PAYLOAD_TYPE,
} from '@continuity/engine';
import type {
  GateDecision,
  SignedStatement,
} from '@continuity/plugin-continuity-common';

/** A key of Ed25519 that is the same in every run. */
export function testKey(seed: number) {
  const prefix = Buffer.from('302e020100300506032b657004220420', 'hex');
  const privateKey = createPrivateKey({
    key: Buffer.concat([prefix, Buffer.alloc(32, seed)]),
    format: 'der',
    type: 'pkcs8',
  });
  const publicKey = createPublicKey(privateKey);
  return {
    privateKey,
    pem: publicKey.export({ type: 'spki', format: 'pem' }).toString(),
    keyId: createHash('sha256')
      .update(publicKey.export({ type: 'spki', format: 'der' }))
      .digest('hex'),
  };
}

/** A decision as a portal signs it. */
export function signedBy(
  { privateKey, keyId }: { privateKey: KeyObject; keyId: string },
  decision: GateDecision,
): SignedStatement {
  const statement = makeDecisionStatement(decision, {
    index: decision.ledgerIndex ?? 0,
    leafHash: 'cd'.repeat(32),
  });
  const payload = new TextEncoder().encode(canonicalize(statement));
  const message = preAuthEncoding(STATEMENT_PAYLOAD_TYPE, payload);
  return {
    payloadType: STATEMENT_PAYLOAD_TYPE,
    payload: encodeBase64(payload),
    signatures: [
      { keyid: keyId, sig: sign(null, message, privateKey).toString('base64') },
    ],
  };
}
