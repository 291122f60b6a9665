import type { Instant } from '../../../time';
import { DAY_MS } from '../../clock/wallTime';
import { wallOf } from '../../occurrences/windowLength';
import type { HolidayCalendar } from '../../peaks/types';
import type { CalendarFinding } from '../../types';

/** Long enough for somebody to look up next year's holidays. */
const NOTICE_DAYS = 90;

/** `holidays-run-out`: a list of holidays that ends soon, has ended, or has not begun. */
export function holidaysRunOut(
  { ref, from, until }: HolidayCalendar,
  now: Instant,
): CalendarFinding[] {
  const ends = wallOf(until) + DAY_MS;
  const say = (message: string): CalendarFinding[] => [
    {
      rule: 'holidays-run-out',
      severity: 'warning',
      message,
      remedy: `Add the holidays of the years to come to spec.days of ${ref}, and set spec.until when its last year is not complete.`,
      dates: [until],
    },
  ];
  if (ends <= now) {
    return say(
      `${ref} lists holidays until ${until}, which is over: working days are counted by weekends alone.`,
    );
  }
  if (wallOf(from) > now) {
    return say(
      `${ref} lists holidays from ${from} on: until then working days are counted by weekends alone.`,
    );
  }
  if (ends - now >= NOTICE_DAYS * DAY_MS) return [];
  const days = Math.ceil((ends - now) / DAY_MS);
  return say(
    `${ref} lists holidays until ${until}, ${days} ${
      days === 1 ? 'day' : 'days'
    } from now; after that working days are counted by weekends alone.`,
  );
}
