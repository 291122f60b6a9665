/**
 * A moment in time: milliseconds since 1970-01-01T00:00:00Z. The engine computes
 * with numbers; ISO 8601 strings appear only where data enters or leaves it.
 */
export type Instant = number;

/** A half-open stretch of time: `start` belongs to it, `end` does not. */
export interface Interval {
  start: Instant;
  end: Instant;
}

/**
 * Something wrong in what was declared: where, what stands there, and what was
 * expected, so that the author can mend it without reading our source.
 */
export interface Problem {
  /** Dotted path from the document's root, e.g. `spec.windows.0.rrule`. */
  path: string;
  /** One sentence that names the value and the expectation. */
  message: string;
}
