/** Who did it. */
export interface LedgerActor {
  /** `user:default/anna`, or `service:<subject>` for a token, or `system`. */
  ref: string;
}

/**
 * What is written to the ledger: a JSON value that is hashed in its RFC 8785 form.
 * The exact canonical text is stored; it is never serialised again for hashing.
 */
export interface LedgerEntry {
  /** Unique id, given by the writer. */
  id: string;
  /** What happened, e.g. `gate.decision`, `evidence.recorded`. */
  type: string;
  /** ISO 8601 UTC. */
  at: string;
  actor: LedgerActor;
  /** Entity refs it is about. */
  subjects: string[];
  data: unknown;
}

/** An entry in its place. Hashes are lower-case hex of SHA-256. */
export interface SequencedEntry {
  index: number;
  /** RFC 8785 text of the `LedgerEntry`. */
  canonical: string;
  /** RFC 6962 leaf hash of `canonical` in UTF-8. */
  leafHash: string;
  /** RFC 6962 root of the tree of `index + 1` leaves. */
  rootHash: string;
}

export interface Checkpoint {
  treeSize: number;
  rootHash: string;
}

export type LedgerFault = 'altered' | 'removed' | 'reordered' | 'root-mismatch';

export type LedgerVerification =
  | { ok: true; treeSize: number; rootHash: string }
  | {
      ok: false;
      /** First index at which something is wrong. */
      index: number;
      fault: LedgerFault;
      message: string;
    };
