import {
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from 'node:crypto';

/** A pair of Ed25519 keys, ready to be used. */
export interface KeyPair {
  /** SHA-256 of the public key as SubjectPublicKeyInfo in DER, hex. */
  keyId: string;
  /** SPKI in PEM. */
  publicKey: string;
  privateKey: KeyObject;
}

export function generateKeyPair(): KeyPair {
  return pairOf(generateKeyPairSync('ed25519').privateKey);
}

/**
 * @param pem - PKCS #8; `\n` written out counts as a line break, as environment variables
 * often hold it
 * @returns undefined when it is no private key of Ed25519
 */
export function readKeyPair(pem: string): KeyPair | undefined {
  let key: KeyObject;
  try {
    key = createPrivateKey(pem.replace(/\\n/g, '\n'));
  } catch {
    // What the library says may quote the key.
    return undefined;
  }
  return key.asymmetricKeyType === 'ed25519' ? pairOf(key) : undefined;
}

export function privatePem({ privateKey }: KeyPair): string {
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** A public key as RFC 8037 writes it. */
export function publicJwk(
  publicKey: string,
  keyId: string,
): { kty: 'OKP'; crv: 'Ed25519'; x: string; kid: string; use: 'sig' } {
  const { x = '' } = createPublicKey(publicKey).export({ format: 'jwk' });
  return { kty: 'OKP', crv: 'Ed25519', x, kid: keyId, use: 'sig' };
}

function pairOf(privateKey: KeyObject): KeyPair {
  const spki = createPublicKey(privateKey);
  return {
    keyId: createHash('sha256')
      .update(spki.export({ type: 'spki', format: 'der' }))
      .digest('hex'),
    publicKey: spki.export({ type: 'spki', format: 'pem' }).toString(),
    privateKey,
  };
}
