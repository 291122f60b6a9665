/** The pause after a failure doubles up to the longest. */
const FIRST_PAUSE_MS = 5_000;
const LONGEST_PAUSE_MS = 30 * 60_000;
/** Longest that another system may ask to be left alone. */
const LONGEST_WAIT_MS = 6 * 3_600_000;
/** Share of a pause that is left to chance, so that not everything comes at once. */
const JITTER = 0.25;

/**
 * How long to wait before something is tried again: exponential back-off with jitter, and
 * never less than what was asked for.
 *
 * @param failures - how often it has failed, from 1
 * @param askedMs - by the other system. Absent: nothing
 * @param random - from 0 to 1
 */
export function pauseAfter(
  failures: number,
  askedMs: number | undefined,
  random: number,
): number {
  const pause = Math.min(
    FIRST_PAUSE_MS * 2 ** Math.min(failures - 1, 20),
    LONGEST_PAUSE_MS,
  );
  const spread = pause * JITTER * random;
  return Math.round(
    Math.max(pause + spread, Math.min(askedMs ?? 0, LONGEST_WAIT_MS) + spread),
  );
}
