import type { Instant, Interval } from '../../time';

/** Half-open stretches of time in order, none of which touches another. */
export interface Stretches {
  readonly starts: readonly Instant[];
  readonly ends: readonly Instant[];
}

export const NO_STRETCHES: Stretches = { starts: [], ends: [] };

/**
 * Joins spans into as few stretches as possible, cut to a period. Spans that touch become
 * one, so a freeze that begins as another ends does not open in between.
 */
export class StretchCollector implements Stretches {
  readonly starts: Instant[] = [];
  readonly ends: Instant[] = [];
  readonly #from: Instant;
  readonly #to: Instant;
  #spans = 0;

  constructor({ start, end }: Interval) {
    this.#from = start;
    this.#to = end;
  }

  /** Whether spans have become one. */
  get isJoined(): boolean {
    return this.starts.length < this.#spans;
  }

  /** @param start - Not before that of the span before. */
  add(start: Instant, end: Instant): void {
    const from = Math.max(start, this.#from);
    const to = Math.min(end, this.#to);
    if (from >= to) return;
    this.#spans += 1;
    const last = this.ends.length - 1;
    if (last >= 0 && from <= this.ends[last]) {
      if (to > this.ends[last]) this.ends[last] = to;
    } else {
      this.starts.push(from);
      this.ends.push(to);
    }
  }
}

/**
 * {@link StretchCollector} for spans that are at hand.
 *
 * @param spans - In the order of their starts.
 */
export function joinStretches(
  spans: Iterable<Interval>,
  period: Interval,
): Stretches {
  const joined = new StretchCollector(period);
  for (const { start, end } of spans) joined.add(start, end);
  return joined;
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
