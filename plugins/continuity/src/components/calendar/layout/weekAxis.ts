import { wallMidnight } from '../time/civilDay';
import type { ZoneDay } from '../time/zoneDays';

const MINUTE_MS = 60_000;
export const DAY_MINUTES = 1440;

/** A stretch of the axis, in minutes from its begin. */
export interface Stretch {
  from: number;
  to: number;
}

/** A wall-clock hour of the axis. */
export interface AxisHour {
  /** 0 to 23. */
  hour: number;
  /** Minutes from the begin of the axis. */
  at: number;
  /** The clocks show it a second time here, on the day on which they go back. */
  again: boolean;
}

/**
 * The wall clock of a week, from top to bottom, the same for all its days.
 *
 * Clocks that go back show some hours twice. The axis then holds these hours twice, and
 * the other days have nothing there. Clocks that go forward skip some; the day has
 * nothing there. So a day of 25 hours shows 25, one of 23 shows 23, and 18:00 stands at
 * the same height on each.
 */
export interface WeekAxis {
  /** Minutes; 1440 in a week in which no clock goes back. */
  readonly length: number;
  readonly hours: readonly AxisHour[];
  /** The stretches that a day does not have, by the day's position. */
  readonly missing: readonly (readonly Stretch[])[];
  /**
   * Where an instant of a day stands, in minutes from the begin of the axis.
   *
   * @param day - position of the day
   * @param at - epoch milliseconds, from the day's start to its end, both inclusive
   * @param edge - an end on the brink of a missing stretch stands before it, a start after
   */
  place(day: number, at: number, edge: 'start' | 'end'): number;
}

/** A repeated stretch: clocks show `from` to `to` a second time from `to` on. */
interface Fold extends Stretch {
  day: number;
}

/** Lays the axis of a week. @param days - the days of one zone, in order */
export function weekAxis(days: readonly ZoneDay[]): WeekAxis {
  const folds = days
    .flatMap((day, position) => foldOf(day, position) ?? [])
    .sort((a, b) => a.to - b.to);
  const length = folds.reduce(
    (sum, fold) => sum + fold.to - fold.from,
    DAY_MINUTES,
  );

  const place: WeekAxis['place'] = (position, at, edge) => {
    const day = days[position];
    const { change } = day;
    const back = change && (edge === 'end' ? at > change.at : at >= change.at);
    const offset = back ? change.after : day.offset;
    const wall = (at + offset - wallMidnight(day.day)) / MINUTE_MS;
    let placed = wall;
    for (const fold of folds) {
      const passed =
        fold.day === position
          ? back
          : wall > fold.to || (wall === fold.to && edge === 'start');
      if (passed) placed += fold.to - fold.from;
    }
    return placed;
  };

  return {
    length,
    place,
    hours: hoursOf(folds),
    missing: days.map((day, position) => {
      if (day.end <= day.start) return [{ from: 0, to: length }];
      return gapsOf(day, position, folds, length, place);
    }),
  };
}

function foldOf(day: ZoneDay, position: number): Fold | undefined {
  const { change } = day;
  if (!change || change.after >= change.before) return undefined;
  const wall = (offset: number) =>
    (change.at + offset - wallMidnight(day.day)) / MINUTE_MS;
  return { day: position, from: wall(change.after), to: wall(change.before) };
}

function hoursOf(folds: readonly Fold[]): AxisHour[] {
  const hours: AxisHour[] = [];
  for (let hour = 0; hour < 24; hour++) {
    const wall = hour * 60;
    const before = folds
      .filter(fold => fold.to <= wall)
      .reduce((sum, fold) => sum + fold.to - fold.from, 0);
    hours.push({ hour, at: wall + before, again: false });
  }
  for (const fold of folds) {
    const before = folds
      .filter(other => other.to < fold.to)
      .reduce((sum, other) => sum + other.to - other.from, 0);
    const first = Math.ceil(fold.from / 60);
    for (let hour = first; hour * 60 < fold.to; hour++) {
      const at = before + fold.to + (hour * 60 - fold.from);
      hours.push({ hour: ((hour % 24) + 24) % 24, at, again: true });
    }
  }
  return hours.sort((a, b) => a.at - b.at);
}

function gapsOf(
  day: ZoneDay,
  position: number,
  folds: readonly Fold[],
  length: number,
  place: WeekAxis['place'],
): Stretch[] {
  const gaps: Stretch[] = [
    { from: 0, to: place(position, day.start, 'end') },
    { from: place(position, day.end, 'end'), to: length },
  ];
  const { change } = day;
  if (change && change.after > change.before) {
    const skipped = (change.after - change.before) / MINUTE_MS;
    const to = place(position, change.at, 'start');
    gaps.push({ from: to - skipped, to });
  }
  let before = 0;
  for (const fold of folds) {
    const long = fold.to - fold.from;
    if (fold.day !== position) {
      gaps.push({ from: fold.to + before, to: fold.to + before + long });
    }
    before += long;
  }
  return gaps
    .filter(gap => gap.to > gap.from)
    .sort((a, b) => a.from - b.from)
    .reduce<Stretch[]>((joined, gap) => {
      const last = joined.at(-1);
      if (last && gap.from <= last.to) last.to = Math.max(last.to, gap.to);
      else joined.push({ ...gap });
      return joined;
    }, []);
}
