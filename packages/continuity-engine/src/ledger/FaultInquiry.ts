import type { MerkleFrontier } from './MerkleFrontier';
import { isHash, leafHash } from './merkleHash';
import type { Checkpoint, LedgerVerification, SequencedEntry } from './types';

type Fault = Extract<LedgerVerification, { ok: false }>;

/**
 * What happened at the first place where a ledger does not add up. One entry alone
 * cannot tell an altered row from a moved one; the entries after it can.
 */
export class FaultInquiry {
  readonly #before?: MerkleFrontier;
  readonly #suspect?: SequencedEntry;
  #conclusion?: Fault;
  #seen = 1;

  private constructor(parts: {
    before?: MerkleFrontier;
    suspect?: SequencedEntry;
    conclusion?: Fault;
  }) {
    this.#before = parts.before;
    this.#suspect = parts.suspect;
    this.#conclusion = parts.conclusion;
  }

  /** A fault that needs no further witness. */
  static closed(conclusion: Fault): FaultInquiry {
    return new FaultInquiry({ conclusion });
  }

  /**
   * A fault to look into.
   *
   * @param before - the tree up to the place in question, not including it
   * @param suspect - the entry that stands there and does not fit
   */
  static open(before: MerkleFrontier, suspect: SequencedEntry): FaultInquiry {
    const inquiry = new FaultInquiry({ before, suspect });
    inquiry.#judgeSuspect(before, suspect);
    return inquiry;
  }

  get settled(): boolean {
    return this.#conclusion !== undefined;
  }

  /** Takes an entry that came after the fault, as a witness. */
  hear(witness: SequencedEntry): void {
    const before = this.#before;
    const suspect = this.#suspect;
    if (this.#conclusion || !before || !suspect) {
      return;
    }
    const isNext = this.#seen === 1;
    this.#seen += 1;
    const place = before.size;
    if (witness.index === place && suspect.index !== place) {
      this.#conclude(
        'reordered',
        `Entry ${place} comes too late: entry ${suspect.index} stands in its place.`,
      );
      return;
    }
    if (!isHash(witness.leafHash)) {
      return;
    }
    const rootWithWitness = before.clone().append(witness.leafHash);
    if (
      rootWithWitness === suspect.rootHash ||
      rootWithWitness === witness.rootHash
    ) {
      this.#conclude(
        'reordered',
        `Entry ${place} was moved: what belongs there stands at index ${witness.index}.`,
      );
      return;
    }
    if (isNext && followsDespiteRoot(before, suspect, witness)) {
      this.#conclude(
        'root-mismatch',
        `The root stored with entry ${place} is ${
          suspect.rootHash
        }, but the entries lead to ${before
          .clone()
          .append(suspect.leafHash)}, and the entry after it agrees with them.`,
      );
    }
  }

  /** The best explanation there is, once every entry has been heard. */
  conclude(checkpoint?: Checkpoint): Fault {
    const before = this.#before;
    const suspect = this.#suspect;
    if (this.#conclusion || !before || !suspect) {
      return (
        this.#conclusion ?? fault(0, 'root-mismatch', 'Nothing was examined.')
      );
    }
    const place = before.size;
    if (suspect.index !== place) {
      return fault(
        place,
        'removed',
        `Entry ${place} is missing: entry ${suspect.index} stands in its place.`,
      );
    }
    const computed = before.clone().append(suspect.leafHash);
    if (
      checkpoint?.treeSize === place + 1 &&
      checkpoint.rootHash === computed
    ) {
      return fault(
        place,
        'root-mismatch',
        `The root stored with entry ${place} is ${suspect.rootHash}, but the entries and the checkpoint lead to ${computed}.`,
      );
    }
    const total = place + this.#seen;
    if (checkpoint && total < checkpoint.treeSize) {
      return fault(
        place,
        'removed',
        `Entry ${place} is missing and what came after it was renumbered: there are ${total} entries, but the checkpoint counts ${checkpoint.treeSize}, and the root stored at ${place} is not that of what stands there.`,
      );
    }
    return fault(
      place,
      'altered',
      `Entry ${place} was altered together with its leaf hash: the root stored with it is ${suspect.rootHash}, but with this entry it would be ${computed}.`,
    );
  }

  /** What the entry itself gives away, before anybody else is heard. */
  #judgeSuspect(before: MerkleFrontier, suspect: SequencedEntry): void {
    const place = before.size;
    if (suspect.index === place) {
      return;
    }
    if (before.clone().append(suspect.leafHash) === suspect.rootHash) {
      this.#conclude(
        'altered',
        `Entry ${place} was altered: it carries the index ${suspect.index}, but its hashes are those of index ${place}.`,
      );
      return;
    }
    if (suspect.index < place) {
      this.#conclude(
        'reordered',
        `Entry ${suspect.index} comes again where entry ${place} belongs.`,
      );
    }
  }

  #conclude(kind: Fault['fault'], message: string): void {
    this.#conclusion = fault(this.#before?.size ?? 0, kind, message);
  }
}

/** Whether the entry after the suspect builds on it as it stands: only a root was changed. */
function followsDespiteRoot(
  before: MerkleFrontier,
  suspect: SequencedEntry,
  next: SequencedEntry,
): boolean {
  const frontier = before.clone();
  frontier.append(suspect.leafHash);
  return (
    suspect.index === before.size &&
    next.index === before.size + 1 &&
    leafHash(next.canonical) === next.leafHash &&
    frontier.append(next.leafHash) === next.rootHash
  );
}

function fault(index: number, kind: Fault['fault'], message: string): Fault {
  return { ok: false, index, fault: kind, message };
}
