import type { EntityWindows } from '@continuity/plugin-continuity-common';
import {
  daysFrom,
  useEntityWindows,
  useNow,
  useReader,
  type Day,
  type Resource,
} from '@continuity/plugin-continuity-react';
import { useMemo } from 'react';

/** How far ahead the tab looks. */
export const DAYS = 90;

export interface UpcomingWindows {
  windows: Resource<EntityWindows>;
  /** The reader's next 90 days, today first. */
  days: Day[];
  /** Epoch milliseconds. */
  now: number;
}

/** When windows are in force for a service, over the next 90 days of the reader. */
export function useUpcomingWindows(entityRef: string): UpcomingWindows {
  const { timeZone } = useReader();
  const now = useNow();
  const today = daysFrom(now, 1, timeZone)[0].start;
  // Stays the same until the reader's midnight, and so do the question and its answer.
  const days = useMemo(
    () => daysFrom(today, DAYS, timeZone),
    [today, timeZone],
  );
  const windows = useEntityWindows(entityRef, {
    from: new Date(days[0].start).toISOString(),
    to: new Date(days[days.length - 1].end).toISOString(),
  });
  return { windows, days, now };
}

/**
 * The zone that an instant was meant in, where a window begins or ends at it. The gate
 * answers with instants only; the calendar that they come from has the zone.
 */
export function zonesOfInstants(
  windows: Resource<EntityWindows>,
): (at: string) => string | undefined {
  const zones = new Map<number, string>();
  if (windows.state === 'ready') {
    for (const { occurrence } of windows.value.items) {
      zones.set(Date.parse(occurrence.start), occurrence.timezone);
      zones.set(Date.parse(occurrence.end), occurrence.timezone);
    }
  }
  return at => zones.get(Date.parse(at));
}
