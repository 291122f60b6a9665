import type { Problem } from '@continuity/engine';
import { type KeyPair, readKeyPair } from '../signing/keyMaterial';

/**
 * Reads `continuity.signing` of the configuration. What is wrong with a key is told without
 * showing it.
 *
 * @param path - Where it stands, for the problems.
 */
export function readSigningKey(
  raw: unknown,
  path: string,
): { settings: { signingKey?: KeyPair } } | { problems: Problem[] } {
  if (raw === undefined) {
    return { settings: {} };
  }
  const parts = raw !== null && typeof raw === 'object' ? { ...raw } : {};
  const unknown = Object.keys(parts).find(part => part !== 'privateKey');
  if (unknown !== undefined) {
    return wrong(`${path}.${unknown}`, 'is not one of privateKey');
  }
  const { privateKey: pem }: { privateKey?: unknown } = parts;
  const signingKey = typeof pem === 'string' ? readKeyPair(pem) : undefined;
  return signingKey
    ? { settings: { signingKey } }
    : wrong(
        `${path}.privateKey`,
        'is not a private key of Ed25519 in PEM (PKCS #8, without a passphrase), as `openssl genpkey -algorithm ed25519` makes one',
      );
}

function wrong(path: string, message: string): { problems: Problem[] } {
  return { problems: [{ path, message }] };
}
