/** Everything outside of the program that it may touch, so that tests can stand in. */
export interface Io {
  /** What was asked for. Nothing else goes there. */
  out(text: string): void;
  /** Everything else: problems, progress, retries. */
  err(text: string): void;
  /** Whether `out` is a terminal that shows colours. */
  colour: boolean;
  /** Whether somebody looks at `err` while it happens: only then is progress worth it. */
  isWatched: boolean;
  env: Readonly<Record<string, string | undefined>>;
  stdin: AsyncIterable<Uint8Array | string>;
  /** Epoch milliseconds. */
  now(): number;
  /** Evenly distributed from 0 to below 1. */
  random(): number;
  sleep(milliseconds: number): Promise<void>;
  /**
   * Calls `work` instead of ending the process when a signal asks for that.
   *
   * @returns what lets go of it again
   */
  onInterrupt(work: () => void): () => void;
}

/** An environment variable; empty counts as not set, as in most pipelines. */
export function envText(io: Io, name: string): string | undefined {
  return io.env[name]?.trim() || undefined;
}
