import type { Instant } from '@continuity/engine';

/** How much a reading saw; enough to tell whether the next one saw the same. */
export interface ReadingSize {
  entities: number;
  /** Refs of every calendar, sorted. */
  calendars: string[];
}

/** A reading that did not count by itself, and since when readings agree on it. */
export interface PendingReading extends ReadingSize {
  since: Instant;
}

export type ReadingJudgement =
  | { counts: true }
  | { counts: false; problem: string; pending?: PendingReading };

export interface ReadingUnderJudgement {
  /** Whether any reading ever counted. */
  first: boolean;
  seen: ReadingSize;
  /** Entities that were known before, and how many of them were not seen. */
  known: number;
  lost: number;
  /** There were calendars, and not one of them was seen. */
  everyCalendarLost: boolean;
  pending?: PendingReading;
  at: Instant;
}

/**
 * How long the first readings must agree. A catalog ingests in waves, with pauses of
 * up to ten seconds between them on a busy machine, as measured on the example.
 */
export const FIRST_SETTLE_MS = 20_000;
/** How long readings must agree that a large part of the catalog is gone. */
export const LOSS_SETTLE_MS = 60_000;
/** From here on it is a large part: a tenth, and at least three entities. */
const LOSS_SHARE = 0.1;
const LOSS_AT_LEAST = 3;
/** A large catalog never stands still; half a percent is not a catalog that fills. */
const SAME_SIZE_TOLERANCE = 0.005;

/**
 * Whether a complete reading may be relied on.
 *
 * A catalog that has just started answers with what it has ingested so far. To
 * believe it would be to fail open: the services may be there and the calendars
 * that freeze them not yet. So
 *
 * - an empty reading never counts;
 * - the first reading counts only when a later one saw the same calendars and
 *   about as many entities, {@link FIRST_SETTLE_MS} after the first that did;
 * - a reading that lost a large part of what was known, or every calendar (the
 *   catalog's database was emptied, its permissions changed), counts only when readings have agreed
 *   on it for {@link LOSS_SETTLE_MS}.
 *
 * Until then the last reading that counted stays in force and grows old, and an
 * old reading denies. What this cannot see is a location that is read minutes
 * after all others; a policy that names its calendars closes that gap, because a
 * named calendar that is absent denies.
 */
export function judgeReading(reading: ReadingUnderJudgement): ReadingJudgement {
  const { first, seen, known, lost, everyCalendarLost, pending, at } = reading;
  if (seen.entities === 0) {
    return {
      counts: false,
      problem:
        'The catalog answered without a single entity. It may still be starting; it is read again in a few seconds.',
    };
  }
  const largeLoss =
    everyCalendarLost || (lost >= LOSS_AT_LEAST && lost > known * LOSS_SHARE);
  if (!first && !largeLoss) {
    return { counts: true };
  }
  const settle = first ? FIRST_SETTLE_MS : LOSS_SETTLE_MS;
  const since = pending && sameSize(pending, seen) ? pending.since : at;
  if (pending && at - since >= settle) {
    return { counts: true };
  }
  const wait = `It counts once readings agree on it for ${settle / 1000} s.`;
  return {
    counts: false,
    problem: first
      ? `The catalog was read for the first time and may still be filling (${seen.entities} entities, ${seen.calendars.length} freeze calendars). ${wait}`
      : `${lost} of ${known} known entities are missing from the catalog${
          everyCalendarLost ? ', every freeze calendar among them' : ''
        }. ${wait}`,
    pending: { ...seen, since },
  };
}

function sameSize(a: ReadingSize, b: ReadingSize): boolean {
  const tolerance = Math.floor(
    Math.max(a.entities, b.entities) * SAME_SIZE_TOLERANCE,
  );
  return (
    Math.abs(a.entities - b.entities) <= tolerance &&
    a.calendars.length === b.calendars.length &&
    a.calendars.every((ref, index) => ref === b.calendars[index])
  );
}
