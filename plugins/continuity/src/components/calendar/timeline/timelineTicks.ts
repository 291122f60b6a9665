import type { Scale } from '../address/calendarAddress';
import { startOfMonth, weekdayOf } from '../time/civilDay';
import type { TimeWords } from '../time/timeWords';
import type { ZoneDay } from '../time/zoneDays';

/** A mark on the axis of the timeline; shares of the axis, 0 to 1. */
export interface Tick {
  key: number;
  from: number;
  to: number;
  label: string;
}

export interface TimelineTicks {
  ticks: Tick[];
  /** Saturdays and Sundays, which stand back; none on an axis on which they are hairs. */
  weekends: Tick[];
}

/** Days, weeks or months, whichever the axis has room for. */
export function timelineTicks(
  days: readonly ZoneDay[],
  scale: Scale,
  words: TimeWords,
  firstWeekday: number,
): TimelineTicks {
  const from = days[0].start;
  const length = days[days.length - 1].end - from;
  const share = (at: number) => (at - from) / length;
  const stretch = (first: number, last: number, label: string): Tick => ({
    key: days[first].day,
    from: share(days[first].start),
    to: share(days[last].end),
    label,
  });
  const begins = (position: number) => {
    const { day } = days[position];
    if (position === 0 || scale === 'month') return true;
    return scale === 'quarter'
      ? weekdayOf(day) === firstWeekday
      : startOfMonth(day) === day;
  };
  const label = (position: number) => {
    const { day } = days[position];
    if (scale === 'month') {
      // The first of a month names it, and takes the room of the second.
      const isBesideMonth = position > 0 && startOfMonth(day) === day - 1;
      return isBesideMonth ? '' : words.dayOfMonth(day);
    }
    return scale === 'year' ? words.month(day) : words.shortDay(day);
  };
  const starts = days.flatMap((_, position) =>
    begins(position) ? [position] : [],
  );
  const ticks = starts.map((first, index) =>
    stretch(first, (starts[index + 1] ?? days.length) - 1, label(first)),
  );
  const widest = Math.max(...ticks.map(tick => tick.to - tick.from));
  return {
    // A part of a week at either end has no room for words of its own.
    ticks: ticks.map(tick =>
      tick.to - tick.from < widest / 2 ? { ...tick, label: '' } : tick,
    ),
    weekends:
      scale === 'year'
        ? []
        : days.flatMap(({ day }, position) =>
            weekdayOf(day) > 5 ? [stretch(position, position, '')] : [],
          ),
  };
}
