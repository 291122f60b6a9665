/** What a server said. */
export interface Answer {
  readonly status: number;
  /** Absent: it was no JSON. */
  readonly body: unknown;
  /** How long it asks to be left alone, in milliseconds. Absent: it does not say. */
  readonly retryAfterMs?: number;
}

/**
 * Asks an API server for a path, with its query.
 *
 * @throws ClusterError when there is no answer
 */
export type Ask = (path: string, signal?: AbortSignal) => Promise<Answer>;

/** A kind in a namespace. */
export interface KindIn {
  readonly apiVersion: string;
  readonly kind: string;
  /** Left out of the question for kinds that have none. */
  readonly namespace?: string;
}

/** An object to look for. */
export interface Wanted extends KindIn {
  readonly name: string;
}

/** What a list is to hold. */
export interface ListOptions {
  /** Only those with this label, e.g. `app.kubernetes.io/instance=payments`. */
  readonly labels?: string;
  /**
   * Which objects are kept; the others are forgotten page by page, however many there are.
   * Absent: all.
   */
  readonly keep?: (object: unknown) => boolean;
}

/** What is needed of a cluster. */
export interface Cluster {
  /** @returns undefined when there is no such object; throws on anything else */
  read(which: Wanted): Promise<unknown>;
  /** All of one kind. */
  list(kind: KindIn, options?: ListOptions): Promise<unknown[]>;
}
