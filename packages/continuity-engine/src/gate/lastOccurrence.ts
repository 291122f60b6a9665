import type {
  Occurrence,
  WindowConsideration,
  WindowSubject,
} from '../calendar';
import type { Instant } from '../time';

/** How windows are looked up; see `GateFacts.considerWindows`. */
export type ConsiderWindows = (
  subject: WindowSubject,
  at: Instant,
) => WindowConsideration[];

/** Occurrences that follow each other without a gap, before the chain counts as endless. */
const MAX_CHAIN = 50;

/**
 * When a window really lets go: the occurrence in force, or the last one of those that
 * follow it without a gap. Absent: no end within reach.
 *
 * For words only; whether a window is in force is never concluded from it.
 */
export function lastOccurrence(
  of: WindowConsideration,
  subject: WindowSubject,
  considerWindows: ConsiderWindows,
): Occurrence | undefined {
  const following = (at: Instant) => {
    try {
      return considerWindows(subject, at).find(
        ({ calendarRef, window }) =>
          calendarRef === of.calendarRef && window.id === of.window.id,
      );
    } catch {
      // Beyond the years that calendars reach nothing is known to follow.
      return undefined;
    }
  };
  let { active, next } = of;
  for (let i = 0; active && i < MAX_CHAIN; i++) {
    if (!next || next.start > active.end) {
      return active;
    }
    const then = following(active.end);
    if (!then?.active) {
      return active;
    }
    ({ active, next } = then);
  }
  return undefined;
}
