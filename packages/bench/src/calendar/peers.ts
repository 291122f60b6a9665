import { RRule, rrulestr } from 'rrule';
import { RRuleTemporal } from 'rrule-temporal';
import type { PlainWindow } from './world';

const HOUR_MS = 3_600_000;

/** Whether a window is in force at a moment. */
export type IsActive = (at: number) => boolean;

const compact = (text: string) => text.replace(/[-:]/g, '');

const ics = ({ timezone, start, rrule }: PlainWindow) =>
  `DTSTART;TZID=${timezone}:${compact(start)}\nRRULE:${rrule}`;

/** `rrule` used directly, its rule parsed beforehand. */
export function withRRule(window: PlainWindow): IsActive {
  const rule = rrulestr(ics(window), { cache: true });
  if (!(rule instanceof RRule)) throw new Error('is a set of rules');
  return at => {
    const last = rule.before(new Date(at), true);
    return last !== null && last.getTime() + window.hours * HOUR_MS > at;
  };
}

/** `rrule-temporal` used directly, its rule parsed beforehand. */
export function withRRuleTemporal(window: PlainWindow): IsActive {
  const rule = new RRuleTemporal({ rruleString: ics(window), cache: true });
  return at => {
    const last = rule.previous(new Date(at), true);
    return (
      last !== null && last.epochMilliseconds + window.hours * HOUR_MS > at
    );
  };
}
