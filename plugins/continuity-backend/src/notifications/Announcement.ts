import { createHash } from 'node:crypto';
import {
  formatInstant,
  type FreezeWindow,
  type Instant,
  type Occurrence,
} from '@continuity/engine';
import type { Audience } from './Concerned';
import type { FreezeFacts } from './freezeNews';

/** A freeze that people were told of, until it is over. */
export interface Announcement {
  calendarRef: string;
  windowId: string;
  start: Instant;
  end: Instant;
  /** When there is something to say next: a reminder, or that it is lifted. */
  dueAt: Instant;
  facts: FreezeFacts;
}

/** A window, and whose it is. */
export interface WindowIdentity {
  calendarRef: string;
  calendarTitle: string;
  window: FreezeWindow;
}

/** A name for what is said of one occurrence; the same on every replica. */
export function threadOf(
  { calendarRef, window }: Pick<WindowIdentity, 'calendarRef' | 'window'>,
  { start }: Pick<Occurrence, 'start'>,
): string {
  return createHash('sha256')
    .update(JSON.stringify([calendarRef, window.id, start]))
    .digest('hex');
}

/** What is said of an occurrence of a window whatever happens to it. */
export function factsOf(
  { calendarRef, calendarTitle, window }: WindowIdentity,
  occurrence: Occurrence,
  { services, recipients }: Audience,
  thread: string,
): FreezeFacts {
  const { id, enforcement, rollbacksExempt, timezone, link } = window;
  return {
    thread,
    calendar: { ref: calendarRef, title: calendarTitle },
    window: {
      id,
      title: occurrence.title ?? window.title,
      reason: occurrence.reason ?? window.reason,
      enforcement,
      rollbacksExempt,
      timezone,
      ...(link !== undefined && { link }),
    },
    occurrence: {
      ...spanOf(occurrence),
      ...(occurrence.note !== undefined && { note: occurrence.note }),
    },
    services,
    recipients,
  };
}

/** An occurrence as it stands in the ledger. */
export function spanOf({ start, end }: Pick<Occurrence, 'start' | 'end'>): {
  start: string;
  end: string;
} {
  return { start: formatInstant(start), end: formatInstant(end) };
}

/**
 * An occurrence that is announced now.
 *
 * @param reminders - milliseconds before the start at which people are reminded; those
 * that have passed are left out
 */
export function announce(
  facts: FreezeFacts,
  { start, end }: Pick<Occurrence, 'start' | 'end'>,
  reminders: readonly number[],
  now: Instant,
): Announcement {
  return {
    calendarRef: facts.calendar.ref,
    windowId: facts.window.id,
    start,
    end,
    dueAt: nextDue({ start, end }, reminders, now),
    facts,
  };
}

/** When there is something to say after a moment: the next reminder, or else the end. */
export function nextDue(
  { start, end }: Pick<Occurrence, 'start' | 'end'>,
  reminders: readonly number[],
  now: Instant,
): Instant {
  const ahead = reminders.map(ms => start - ms).filter(at => at > now);
  return ahead.length > 0 ? Math.min(...ahead) : end;
}
