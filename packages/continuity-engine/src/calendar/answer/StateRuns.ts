import type { Instant, Interval } from '../../time';
import type { Closing } from './closings';
import { lastUpTo } from './sorted';
import { PASSABLE } from './strictness';

/**
 * How closed it is over a period: run `i` begins at `starts[i]`, lasts to the next one
 * or to the period's end, and is as strict as `strictness[i]`. No two that follow each
 * other are alike. Numbers only: a year may have thousands of runs, and thousands of
 * subjects may be asked about.
 */
export interface StateRuns {
  readonly starts: Float64Array;
  readonly strictness: Uint8Array;
  /** Where the last one ends. */
  readonly end: Instant;
  /**
   * Every moment after the first at which a window begins or ceases to stop deployments,
   * also where the state stays as it is.
   */
  readonly cuts: Float64Array;
}

/** The course of several: at every moment the strictest of them. At least one. */
export function strictestRuns(several: readonly StateRuns[]): StateRuns {
  const [first] = several;
  if (several.length === 1) return first;
  const moments = Float64Array.from(
    new Set(several.flatMap(({ starts }) => [...starts])),
  ).sort();
  const starts: Instant[] = [];
  const strictness: number[] = [];
  for (const at of moments) {
    const strictest = Math.max(
      ...several.map(runs => runs.strictness[lastUpTo(runs.starts, at)]),
    );
    if (strictest === strictness[strictness.length - 1]) continue;
    starts.push(at);
    strictness.push(strictest);
  }
  return {
    starts: new Float64Array(starts),
    strictness: new Uint8Array(strictness),
    end: first.end,
    cuts: Float64Array.from(
      new Set(several.flatMap(({ cuts }) => [...cuts])),
    ).sort(),
  };
}

/** Where a run ends. */
export function endOfRun({ starts, end }: StateRuns, run: number): Instant {
  return run + 1 < starts.length ? starts[run + 1] : end;
}

/** Where things begin or end, in order. */
interface Edges {
  times: Float64Array;
  next: number;
  strictness: number;
  /** +1 where a closing begins, -1 where it ends. */
  change: 1 | -1;
}

/** Goes once over every moment at which a window begins or ceases to close. */
export function sweepStates(
  closings: readonly Closing[],
  { start: from, end: to }: Interval,
): StateRuns {
  const edges = [1, 2, 3].flatMap(level => edgesOf(closings, level));
  const closing = [0, 0, 0, 0];
  const starts: Instant[] = [from];
  const strictness: number[] = [0];
  const cuts: Instant[] = [];
  for (let at = firstOf(edges); at < to; at = firstOf(edges)) {
    let stops = false;
    for (const edge of edges) {
      while (edge.next < edge.times.length && edge.times[edge.next] === at) {
        edge.next += 1;
        closing[edge.strictness] += edge.change;
        stops ||= edge.strictness > PASSABLE;
      }
    }
    if (stops && at > from) cuts.push(at);
    const strictest = strictestOf(closing);
    const last = starts.length - 1;
    if (at <= from) {
      strictness[last] = strictest;
    } else if (strictest !== strictness[last]) {
      starts.push(at);
      strictness.push(strictest);
    }
  }
  return {
    starts: new Float64Array(starts),
    strictness: new Uint8Array(strictness),
    end: to,
    cuts: new Float64Array(cuts),
  };
}

function edgesOf(closings: readonly Closing[], strictness: number): Edges[] {
  // Maintenance windows share one list; counting it once is enough.
  const lists = [
    ...new Set(
      closings.flatMap(closing =>
        closing.strictness === strictness ? [closing.stretches] : [],
      ),
    ),
  ];
  if (lists.length === 0) return [];
  // Beginnings and ends may be sorted apart, because they are only counted.
  return [
    {
      times: sorted(lists.map(({ starts }) => starts)),
      next: 0,
      strictness,
      change: 1,
    },
    {
      times: sorted(lists.map(({ ends }) => ends)),
      next: 0,
      strictness,
      change: -1,
    },
  ];
}

function sorted(lists: readonly (readonly Instant[])[]): Float64Array {
  if (lists.length === 1) return new Float64Array(lists[0]);
  const times = new Float64Array(
    lists.reduce((sum, { length }) => sum + length, 0),
  );
  let filled = 0;
  for (const list of lists) {
    times.set(list, filled);
    filled += list.length;
  }
  return times.sort();
}

function firstOf(edges: readonly Edges[]): Instant {
  let first = Infinity;
  for (const { times, next } of edges) {
    if (next < times.length && times[next] < first) first = times[next];
  }
  return first;
}

function strictestOf(closing: readonly number[]): number {
  for (let level = 3; level > 0; level--) if (closing[level] > 0) return level;
  return 0;
}
