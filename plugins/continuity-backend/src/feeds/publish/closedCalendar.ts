import {
  formatInstant,
  type FreezeCalendar,
  type Instant,
} from '@continuity/engine';
import type { UnreadableCalendar } from '../../catalog';

/** No window of a calendar that cannot be read is written beside it. */
const NOTICE_ID = 'cannot-be-read';

/** A window has to have one, and of this calendar nobody can tell. */
const NOBODY_KNOWS = 'group:default/unknown';

/**
 * A calendar that was never good, as a feed shows it: one whole-day freeze on every day
 * until somebody mends it, since that is what the gate makes of it. Who follows the feed
 * with a program thus finds closed what is closed, instead of nothing.
 *
 * @param since - From which day on it is shown.
 */
export function closedCalendar(
  {
    ref,
    title,
    owner = NOBODY_KNOWS,
    origin,
    problem,
    scope,
  }: UnreadableCalendar,
  since: Instant,
): FreezeCalendar {
  const day = formatInstant(since).slice(0, 10);
  return {
    ref,
    title,
    owner,
    origin,
    windows: [
      {
        id: NOTICE_ID,
        title: `Closed: calendar "${title}" cannot be read`,
        reason: `Nobody knows what ${ref} freezes, so everything that it is for is closed, rollbacks included. ${problem} Its owner has to mend it; then its windows are shown here instead.`,
        owner,
        effect: 'freeze',
        enforcement: 'block',
        onRunning: 'finish',
        rollbacksExempt: false,
        timezone: 'UTC',
        start: `${day}T00:00:00`,
        length: { by: 'duration', duration: 'P1D' },
        allDay: true,
        rrule: 'FREQ=DAILY',
        rdates: [],
        exdates: [],
        overrides: [],
        scope: scope ?? {},
      },
    ],
  };
}
