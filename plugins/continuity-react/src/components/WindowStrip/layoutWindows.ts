import type { EntityWindow } from '@continuity/plugin-continuity-common';

/** One period of a window, placed on the axis. */
export interface Bar {
  window: EntityWindow;
  /** Distance from the axis's begin and length, both as a share of the axis, 0 to 1. */
  left: number;
  width: number;
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
 */
export function layoutWindows(
  windows: readonly EntityWindow[],
  from: number,
  to: number,
): Row[] {
  const rows = new Map<string, Row>();
  for (const window of windows) {
    const start = Date.parse(window.occurrence.start);
    const end = Date.parse(window.occurrence.end);
    if (!(start < to && end > from)) continue;
    const key = `${window.calendarRef}#${window.windowId}`;
    const row = rows.get(key) ?? { key, window, bars: [] };
    const left = position(start, from, to);
    row.bars.push({ window, left, width: position(end, from, to) - left });
    rows.set(key, row);
  }
  return [...rows.values()].map(row => ({
    ...row,
    bars: row.bars.sort((a, b) => a.left - b.left),
  }));
}
