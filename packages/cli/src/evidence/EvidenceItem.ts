/** One report in a file, and where it stands there. */
export interface EvidenceItem {
  /** For people: `item 3` of a JSON file, `line 4` of an NDJSON file. */
  place: string;
  /** Its order in the file, from 0. */
  position: number;
  /** What the server is to judge. */
  value: object;
}

/** A report that was not taken, and why. */
export interface RejectedItem {
  place: string;
  position: number;
  /** e.g. `payload.outcome`. Absent: the report as a whole. */
  field?: string;
  message: string;
}
