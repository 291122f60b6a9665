/** Something that is done again and again. */
export interface Repetition {
  /** Settles when it was done once. */
  first: Promise<void>;
  stop(): void;
}

/**
 * Does something at once, and again some time after it was done; never twice at a time.
 *
 * @param ms - the pause between
 * @param work - must not throw
 */
export function every(ms: number, work: () => Promise<void>): Repetition {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  const round = async () => {
    await work();
    if (!isStopped) timer = setTimeout(round, ms);
  };
  return {
    first: round(),
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}
