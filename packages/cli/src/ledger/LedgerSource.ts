import type { Checkpoint } from '@continuity/engine';

/** An entry as it was served or stored; nothing about it is trusted. */
export interface ServedEntry {
  /** For people: `line 6`, `item 5 of the page from 0`. */
  place: string;
  value: unknown;
}

/** Where the entries of a ledger come from. */
export interface LedgerSource {
  /** For people, e.g. the file or the address. */
  name: string;
  /** What the ledger says of itself. Absent: it says nothing. */
  checkpoint?: Checkpoint;
  /** Lowest index first, each once. */
  entries: AsyncIterable<ServedEntry>;
}
