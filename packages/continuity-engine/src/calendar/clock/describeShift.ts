import type { Instant } from '../../time';
import { formatDate, formatTimeOfDay, type WallTime } from './wallTime';
import type { PlacedTime } from './ZoneClock';

/** What was meant on the clock, and what came of it. */
export interface ShiftFacts {
  zone: string;
  wallStart: WallTime;
  /** Where the clock would stand at the end if nobody changed it. */
  wallEnd: WallTime;
  /** The length is hours that pass; the clock has no say in the end. */
  exactOnly: boolean;
  startShift: PlacedTime['shift'];
  endShift: PlacedTime['shift'];
  start: Instant;
  end: Instant;
  /** What the clock really shows at the two moments. */
  shownStart: WallTime;
  shownEnd: WallTime;
}

/** What a change of the clocks did to an occurrence, in words; undefined when nothing. */
export function describeShift(facts: ShiftFacts): string | undefined {
  const { zone, wallStart, wallEnd, start, end, shownStart, shownEnd } = facts;
  const notes: string[] = [];
  if (facts.startShift) {
    notes.push(
      describeTime(zone, 'starts', facts.startShift, wallStart, shownStart),
    );
  }
  const meant = wallEnd - wallStart;
  if (facts.exactOnly) {
    // Moving the start moves the end with it; only what changed in between is news.
    const drift = shownEnd - shownStart - meant;
    if (drift !== 0) {
      notes.push(
        `The clocks change by ${describeLength(
          Math.abs(drift),
        )} in between, so ${describeLength(meant)} end at ${formatTimeOfDay(
          shownEnd,
        )}, not ${formatTimeOfDay(shownStart + meant)}.`,
      );
    }
    return join(notes);
  }
  if (facts.endShift) {
    notes.push(describeTime(zone, 'ends', facts.endShift, wallEnd, shownEnd));
  }
  const lasts = end - start;
  if (lasts !== meant) {
    notes.push(
      `It lasts ${describeLength(lasts)} instead of ${describeLength(
        meant,
      )}, because the clocks change in between.`,
    );
  }
  return join(notes);
}

function describeTime(
  zone: string,
  verb: 'starts' | 'ends',
  shift: 'gap' | 'fold',
  meant: WallTime,
  shown: WallTime,
): string {
  const time = `${formatTimeOfDay(meant)} on ${formatDate(meant)}`;
  if (shift === 'fold') {
    return `${time} comes twice in ${zone}, where clocks go back; it ${verb} at the first.`;
  }
  const date = formatDate(shown);
  const day = date === formatDate(meant) ? '' : ` on ${date}`;
  return `${time} does not exist in ${zone}, where clocks go forward; it ${verb} at ${formatTimeOfDay(
    shown,
  )}${day}.`;
}

function describeLength(ms: number): string {
  const minutes = Math.round(ms / 60_000);
  const hours = Math.floor(minutes / 60);
  return (
    [
      hours > 0 ? `${hours} h` : '',
      minutes % 60 > 0 ? `${minutes % 60} min` : '',
    ]
      .filter(Boolean)
      .join(' ') || `${Math.round(ms / 1000)} s`
  );
}

function join(notes: string[]): string | undefined {
  return notes.length > 0 ? notes.join(' ') : undefined;
}
