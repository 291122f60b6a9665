/** A PostgreSQL server on which databases of a rehearsal may be made. */
export interface RehearsalServer {
  /** Of the database that is connected to when others are made. */
  readonly url: string;
  /** Whether all of it is thrown away afterwards; on any other, nobody else is touched. */
  readonly isThrowAway: boolean;
  /** Lets go of it; one that is thrown away is gone then, with its files. */
  stop(): Promise<void>;
}

/** A server that is there already, and stays. */
export function serverAt(url: string): RehearsalServer {
  return { url, isThrowAway: false, stop: async () => {} };
}
