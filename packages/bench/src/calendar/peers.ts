import { rrulestr } from 'rrule';
import { RRuleTemporal } from 'rrule-temporal';
import type { PlainWindow } from './windows';

const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

export interface Span {
  start: number;
  end: number;
}

/** One window, told to a recurrence library and read by it beforehand. */
export interface PeerWindow {
  window: PlainWindow;
  /** The times it takes place that overlap a period, by start. */
  between(from: number, to: number): Span[];
  /** Whether it takes place at a moment. */
  isActive(at: number): boolean;
}

export type Peer = (window: PlainWindow) => PeerWindow;

/**
 * `rrule` used directly. Without its own cache, which remembers answers by the moments
 * that were asked about: no moment comes twice here, and the longer it grows the slower
 * it is.
 */
export const withRRule: Peer = window => {
  const rule = rrulestr(ics(window), { cache: false });
  const endOf = ends(window);
  return {
    window,
    between: (from, to) =>
      overlapping(
        rule
          .between(new Date(from - longest(window)), new Date(to - 1), true)
          .map(date => date.getTime()),
        endOf,
        from,
      ),
    isActive: at => {
      const last = rule.before(new Date(at), true);
      return last !== null && endOf(last.getTime()) > at;
    },
  };
};

/** `rrule-temporal` used directly. */
export const withRRuleTemporal: Peer = window => {
  const rule = new RRuleTemporal({ rruleString: ics(window) });
  const endOf = ends(window);
  return {
    window,
    between: (from, to) =>
      overlapping(
        rule
          .between(new Date(from - longest(window)), new Date(to - 1), true)
          .map(date => date.epochMilliseconds),
        endOf,
        from,
      ),
    isActive: at => {
      const last = rule.previous(new Date(at), true);
      return last !== null && endOf(last.epochMilliseconds) > at;
    },
  };
};

function ics({ timezone, start, rrule, exdates }: PlainWindow): string {
  const compact = (text: string) => text.replace(/[-:]/g, '');
  return [
    `DTSTART;TZID=${timezone}:${compact(start)}`,
    `RRULE:${rrule ?? 'FREQ=DAILY;COUNT=1'}`,
    ...(exdates.length > 0
      ? [`EXDATE;TZID=${timezone}:${exdates.map(compact).join(',')}`]
      : []),
  ].join('\n');
}

/** The libraries know starts only; days are counted on the clock. */
function ends({ timezone, length }: PlainWindow): (start: number) => number {
  return 'hours' in length
    ? start => start + length.hours * HOUR_MS
    : start => {
        const offsetAt = offsetsOf(timezone);
        const wall = start + offsetAt(start) + length.days * DAY_MS;
        return wall - offsetAt(wall - offsetAt(start));
      };
}

function longest({ length }: PlainWindow): number {
  return 'hours' in length
    ? length.hours * HOUR_MS
    : (length.days + 1) * DAY_MS;
}

function overlapping(
  starts: readonly number[],
  endOf: (start: number) => number,
  from: number,
): Span[] {
  return starts
    .map(start => ({ start, end: endOf(start) }))
    .filter(({ end }) => end > from);
}

const offsets = new Map<string, (at: number) => number>();

/** How far a zone's clocks are ahead of UTC; none changes them where days end here. */
function offsetsOf(timeZone: string): (at: number) => number {
  const known = offsets.get(timeZone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    timeZoneName: 'longOffset',
  });
  const offsetAt = (at: number) => {
    const [, sign, hh, mm] = /GMT(?:([+-])(\d\d):(\d\d))?$/.exec(
      format.format(at),
    ) ?? ['', '+', '0', '0'];
    const minutes = Number(hh ?? 0) * 60 + Number(mm ?? 0);
    return (sign === '-' ? -60_000 : 60_000) * minutes;
  };
  offsets.set(timeZone, offsetAt);
  return offsetAt;
}
