import { useNow, useReader } from '@continuity/plugin-continuity-react';
import { useMemo } from 'react';
import type { CalendarAddress } from '../address/calendarAddress';
import { periodOf, type Period } from '../address/period';
import type { CivilDay } from '../time/civilDay';
import { timeWords, type TimeWords } from '../time/timeWords';
import {
  civilDayAt,
  firstWeekday,
  zoneDays,
  type ZoneDay,
} from '../time/zoneDays';

export interface ShownPeriod {
  period: Period;
  days: ZoneDay[];
  /** The day that the address means. */
  day: CivilDay;
  today: CivilDay;
  words: TimeWords;
  /** Epoch milliseconds. */
  now: number;
  firstWeekday: number;
  /** ISO 8601 instants of its begin and its end. */
  from: string;
  to: string;
}

/** The days that an address describes, on the wall clock that it asks for. */
export function usePeriod(address: CalendarAddress): ShownPeriod {
  const { view, scale, zone } = address;
  const reader = useReader();
  const { locale } = reader;
  const timeZone = zone ?? reader.timeZone;
  const now = useNow();
  const today = civilDayAt(now, timeZone);
  const day = address.day ?? today;
  const first = firstWeekday(locale);
  const period = useMemo(
    () => periodOf({ view, scale, day, firstWeekday: first, locale }),
    [view, scale, day, first, locale],
  );
  // Equal periods are the same days: nothing is asked or laid out anew within one.
  const days = useMemo(
    () => zoneDays(period.first, period.count, timeZone),
    [period.first, period.count, timeZone],
  );
  const words = useMemo(() => timeWords(locale, timeZone), [locale, timeZone]);
  return {
    period,
    days,
    day,
    today,
    words,
    now,
    firstWeekday: first,
    from: new Date(days[0].start).toISOString(),
    to: new Date(days[days.length - 1].end).toISOString(),
  };
}
