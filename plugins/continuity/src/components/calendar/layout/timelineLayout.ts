import { joinRuns, type Run } from './joinRuns';
import { LanePacker } from './LanePacker';
import type { OccurrenceIndex } from './occurrenceIndex';

/** A window in a row of the timeline; `from` and `to` are shares of the axis, 0 to 1. */
export interface TimelineBar extends Run {
  lane: number;
  /** Share of the axis behind it that is free in its lane, for words that it has no room for. */
  room: number;
}

export interface TimelineRowLayout {
  /** In the order of their begin. */
  bars: TimelineBar[];
  /** How many lanes are in use; at least one. */
  lanes: number;
  /** How many occurrences there was no lane for. */
  hidden: number;
}

export interface TimelineOptions {
  /** Epoch milliseconds of the begin and the end of the axis. */
  from: number;
  to: number;
  lanes: number;
  /** Shares of the axis: the shortest bar that can be seen and hit, and what is between two. */
  least: number;
  gap: number;
}

/**
 * Lays the windows of one row out over the axis. Occurrences of a window that could not
 * be told apart become one bar; what matters most gets a lane first.
 *
 * O(n log n) in the number of occurrences of these windows.
 *
 * @param windows - positions of the row's windows
 */
export function layoutTimelineRow(
  index: OccurrenceIndex,
  windows: readonly number[],
  options: TimelineOptions,
): TimelineRowLayout {
  const { least, gap } = options;
  const runs = windows.flatMap(window => {
    const rank = index.rankOf[window];
    return joinRuns(shares(index, window, options), { least, gap }).map(
      run => ({ ...run, rank }),
    );
  });
  runs.sort(
    (a, b) =>
      a.rank - b.rank || b.to - b.from - (a.to - a.from) || a.from - b.from,
  );
  const packer = new LanePacker(options.lanes);
  let hidden = 0;
  const bars = runs.flatMap(({ rank: _, ...run }) => {
    const end = Math.max(run.to, run.from + least) + gap;
    const lane = packer.place(run.from, end);
    if (lane >= 0) return { ...run, lane, end };
    hidden += run.count;
    return [];
  });
  bars.sort((a, b) => a.from - b.from || a.lane - b.lane);
  return { bars: withRoom(bars), lanes: Math.max(packer.used, 1), hidden };
}

/** @param bars - in the order of their begin; `end` is where the next may begin */
function withRoom(
  bars: readonly (Omit<TimelineBar, 'room'> & { end: number })[],
): TimelineBar[] {
  const next = new Map<number, number>();
  return [...bars]
    .reverse()
    .map(({ end, ...bar }) => {
      const room = Math.max((next.get(bar.lane) ?? 1) - end, 0);
      next.set(bar.lane, bar.from);
      return { ...bar, room };
    })
    .reverse();
}

function* shares(
  index: OccurrenceIndex,
  window: number,
  { from, to }: TimelineOptions,
) {
  const share = (at: number) =>
    (Math.min(Math.max(at, from), to) - from) / (to - from);
  for (const position of index.ofWindow(window)) {
    const start = index.starts[position];
    const end = index.ends[position];
    if (start < to && end > from) {
      yield { position, from: share(start), to: share(end) };
    }
  }
}
