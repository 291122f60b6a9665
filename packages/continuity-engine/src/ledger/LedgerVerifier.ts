import { isCanonical } from './canonicalJson';
import { FaultInquiry } from './FaultInquiry';
import { emptyRoot, leafHash } from './merkleHash';
import { MerkleFrontier } from './MerkleFrontier';
import type { Checkpoint, LedgerVerification, SequencedEntry } from './types';

/** What the entries are held against. Without either, only their own consistency is checked. */
export interface VerificationTargets {
  /** What the ledger says of itself now: its entries must reach it and lead to its root. */
  checkpoint?: Checkpoint;
  /** What the verifier kept from an earlier time: history up to it must not have moved. */
  knownCheckpoint?: Checkpoint;
}

/**
 * Recomputes a ledger from its first entry, page by page, trusting nothing in it.
 *
 * Feed every entry in the order it was served, then ask for the verdict. After the first
 * fault the verifier keeps looking at later entries, only to tell what happened: a row
 * that turns up elsewhere was moved, not removed.
 *
 * Half of what an intruder can do shows in the entries alone. Whoever rewrites an entry
 * *and* every root after it is caught by `knownCheckpoint` only.
 */
export class LedgerVerifier {
  #frontier = MerkleFrontier.empty();
  readonly #targets: Checkpoint[];
  readonly #checkpoint?: Checkpoint;
  #inquiry?: FaultInquiry;
  #rewritten?: Checkpoint;

  constructor(targets: VerificationTargets = {}) {
    this.#checkpoint = targets.checkpoint;
    this.#targets = [targets.knownCheckpoint, targets.checkpoint].filter(
      target => target !== undefined,
    );
    this.#compareWithTargets(emptyRoot);
  }

  /** How many entries have been found in order so far. */
  get size(): number {
    return this.#frontier.size;
  }

  /** Whether more entries can no longer change the verdict; reading on is pointless. */
  get settled(): boolean {
    return this.#rewritten !== undefined || this.#inquiry?.settled === true;
  }

  /** Takes the next entry as it was served. */
  add(entry: SequencedEntry): void {
    if (this.settled) {
      return;
    }
    if (this.#inquiry) {
      this.#inquiry.hear(entry);
      return;
    }
    const expected = this.#frontier.size;
    const textFault = describeTextFault(entry);
    if (textFault) {
      const place =
        entry.index === expected
          ? `Entry ${expected}`
          : `Entry ${entry.index}, found where ${expected} belongs,`;
      this.#inquiry = FaultInquiry.closed({
        ok: false,
        index: expected,
        fault: 'altered',
        message: `${place} was altered: ${textFault}.`,
      });
      return;
    }
    const next = this.#frontier.clone();
    const root = next.append(entry.leafHash);
    if (entry.index !== expected || root !== entry.rootHash) {
      this.#inquiry = FaultInquiry.open(this.#frontier, entry);
      return;
    }
    this.#frontier = next;
    this.#compareWithTargets(root);
  }

  /** The verdict over everything that was added. */
  finish(): LedgerVerification {
    if (this.#rewritten) {
      return rewrittenHistory(this.#rewritten);
    }
    if (this.#inquiry) {
      return this.#inquiry.conclude(this.#checkpoint);
    }
    const size = this.#frontier.size;
    const missing = this.#targets.find(target => target.treeSize > size);
    if (missing) {
      return {
        ok: false,
        index: size,
        fault: 'removed',
        message: `Entry ${size} is missing: the ledger ends after ${size} entries, but its checkpoint counts ${missing.treeSize}.`,
      };
    }
    return { ok: true, treeSize: size, rootHash: this.#frontier.root() };
  }

  #compareWithTargets(root: string): void {
    this.#rewritten ??= this.#targets.find(
      target =>
        target.treeSize === this.#frontier.size && target.rootHash !== root,
    );
  }
}

/**
 * Verifies a whole ledger at once; see {@link LedgerVerifier} for page by page.
 *
 * @param entries - every entry from index 0, in the order they were served
 */
export function verifyEntries(
  entries: Iterable<SequencedEntry>,
  targets: VerificationTargets = {},
): LedgerVerification {
  const verifier = new LedgerVerifier(targets);
  for (const entry of entries) {
    verifier.add(entry);
    if (verifier.settled) {
      break;
    }
  }
  return verifier.finish();
}

function describeTextFault(entry: SequencedEntry): string | undefined {
  const computed = leafHash(entry.canonical);
  if (computed !== entry.leafHash) {
    return `its text hashes to ${computed}, its leaf hash says ${entry.leafHash}`;
  }
  return isCanonical(entry.canonical)
    ? undefined
    : 'its text is not canonical JSON (RFC 8785), so no ledger wrote it';
}

function rewrittenHistory(target: Checkpoint): LedgerVerification {
  if (target.treeSize === 0) {
    return {
      ok: false,
      index: 0,
      fault: 'root-mismatch',
      message: `The checkpoint gives the empty ledger the root ${target.rootHash}; the root of nothing is ${emptyRoot}.`,
    };
  }
  return {
    ok: false,
    index: target.treeSize - 1,
    fault: 'root-mismatch',
    message: `The first ${
      target.treeSize
    } entries agree with each other but not with the checkpoint, whose root is ${
      target.rootHash
    }: an entry up to index ${
      target.treeSize - 1
    } and every root after it were rewritten, or the checkpoint is of another ledger.`,
  };
}
