import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils';

/**
 * Hashes of a Merkle tree after RFC 6962 section 2.1, as lower-case hex of SHA-256.
 * The prefixes keep a leaf from ever passing for a node (second preimage).
 */
const LEAF_PREFIX = Uint8Array.of(0x00);
const NODE_PREFIX = Uint8Array.of(0x01);

/** Root of the tree without leaves: the hash of nothing. */
export const emptyRoot: string = bytesToHex(sha256(new Uint8Array(0)));

/** Hash of a leaf; a string counts as its UTF-8 bytes. */
export function leafHash(data: Uint8Array | string): string {
  const bytes = typeof data === 'string' ? utf8ToBytes(data) : data;
  return bytesToHex(sha256.create().update(LEAF_PREFIX).update(bytes).digest());
}

/**
 * Hash of a node over its two children.
 *
 * @param left - hex of any length, so that published test vectors can be fed in
 */
export function nodeHash(left: string, right: string): string {
  return bytesToHex(nodeHashBytes(hexToBytes(left), hexToBytes(right)));
}

/** {@link nodeHash} without the detour over hex, for loops over many nodes. */
export function nodeHashBytes(left: Uint8Array, right: Uint8Array): Uint8Array {
  return sha256
    .create()
    .update(NODE_PREFIX)
    .update(left)
    .update(right)
    .digest();
}

/** Whether a text is a SHA-256 in lower-case hex. */
export function isHash(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text);
}

/** @throws RangeError when the text is not a SHA-256 in lower-case hex. */
export function hashToBytes(text: string): Uint8Array {
  if (!isHash(text)) {
    throw new RangeError(
      `"${text.slice(0, 80)}" is not a SHA-256 in lower-case hex (64 digits)`,
    );
  }
  return hexToBytes(text);
}
