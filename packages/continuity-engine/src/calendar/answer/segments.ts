import type { Interval } from '../../time';
import type { IndexedWindow } from '../occurrences/WindowIndex';
import type { Closing } from './closings';
import { STATES } from './strictness';
import type { TimelineSegment } from './windowTimeline';

/** Cuts a period wherever a window begins or ceases to close, and names those that do. */
export function segmentsOf(
  closings: readonly Closing[],
  { start: from, end: to }: Interval,
): TimelineSegment[] {
  const cuts = new Set([from]);
  for (const { stretches } of closings) {
    for (const moments of [stretches.starts, stretches.ends]) {
      for (const at of moments) if (at > from && at < to) cuts.add(at);
    }
  }
  const starts = Float64Array.from(cuts).sort();
  const cursors = closings.map(closing => ({ closing, next: 0 }));
  return Array.from(starts, (start, place) => {
    const windows: IndexedWindow[] = [];
    let strictness = 0;
    for (const cursor of cursors) {
      const { indexed, stretches, strictness: own } = cursor.closing;
      while (
        cursor.next < stretches.ends.length &&
        stretches.ends[cursor.next] <= start
      ) {
        cursor.next += 1;
      }
      if (stretches.starts[cursor.next] <= start) {
        windows.push(indexed);
        strictness = Math.max(strictness, own);
      }
    }
    return {
      start,
      end: starts[place + 1] ?? to,
      state: STATES[strictness],
      windows,
    };
  });
}
