import { canonicalize } from './canonicalJson';
import { leafHash } from './merkleHash';
import type { LedgerEntry } from './types';

/** An entry in the form that is hashed and stored; its place comes with sequencing. */
export interface SealedEntry {
  /** RFC 8785 text of the entry. */
  canonical: string;
  /** RFC 6962 leaf hash of `canonical` in UTF-8, hex. */
  leafHash: string;
}

/**
 * Fixes an entry for ever: from here on only its text counts.
 *
 * @throws TypeError when the entry holds something that is not JSON, with its path.
 */
export function sealEntry(entry: LedgerEntry): SealedEntry {
  const canonical = canonicalize(entry);
  return { canonical, leafHash: leafHash(canonical) };
}
