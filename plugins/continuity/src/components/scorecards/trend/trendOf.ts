import type {
  ScorecardDay,
  ScorecardLevel,
} from '@continuity/plugin-continuity-common';
import { countsByLevel } from '../summary/countsByLevel';

/** The end of a day. */
export interface TrendDay {
  /** `2026-03-04`. */
  day: string;
  services: number;
  /** On none of the levels, then on each of them, lowest first. */
  counts: number[];
  /** On none of the levels. */
  none: number;
  /** On the highest level. */
  top: number;
}

/** Days of a trend by the levels that the scorecard has now, oldest first. */
export function trendOf(
  levels: readonly ScorecardLevel[],
  days: readonly ScorecardDay[],
): TrendDay[] {
  return days.map(({ day, services, levels: counted }) => {
    const counts = countsByLevel(levels, counted);
    const [none = 0] = counts;
    // Without levels nothing stands on a highest one.
    const top = levels.length > 0 ? counts.at(-1) ?? 0 : 0;
    return { day, services, counts, none, top };
  });
}

/**
 * Where a line runs, for the `points` of SVG: days from left to right as far apart as they
 * are, numbers from the bottom to the top.
 *
 * @param most - the number at the top; at least one
 */
export function linePoints(
  trend: readonly TrendDay[],
  numberOf: (day: TrendDay) => number,
  { width, height, most }: { width: number; height: number; most: number },
): string {
  const times = trend.map(({ day }) => Date.parse(day));
  const [first = 0] = times;
  const span = Math.max((times.at(-1) ?? first) - first, 1);
  return trend
    .map((day, index) => {
      const x = ((times[index] - first) / span) * width;
      const y = height - (numberOf(day) / most) * height;
      return `${x.toFixed(1)},${y.toFixed(1)}`;
    })
    .join(' ');
}
