/** A fact as another tool knows it, whichever that is. */
export interface Fact {
  /** For people: `item 3`, `line 4`, with what it is below that. */
  place: string;
  position: number;
  /** Id of a fact retriever, or a ref of a fact. */
  id: string;
  /** As it was written. Absent: the tool does not say. */
  entityRef?: string;
  /** When it was so, as it was written. Absent: the tool does not say. */
  timestamp?: string;
  /** What paths of a mapping begin at. */
  data: unknown;
}

/** What could not be turned into evidence, and why. */
export interface UnmappedFact {
  place: string;
  position: number;
  /** Absent: it is no fact at all. */
  fact?: string;
  entityRef?: string;
  message: string;
}
