import type { WallTime } from '../../clock/wallTime';
import type { ZoneClock } from '../../clock/ZoneClock';
import { clockOf } from '../../occurrences/sharedClock';
import { wallOf } from '../../occurrences/windowLength';
import { parseRecurrenceRule } from '../../recurrence/parseRecurrenceRule';
import { describeScope } from '../../scope/describeScope';
import type {
  FreezeCalendar,
  FreezeWindow,
  OccurrenceOverride,
  WindowLength,
} from '../../types';
import { OURS, RDATE_END } from '../continuityProperties';
import { exportRule } from '../recurrenceText';
import { EventStarts } from '../series/EventStarts';
import { wallAfter } from '../series/lasting';
import { escapeText, icalDate, icalWall, line } from './contentLine';

/** What every event of a file carries. */
export interface EventStamp {
  /** DTSTAMP and LAST-MODIFIED, as written. */
  at: string;
  sequence: number;
}

/** RFC 5545 3.3.6 knows neither years and months nor fractions, and weeks alone. */
const EXPRESSIBLE =
  /^P(?:\d+W|\d+D|(?:\d+D)?T(?:\d+H(?:\d+M(?:\d+S)?)?|\d+M(?:\d+S)?|\d+S))$/;

/** Names of CSS3 (RFC 7986 5.9); the text says the same. */
const COLORS = { block: 'firebrick', approval: 'darkorange', warn: 'gold' };

class EventWriter {
  readonly #calendar: FreezeCalendar;
  readonly #window: FreezeWindow;
  readonly #stamp: EventStamp;
  readonly #clock: ZoneClock;
  readonly #start: WallTime;
  readonly #extraEnds: Map<WallTime, WallTime>;

  constructor(
    calendar: FreezeCalendar,
    window: FreezeWindow,
    stamp: EventStamp,
  ) {
    this.#calendar = calendar;
    this.#window = window;
    this.#stamp = stamp;
    this.#clock = clockOf(window.timezone);
    this.#start = wallOf(window.start);
    this.#extraEnds = new Map(
      window.rdates.flatMap(({ start, end }) =>
        end === undefined ? [] : [[wallOf(start), wallOf(end)]],
      ),
    );
  }

  master(): string[] {
    const { rrule, rdates, exdates, length, allDay } = this.#window;
    const first = this.#first();
    const rule =
      rrule === undefined ? undefined : exportRule(rrule, this.#clock, allDay);
    return [
      line('BEGIN', 'VEVENT'),
      ...this.#head(),
      this.#time('DTSTART', first),
      ...this.#length(length, this.#start, first),
      ...(rule === undefined ? [] : [line('RRULE', rule)]),
      ...rdates.map(({ start, end }) =>
        this.#time(
          'RDATE',
          wallOf(start),
          // Its colons would need quotes that not every program reads.
          end === undefined ? {} : { [RDATE_END]: icalWall(wallOf(end)) },
        ),
      ),
      ...exdates.map(exdate => this.#time('EXDATE', wallOf(exdate))),
      ...this.#words(this.#window.title, this.#window.reason),
      ...this.#conventions(),
      ...this.#ours(this.#window.reason),
      ...(first === this.#start
        ? []
        : [line(OURS.start, escapeText(this.#window.start))]),
      ...(rule === rrule || rrule === undefined
        ? []
        : [line(OURS.rrule, escapeText(rrule))]),
      line('END', 'VEVENT'),
    ];
  }

  /** Overridden occurrences, and extra dates with an end of their own. */
  singles(): string[] {
    const overrides = new Map(
      this.#window.overrides.map(one => [wallOf(one.occurrence), one]),
    );
    const cancelled = new Set(this.#window.exdates.map(wallOf));
    return [...new Set([...overrides.keys(), ...this.#extraEnds.keys()])]
      .filter(wall => !cancelled.has(wall))
      .sort((one, other) => one - other)
      .flatMap(wall => this.#single(wall, overrides.get(wall)));
  }

  #single(
    occurrence: WallTime,
    override: OccurrenceOverride | undefined,
  ): string[] {
    const { title, reason, length } = this.#window;
    const start =
      override?.start === undefined ? occurrence : wallOf(override.start);
    const extraEnd = this.#extraEnds.get(occurrence);
    const said = (['start', 'length', 'title', 'reason'] as const).filter(
      part => override?.[part] !== undefined,
    );
    // It says nothing that the others do not.
    if (said.length === 0 && extraEnd === undefined) return [];
    let lengthLines: string[];
    if (override?.length) {
      lengthLines = this.#length(override.length, start, start);
    } else if (extraEnd !== undefined) {
      lengthLines = [this.#time('DTEND', start + extraEnd - occurrence)];
    } else {
      lengthLines = this.#length(length, this.#start, start);
    }
    return [
      line('BEGIN', 'VEVENT'),
      ...this.#head(),
      this.#time('RECURRENCE-ID', occurrence),
      this.#time('DTSTART', start),
      ...lengthLines,
      ...this.#words(override?.title ?? title, override?.reason ?? reason),
      ...this.#conventions(),
      ...this.#ours(override?.reason ?? reason),
      ...(said.length === 0 ? [] : [line(OURS.override, said.join(','))]),
      line('END', 'VEVENT'),
    ];
  }

  /**
   * DTSTART has to be an occurrence: programs show it whatever the rule says, a
   * window begins with the first that its rule yields.
   */
  #first(): WallTime {
    const { rrule } = this.#window;
    const parsed = rrule === undefined ? undefined : parseRecurrenceRule(rrule);
    if (!parsed?.ok) return this.#start;
    const starts = new EventStarts(this.#clock, this.#start, parsed.rule, []);
    return starts.firstExcept(new Set(), this.#start) ?? this.#start;
  }

  #head(): string[] {
    const { at, sequence } = this.#stamp;
    return [
      line('UID', escapeText(`${this.#window.id}@${this.#calendar.ref}`)),
      line('DTSTAMP', at),
      line('LAST-MODIFIED', at),
      line('SEQUENCE', String(sequence)),
    ];
  }

  #time(
    name: string,
    wall: WallTime,
    params: Record<string, string> = {},
  ): string {
    const { allDay, timezone } = this.#window;
    if (allDay) return line(name, icalDate(wall), { VALUE: 'DATE', ...params });
    return timezone === 'UTC'
      ? line(name, `${icalWall(wall)}Z`, params)
      : line(name, icalWall(wall), { TZID: timezone, ...params });
  }

  /**
   * How long an occurrence is that starts at `start`. A length on the clock is a
   * DTEND, a duration a DURATION: what they do when clocks change differs. Of all-day
   * events programs expect DTEND.
   *
   * @param from - The start that the length was declared with.
   */
  #length(length: WindowLength, from: WallTime, start: WallTime): string[] {
    if (length.by === 'end') {
      return [this.#time('DTEND', start + wallOf(length.end) - from)];
    }
    const { duration } = length;
    if (!this.#window.allDay && EXPRESSIBLE.test(duration)) {
      return [line('DURATION', duration)];
    }
    const end = wallAfter(duration, start, this.#clock) ?? start;
    return [
      this.#time('DTEND', end),
      line(OURS.duration, escapeText(duration)),
    ];
  }

  #words(title: string, reason: string): string[] {
    const { link, effect } = this.#window;
    return [
      line('SUMMARY', escapeText(title)),
      line('DESCRIPTION', escapeText(this.#description(reason))),
      ...(link === undefined ? [] : [line('URL', link)]),
      line('CATEGORIES', effect.toLocaleUpperCase('en-US')),
    ];
  }

  #description(reason: string): string {
    const { scope, rollbacksExempt, owner, allDay, timezone } = this.#window;
    const whom = describeScope(scope);
    return [
      reason,
      '',
      this.#effect(),
      ...(whom.length > 0 ? whom : ['For everything.']),
      rollbacksExempt
        ? 'Rollbacks to a proven version may go ahead.'
        : 'Rollbacks are held back too.',
      ...(allDay ? [`The days are those of ${timezone}.`] : []),
      `Calendar: ${this.#calendar.title}. Owner: ${owner}.`,
    ].join('\n');
  }

  #effect(): string {
    const { effect, enforcement } = this.#window;
    const otherwise = {
      block: 'no release may go ahead',
      approval: 'a release needs an approval',
      warn: 'a release goes ahead with a warning',
    }[enforcement];
    return effect === 'freeze'
      ? `Freeze: ${otherwise}.`
      : `Maintenance window: releases may go ahead; outside of it ${otherwise}.`;
  }

  /**
   * What Google Calendar and Outlook look for. A freeze makes nobody busy, and who may
   * see the calendar may see it.
   */
  #conventions(): string[] {
    const { effect, enforcement, allDay } = this.#window;
    return [
      line('STATUS', 'CONFIRMED'),
      line('CLASS', 'PUBLIC'),
      line('TRANSP', 'TRANSPARENT'),
      line('COLOR', effect === 'freeze' ? COLORS[enforcement] : 'seagreen'),
      line('X-MICROSOFT-CDO-BUSYSTATUS', 'FREE'),
      line('X-MICROSOFT-CDO-ALLDAYEVENT', allDay ? 'TRUE' : 'FALSE'),
    ];
  }

  #ours(reason: string): string[] {
    const { id, effect, enforcement, onRunning, rollbacksExempt, owner } =
      this.#window;
    const { scope, allDay, timezone } = this.#window;
    return [
      line(OURS.window, id),
      line(OURS.effect, effect),
      line(OURS.enforcement, enforcement),
      line(OURS.onRunning, onRunning),
      line(OURS.rollbacksExempt, rollbacksExempt ? 'TRUE' : 'FALSE'),
      line(OURS.owner, escapeText(owner)),
      line(OURS.reason, escapeText(reason)),
      ...(Object.keys(scope).length === 0
        ? []
        : [line(OURS.scope, escapeText(JSON.stringify(scope)))]),
      ...(allDay ? [line(OURS.timezone, timezone)] : []),
    ];
  }
}

/** A window as VEVENTs: one for all its occurrences, and one for each that differs. */
export function eventLines(
  calendar: FreezeCalendar,
  window: FreezeWindow,
  stamp: EventStamp,
): string[] {
  const writer = new EventWriter(calendar, window, stamp);
  return [...writer.master(), ...writer.singles()];
}

/** The clock times that a window's events name: they bound the years of its zone. */
export function wallsOf(window: FreezeWindow): WallTime[] {
  return [
    wallOf(window.start),
    ...window.rdates.map(({ start }) => wallOf(start)),
    ...window.overrides.flatMap(({ start }) =>
      start === undefined ? [] : wallOf(start),
    ),
  ];
}
