import { createHash, createPublicKey, verify } from 'node:crypto';
import type { TrustedKey } from '@continuity/engine';
import { UsageError } from '../failures';
import { readText } from '../files/readText';
import type { Io } from '../Io';

/** A file of keys is a few lines. */
const MAX_BYTES = 64 * 1024;

const BLOCK = /-----BEGIN ([A-Z0-9 ]+)-----[^-]*-----END \1-----/g;

/**
 * The public keys of some files; each may hold several, one after the other.
 *
 * @throws UsageError when a file holds none, or anything else: what is trusted must not be
 * guessed
 */
export async function readTrustedKeys(
  files: readonly string[],
  io: Io,
): Promise<TrustedKey[]> {
  const keys = await Promise.all(
    files.map(async file =>
      readPems(file, await readText('--key', file, io, MAX_BYTES)),
    ),
  );
  return keys.flat();
}

function readPems(file: string, text: string): TrustedKey[] {
  const blocks = [...text.matchAll(BLOCK)];
  if (blocks.length === 0) {
    throw notOne(file, 'holds no public key in PEM');
  }
  return blocks.map(([pem, label]) => {
    if (label.includes('PRIVATE')) {
      throw notOne(
        file,
        'holds a private key, which nobody needs to verify; if it is the one of the portal, rotate it',
      );
    }
    if (label !== 'PUBLIC KEY') {
      throw notOne(file, `holds a ${label.toLowerCase()}`);
    }
    return keyOf(file, pem);
  });
}

function keyOf(file: string, pem: string): TrustedKey {
  const key = parse(file, pem);
  if (key.asymmetricKeyType !== 'ed25519') {
    throw notOne(file, `holds a key of ${key.asymmetricKeyType}`);
  }
  return {
    keyId: createHash('sha256')
      .update(key.export({ type: 'spki', format: 'der' }))
      .digest('hex'),
    verifies: (message, signature) => verify(null, message, key, signature),
  };
}

function parse(file: string, pem: string) {
  try {
    return createPublicKey(pem);
  } catch {
    throw notOne(file, 'holds a public key that cannot be read');
  }
}

function notOne(file: string, what: string): UsageError {
  return new UsageError(
    `--key: "${file}" ${what}; expected a public key of Ed25519, as \`continuity decision keys\` prints it`,
  );
}
