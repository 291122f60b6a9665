import type { Instant, Interval } from '../../time';

/** Half-open stretches of time in order, none of which touches another. */
export interface Stretches {
  readonly starts: readonly Instant[];
  readonly ends: readonly Instant[];
}

export const NO_STRETCHES: Stretches = { starts: [], ends: [] };

/**
 * The same moments in as few stretches as possible, cut to a period. Stretches that
 * touch become one, so a freeze that begins as another ends does not open in between.
 *
 * @param spans - In the order of their starts.
 */
export function joinStretches(
  spans: Iterable<Interval>,
  { start: from, end: to }: Interval,
): Stretches {
  const starts: Instant[] = [];
  const ends: Instant[] = [];
  let last = -1;
  for (const span of spans) {
    const start = Math.max(span.start, from);
    const end = Math.min(span.end, to);
    if (start >= end) continue;
    if (last >= 0 && start <= ends[last]) {
      if (end > ends[last]) ends[last] = end;
    } else {
      last = starts.push(start) - 1;
      ends.push(end);
    }
  }
  return { starts, ends };
}

/** The moments that lie in at least one of several. */
export function uniteStretches(
  several: readonly Stretches[],
  period: Interval,
): Stretches {
  const filled = several.filter(({ starts }) => starts.length > 0);
  if (filled.length === 0) return NO_STRETCHES;
  if (filled.length === 1) return filled[0];
  const spans = filled.flatMap(({ starts, ends }) =>
    starts.map((start, index) => ({ start, end: ends[index] })),
  );
  spans.sort((a, b) => a.start - b.start);
  return joinStretches(spans, period);
}

/** The moments of a period that lie in none of the stretches. */
export function gapsBetween(
  { starts, ends }: Stretches,
  { start: from, end: to }: Interval,
): Stretches {
  const gapStarts: Instant[] = [];
  const gapEnds: Instant[] = [];
  let at = from;
  for (let index = 0; index < starts.length; index++) {
    if (starts[index] > at) {
      gapStarts.push(at);
      gapEnds.push(starts[index]);
    }
    at = Math.max(at, ends[index]);
  }
  if (at < to) {
    gapStarts.push(at);
    gapEnds.push(to);
  }
  return { starts: gapStarts, ends: gapEnds };
}
