import type { Instant, Interval } from '../../time';
import type { IndexedWindow, WindowIndex } from '../occurrences/WindowIndex';
import { exemptsRollback, type AskedOperation } from './operation';
import type { StateRuns } from './StateRuns';
import { PASSABLE, strictnessOf } from './strictness';
import { StretchCollector, type Stretches } from './Stretches';

/**
 * Every moment of a period at which some windows come into force or cease to be, in
 * order. Worked out once for windows that are mostly asked about together, such as those
 * of one calendar, and merged for those of a subject.
 */
export interface WindowEdges {
  readonly times: Float64Array;
  /** Twice the strictness with which the window closes, plus 1 where it ceases to; 0 and 1 for one that opens. */
  readonly codes: Uint8Array;
  /** The strictest that maintenance windows close while none of them is in force; 0: none does. */
  readonly unmaintained: number;
  /** See `Sight`. */
  readonly joined: readonly (readonly [IndexedWindow, Stretches])[];
}

interface Merged {
  times: Float64Array;
  codes: Uint8Array;
}

const NO_EDGES: Merged = {
  times: new Float64Array(0),
  codes: new Uint8Array(0),
};

/**
 * The edges of windows that are for a subject.
 *
 * @param asked - Not about a deployment that is under way: there each one differs.
 * @throws RangeError when the period leaves the years 1970 to 2199.
 */
export function edgesOfWindows(
  index: WindowIndex,
  windows: readonly IndexedWindow[],
  period: Interval,
  asked: AskedOperation,
): WindowEdges {
  let unmaintained = 0;
  const joined: [IndexedWindow, Stretches][] = [];
  const edges: Merged[] = [];
  for (const indexed of windows) {
    const { effect, enforcement } = indexed.window;
    const isExempt = exemptsRollback(indexed.window, asked);
    const strictness = isExempt ? 0 : strictnessOf(enforcement);
    if (effect === 'maintenance') {
      unmaintained = Math.max(unmaintained, strictness);
    }
    const stretches = new StretchCollector(period);
    index.spansBetween(indexed, period, (start, end) =>
      stretches.add(start, end),
    );
    if (stretches.isJoined) joined.push([indexed, stretches]);
    if (effect === 'maintenance') edges.push(alternating(stretches, 0));
    else if (!isExempt) edges.push(alternating(stretches, strictness));
  }
  return { ...mergeAll(edges), unmaintained, joined };
}

/**
 * Goes once over every moment at which a window begins or ceases to close. What is
 * written down meanwhile stays for the next time: asked about many subjects, fetching
 * memory would take longer than the work.
 */
export class EdgeSweep {
  #starts = new Float64Array(0);
  #strictness = new Uint8Array(0);
  #cuts = new Float64Array(0);

  run(
    several: readonly WindowEdges[],
    { start: from, end: to }: Interval,
  ): StateRuns {
    this.#makeRoom(several);
    const starts = this.#starts;
    const strictness = this.#strictness;
    const cuts = this.#cuts;
    const unmaintained = several.reduce(
      (most, edges) => Math.max(most, edges.unmaintained),
      0,
    );
    /** How many close, by strictness; first how many maintenance windows are in force. */
    const inForce = [0, 0, 0, 0];
    const next = several.map(() => 0);
    let runs = 0;
    let cutCount = 0;
    starts[0] = from;
    strictness[0] = unmaintained;
    for (
      let at = firstOf(several, next);
      at < to;
      at = firstOf(several, next)
    ) {
      const wasMaintained = inForce[0] > 0;
      let stops = false;
      for (let list = 0; list < several.length; list++) {
        const { times, codes } = several[list];
        let place = next[list];
        for (; place < times.length && times[place] === at; place++) {
          const level = codes[place] >> 1;
          inForce[level] += (codes[place] & 1) === 0 ? 1 : -1;
          if (level > PASSABLE) stops = true;
        }
        next[list] = place;
      }
      const isMaintained = inForce[0] > 0;
      if (isMaintained !== wasMaintained && unmaintained > PASSABLE) {
        stops = true;
      }
      if (stops && at > from) cuts[cutCount++] = at;
      const strictest = strictestOf(inForce, unmaintained);
      if (at <= from) {
        strictness[0] = strictest;
      } else if (strictest !== strictness[runs]) {
        runs += 1;
        starts[runs] = at;
        strictness[runs] = strictest;
      }
    }
    return {
      starts: starts.slice(0, runs + 1),
      strictness: strictness.slice(0, runs + 1),
      end: to,
      cuts: cuts.slice(0, cutCount),
    };
  }

  #makeRoom(several: readonly WindowEdges[]): void {
    const needed = several.reduce((sum, { times }) => sum + times.length, 1);
    if (this.#starts.length >= needed) return;
    this.#starts = new Float64Array(2 * needed);
    this.#strictness = new Uint8Array(2 * needed);
    this.#cuts = new Float64Array(2 * needed);
  }
}

function firstOf(
  several: readonly WindowEdges[],
  next: readonly number[],
): Instant {
  let first = Infinity;
  for (let list = 0; list < several.length; list++) {
    const { times } = several[list];
    const place = next[list];
    if (place < times.length && times[place] < first) first = times[place];
  }
  return first;
}

function strictestOf(inForce: readonly number[], unmaintained: number): number {
  const closed = inForce[0] > 0 ? 0 : unmaintained;
  for (let level = 3; level > closed; level--) {
    if (inForce[level] > 0) return level;
  }
  return closed;
}

/** Stretches do not touch, so each one begins after the one before has ended. */
function alternating({ starts, ends }: Stretches, strictness: number): Merged {
  const times = new Float64Array(2 * starts.length);
  const codes = new Uint8Array(2 * starts.length);
  for (let place = 0; place < starts.length; place++) {
    times[2 * place] = starts[place];
    codes[2 * place] = 2 * strictness;
    times[2 * place + 1] = ends[place];
    codes[2 * place + 1] = 2 * strictness + 1;
  }
  return { times, codes };
}

/** Two by two: every edge is moved as often as the number of lists can be halved. */
function mergeAll(lists: readonly Merged[]): Merged {
  let left = lists;
  while (left.length > 1) {
    const merged: Merged[] = [];
    for (let place = 0; place < left.length; place += 2) {
      const other = left[place + 1];
      merged.push(other ? merge(left[place], other) : left[place]);
    }
    left = merged;
  }
  return left.length === 1
    ? { times: left[0].times, codes: left[0].codes }
    : NO_EDGES;
}

function merge(a: Merged, b: Merged): Merged {
  if (a.times.length === 0) return b;
  if (b.times.length === 0) return a;
  const length = a.times.length + b.times.length;
  const times = new Float64Array(length);
  const codes = new Uint8Array(length);
  let inA = 0;
  let inB = 0;
  for (let place = 0; place < length; place++) {
    const takesA =
      inB >= b.times.length ||
      (inA < a.times.length && a.times[inA] <= b.times[inB]);
    if (takesA) {
      times[place] = a.times[inA];
      codes[place] = a.codes[inA++];
    } else {
      times[place] = b.times[inB];
      codes[place] = b.codes[inB++];
    }
  }
  return { times, codes };
}
