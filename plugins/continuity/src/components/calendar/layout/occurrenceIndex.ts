import type { CalendarView } from '@continuity/plugin-continuity-common';
import {
  windowLook,
  type WindowLook,
} from '@continuity/plugin-continuity-react';

export type ViewWindow = CalendarView['windows'][number];
export type ViewOccurrence = CalendarView['occurrences'][number];

/**
 * The occurrences of a view, made ready to be laid out: numbers instead of texts, each
 * text parsed once. An occurrence is known by its position, earliest start first; so that
 * twenty thousand of them are four arrays and not twenty thousand objects.
 */
export interface OccurrenceIndex {
  readonly windows: readonly ViewWindow[];
  readonly count: number;
  /** Epoch milliseconds. */
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** Positions in `windows`. */
  readonly windowOf: Int32Array;
  /** How much a window matters where there is no room for all; 0 matters most. */
  readonly rankOf: Uint8Array;
  /** The occurrence as the backend gave it. */
  occurrence(position: number): ViewOccurrence;
  window(position: number): ViewWindow;
  /** Positions of the occurrences of one window, earliest first. */
  ofWindow(window: number): Int32Array;
}

/** What closes most stands first; when one may release comes before a mere warning. */
const RANKS = {
  block: 0,
  approval: 1,
  open: 2,
  warn: 3,
} satisfies Record<WindowLook, number>;

/**
 * Indexes a view in linear time; in O(n log n) when its occurrences are not in order.
 * An occurrence that names no window or no period is left out: it cannot be shown.
 */
export function indexOccurrences(
  view: Pick<CalendarView, 'windows' | 'occurrences'>,
): OccurrenceIndex {
  const { windows, occurrences } = view;
  const order: number[] = [];
  const parsedStarts = new Float64Array(occurrences.length);
  const parsedEnds = new Float64Array(occurrences.length);
  let sorted = true;
  let latest = -Infinity;
  occurrences.forEach(({ window, start, end }, source) => {
    const from = Date.parse(start);
    const to = Date.parse(end);
    if (!(from < to) || windows[window] === undefined) return;
    parsedStarts[source] = from;
    parsedEnds[source] = to;
    sorted &&= from >= latest;
    latest = from;
    order.push(source);
  });
  if (!sorted) order.sort((a, b) => parsedStarts[a] - parsedStarts[b]);

  const sources = Int32Array.from(order);
  const starts = Float64Array.from(sources, source => parsedStarts[source]);
  const ends = Float64Array.from(sources, source => parsedEnds[source]);
  const windowOf = Int32Array.from(
    sources,
    source => occurrences[source].window,
  );
  const { begins, positions } = groupByWindow(windowOf, windows.length);
  return {
    windows,
    count: sources.length,
    starts,
    ends,
    windowOf,
    rankOf: Uint8Array.from(windows, window => RANKS[windowLook(window)]),
    occurrence: position => occurrences[sources[position]],
    window: position => windows[windowOf[position]],
    ofWindow: window => positions.subarray(begins[window], begins[window + 1]),
  };
}

/** A counting sort: it keeps the order of the starts within each window. */
function groupByWindow(windowOf: Int32Array, windows: number) {
  const begins = new Int32Array(windows + 1);
  for (const window of windowOf) begins[window + 1] += 1;
  for (let window = 0; window < windows; window++) {
    begins[window + 1] += begins[window];
  }
  const next = begins.slice(0, windows);
  const positions = new Int32Array(windowOf.length);
  windowOf.forEach((window, position) => {
    positions[next[window]] = position;
    next[window] += 1;
  });
  return { begins, positions };
}
