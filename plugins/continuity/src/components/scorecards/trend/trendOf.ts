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
