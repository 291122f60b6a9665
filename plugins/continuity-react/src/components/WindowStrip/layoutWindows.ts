import type { EntityWindow } from '@continuity/plugin-continuity-common';

/** One period of a window, placed on the axis. */
export interface Bar {
  window: EntityWindow;
  /** Distance from the axis's begin and length, both as a share of the axis, 0 to 1. */
  left: number;
  width: number;
  /** How many periods are drawn as this one, because they stand too close together. */
  count: number;
  /** ISO 8601 instant at which the last of them ends. */
  until: string;
}

/** One window with all its periods. */
export interface Row {
  key: string;
  window: EntityWindow;
  bars: Bar[];
}

/**
 * Where an instant stands on an axis, 0 at its begin and 1 at its end; clamped.
 * All parameters are epoch milliseconds.
 */
export function position(at: number, from: number, to: number): number {
  return Math.min(Math.max((at - from) / (to - from), 0), 1);
}

/**
 * One row for each window, in the order in which the windows first come into force.
 * A period that only touches the axis at one end is left out: ends are exclusive.
 *
 * @param from - begin of the axis, epoch milliseconds
 * @param to - end of the axis, epoch milliseconds
 * @param grain - share of the axis, 0 to 1: periods of a window that are less than this
 * apart are drawn as one
 */
export function layoutWindows(
  windows: readonly EntityWindow[],
  from: number,
  to: number,
  grain: number = 0,
): Row[] {
  const rows = new Map<string, Row>();
  for (const window of windows) {
    const start = Date.parse(window.occurrence.start);
    const end = Date.parse(window.occurrence.end);
    if (!(start < to && end > from)) continue;
    const key = `${window.calendarRef}#${window.windowId}`;
    const row = rows.get(key) ?? { key, window, bars: [] };
    const left = position(start, from, to);
    const width = position(end, from, to) - left;
    const until = window.occurrence.end;
    row.bars.push({ window, left, width, count: 1, until });
    rows.set(key, row);
  }
  return [...rows.values()].map(row => ({
    ...row,
    bars: joinNeighbours(
      row.bars.sort((a, b) => a.left - b.left),
      grain,
    ),
  }));
}

function joinNeighbours(bars: Bar[], grain: number): Bar[] {
  const joined: Bar[] = [];
  for (const bar of bars) {
    const last = joined.at(-1);
    if (last && bar.left - (last.left + last.width) < grain) {
      const end = Math.max(last.left + last.width, bar.left + bar.width);
      last.width = end - last.left;
      last.count += 1;
      last.until = bar.until;
    } else {
      joined.push(bar);
    }
  }
  return joined;
}
