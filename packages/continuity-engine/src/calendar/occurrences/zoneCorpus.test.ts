import type { FreezeWindow } from '../types';
import { expandWindow } from './expandWindow';

/*
 * What windows mean in zones whose clocks change, one after the other, with moments
 * worked out from the tz database outside of this code. A case reads
 *
 *   start on the clock, length = start and end in UTC (what the clocks do to them)
 *
 * where a length is `until` a time on the clock, or a duration; PnD from midnight is
 * an all-day window. What clocks show at the moments, and whether they skip or
 * repeat a time, is also asked of Intl.DateTimeFormat, in a way of its own. The
 * latest facts came with the tz database of 2025a.
 */

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

interface Case {
  start: string;
  length: FreezeWindow['length'];
  allDay: boolean;
  utc: [start: string, end: string];
  /** Of start and end: `gap`, `fold` or nothing. */
  shifts: { start?: string; end?: string };
}

function read(text: string): Case {
  const [, start, length, from, to, shifts = ''] =
    /^(\S+) (until \S+|P\S+) = (\S+) (\S+)(?: \((.+)\))?$/.exec(text) ?? [];
  return {
    start: `${start}:00`,
    length: length.startsWith('until ')
      ? { by: 'end', end: `${length.slice(6)}:00` }
      : { by: 'duration', duration: length },
    allDay: /T00:00 P\d+D /.test(text),
    utc: [from, to],
    shifts: Object.fromEntries(
      shifts
        .split(', ')
        .filter(Boolean)
        .map(shift => shift.split(' ')),
    ),
  };
}

function windowOf(
  timezone: string,
  part: Pick<FreezeWindow, 'start' | 'length'> & Partial<FreezeWindow>,
): FreezeWindow {
  return {
    id: 'corpus',
    title: 'Corpus',
    reason: 'Clocks change',
    owner: 'group:default/clockmakers',
    effect: 'freeze',
    enforcement: 'block',
    onRunning: 'finish',
    rollbacksExempt: true,
    timezone,
    allDay: false,
    rdates: [],
    exdates: [],
    overrides: [],
    scope: {},
    ...part,
  };
}

/** `2026-03-29T01:30Z`, with seconds where they matter. */
function utc(at: number): string {
  return new Date(at).toISOString().replace(/(?::00)?\.000Z$/, 'Z');
}

/** What the platform says that clocks show: `2026-03-29T03:30:00`. */
function clockOf(zone: string): (at: number) => string {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'medium',
  });
  return at => format.format(at).replace(' ', 'T');
}

/** Every moment around another one at which clocks show a time, by looking at them. */
function momentsShowing(zone: string, wall: string, around: number): number[] {
  const shown = clockOf(zone);
  const found: number[] = [];
  for (let at = around - DAY; at <= around + DAY; at += 15 * MINUTE) {
    if (shown(at) === wall) found.push(at);
  }
  return found;
}

/** What RFC 5545 3.3.5 says of each; a time in a gap is shown by no clock. */
const SHOWN = { gap: 0, fold: 2, nothing: 1 };

function expectShown(
  zone: string,
  wall: string,
  at: number,
  shift = 'nothing',
) {
  const moments = momentsShowing(zone, wall, at);
  expect(moments).toHaveLength(SHOWN[shift as keyof typeof SHOWN]);
  if (shift !== 'gap') expect(moments[0]).toBe(at);
}

describe('The three cases of the issue, in America/New_York', () => {
  const ny = 'America/New_York';
  const on = (day: string) => ({
    from: Date.parse(`${day}T00:00:00Z`),
    to: Date.parse(`${day}T00:00:00Z`) + DAY,
  });
  const daily = { rrule: 'FREQ=DAILY' };

  it('daily 02:15 for 30 min on 2026-03-08 occurs once, at 03:15 EDT', () => {
    const window = windowOf(ny, {
      ...daily,
      start: '2026-03-01T02:15:00',
      length: { by: 'duration', duration: 'PT30M' },
    });
    expect(expandWindow(window, on('2026-03-08')).occurrences).toEqual([
      {
        start: Date.parse('2026-03-08T07:15:00Z'),
        end: Date.parse('2026-03-08T07:45:00Z'),
        startLocal: '2026-03-08T03:15:00-04:00',
        endLocal: '2026-03-08T03:45:00-04:00',
        note: '02:15 on 2026-03-08 does not exist in America/New_York, where clocks go forward; it starts at 03:15.',
      },
    ]);
  });

  it('daily 01:30 for 20 min on 2026-11-01 occurs once, at 01:30 EDT', () => {
    const window = windowOf(ny, {
      ...daily,
      start: '2026-10-01T01:30:00',
      length: { by: 'duration', duration: 'PT20M' },
    });
    expect(expandWindow(window, on('2026-11-01')).occurrences).toEqual([
      {
        start: Date.parse('2026-11-01T05:30:00Z'),
        end: Date.parse('2026-11-01T05:50:00Z'),
        startLocal: '2026-11-01T01:30:00-04:00',
        endLocal: '2026-11-01T01:50:00-04:00',
        note: '01:30 on 2026-11-01 comes twice in America/New_York, where clocks go back; it starts at the first.',
      },
    ]);
  });

  it.each([
    [
      '22:00 to 10:00 on the clock over 2026-10-31 lasts 13 h and ends at 10:00',
      { by: 'end', end: '2026-10-02T10:00:00' } as const,
      '2026-11-01T15:00Z',
      '2026-11-01T10:00:00-05:00',
    ],
    [
      'PT12H from 22:00 ends at 09:00',
      { by: 'duration', duration: 'PT12H' } as const,
      '2026-11-01T14:00Z',
      '2026-11-01T09:00:00-05:00',
    ],
  ])('%s', (_, length, end, endLocal) => {
    const window = windowOf(ny, {
      ...daily,
      start: '2026-10-01T22:00:00',
      length,
    });
    const [first] = expandWindow(window, on('2026-11-01')).occurrences;
    expect(utc(first.start)).toBe('2026-11-01T02:00Z');
    expect(utc(first.end)).toBe(end);
    expect(first.endLocal).toBe(endLocal);
  });
});

const zones: [zone: string, what: string, cases: string[]][] = [
  [
    'America/New_York',
    'as all of the United States at 02:00: forward from 02:00 to 03:00 on 2026-03-08',
    [
      '2026-03-08T02:30 PT30M = 2026-03-08T07:30Z 2026-03-08T08:00Z (start gap)',
      '2026-03-07T22:30 until 2026-03-08T02:30 = 2026-03-08T03:30Z 2026-03-08T07:30Z (end gap)',
      '2026-03-07T22:00 until 2026-03-08T10:00 = 2026-03-08T03:00Z 2026-03-08T14:00Z',
      '2026-03-07T22:00 PT12H = 2026-03-08T03:00Z 2026-03-08T15:00Z',
      '2026-03-08T00:00 P1D = 2026-03-08T05:00Z 2026-03-09T04:00Z',
    ],
  ],
  [
    'America/New_York',
    'as all of the United States at 02:00: back from 02:00 to 01:00 on 2026-11-01',
    [
      '2026-11-01T01:30 PT30M = 2026-11-01T05:30Z 2026-11-01T06:00Z (start fold)',
      '2026-10-31T21:30 until 2026-11-01T01:30 = 2026-11-01T01:30Z 2026-11-01T05:30Z (end fold)',
      '2026-10-31T22:00 until 2026-11-01T10:00 = 2026-11-01T02:00Z 2026-11-01T15:00Z',
      '2026-10-31T22:00 PT12H = 2026-11-01T02:00Z 2026-11-01T14:00Z',
      '2026-11-01T00:00 P1D = 2026-11-01T04:00Z 2026-11-02T05:00Z',
    ],
  ],
  [
    'Europe/Zurich',
    'as all of the EU at 01:00Z: forward from 02:00 to 03:00 on 2026-03-29',
    [
      '2026-03-29T02:30 PT30M = 2026-03-29T01:30Z 2026-03-29T02:00Z (start gap)',
      '2026-03-28T22:30 until 2026-03-29T02:30 = 2026-03-28T21:30Z 2026-03-29T01:30Z (end gap)',
      '2026-03-28T22:00 until 2026-03-29T10:00 = 2026-03-28T21:00Z 2026-03-29T08:00Z',
      '2026-03-28T22:00 PT12H = 2026-03-28T21:00Z 2026-03-29T09:00Z',
      '2026-03-29T00:00 P1D = 2026-03-28T23:00Z 2026-03-29T22:00Z',
    ],
  ],
  [
    'Europe/Zurich',
    'as all of the EU at 01:00Z: back from 03:00 to 02:00 on 2025-10-26',
    [
      '2025-10-26T02:30 PT30M = 2025-10-26T00:30Z 2025-10-26T01:00Z (start fold)',
      '2025-10-25T22:30 until 2025-10-26T02:30 = 2025-10-25T20:30Z 2025-10-26T00:30Z (end fold)',
      '2025-10-25T22:00 until 2025-10-26T10:00 = 2025-10-25T20:00Z 2025-10-26T09:00Z',
      '2025-10-25T22:00 PT12H = 2025-10-25T20:00Z 2025-10-26T08:00Z',
      '2025-10-26T00:00 P1D = 2025-10-25T22:00Z 2025-10-26T23:00Z',
    ],
  ],
  [
    'Europe/London',
    'at the same moment on another clock: forward from 01:00 to 02:00 on 2026-03-29',
    [
      '2026-03-29T01:30 PT30M = 2026-03-29T01:30Z 2026-03-29T02:00Z (start gap)',
      '2026-03-28T21:30 until 2026-03-29T01:30 = 2026-03-28T21:30Z 2026-03-29T01:30Z (end gap)',
      '2026-03-28T22:00 until 2026-03-29T10:00 = 2026-03-28T22:00Z 2026-03-29T09:00Z',
      '2026-03-28T22:00 PT12H = 2026-03-28T22:00Z 2026-03-29T10:00Z',
      '2026-03-29T00:00 P1D = 2026-03-29T00:00Z 2026-03-29T23:00Z',
    ],
  ],
  [
    'Europe/Dublin',
    'winter is what the tz database calls saving: back from 02:00 to 01:00 on 2025-10-26',
    [
      '2025-10-26T01:30 PT30M = 2025-10-26T00:30Z 2025-10-26T01:00Z (start fold)',
      '2025-10-25T21:30 until 2025-10-26T01:30 = 2025-10-25T20:30Z 2025-10-26T00:30Z (end fold)',
      '2025-10-25T22:00 until 2025-10-26T10:00 = 2025-10-25T21:00Z 2025-10-26T10:00Z',
      '2025-10-25T22:00 PT12H = 2025-10-25T21:00Z 2025-10-26T09:00Z',
      '2025-10-26T00:00 P1D = 2025-10-25T23:00Z 2025-10-27T00:00Z',
    ],
  ],
  [
    'Atlantic/Azores',
    'at midnight, since it is 01:00Z there too: forward from 00:00 to 01:00 on 2026-03-29',
    [
      '2026-03-29T00:30 PT30M = 2026-03-29T01:30Z 2026-03-29T02:00Z (start gap)',
      '2026-03-28T20:30 until 2026-03-29T00:30 = 2026-03-28T21:30Z 2026-03-29T01:30Z (end gap)',
      '2026-03-28T22:00 until 2026-03-29T10:00 = 2026-03-28T23:00Z 2026-03-29T10:00Z',
      '2026-03-28T22:00 PT12H = 2026-03-28T23:00Z 2026-03-29T11:00Z',
      '2026-03-29T00:00 P1D = 2026-03-29T01:00Z 2026-03-30T00:00Z (start gap)',
    ],
  ],
  [
    'Antarctica/Troll',
    'two hours at once: forward from 01:00 to 03:00 on 2025-03-30',
    [
      '2025-03-30T02:00 PT30M = 2025-03-30T02:00Z 2025-03-30T02:30Z (start gap)',
      '2025-03-29T22:00 until 2025-03-30T02:00 = 2025-03-29T22:00Z 2025-03-30T02:00Z (end gap)',
      '2025-03-29T22:00 until 2025-03-30T10:00 = 2025-03-29T22:00Z 2025-03-30T08:00Z',
      '2025-03-29T22:00 PT12H = 2025-03-29T22:00Z 2025-03-30T10:00Z',
      '2025-03-30T00:00 P1D = 2025-03-30T00:00Z 2025-03-30T22:00Z',
    ],
  ],
  [
    'Antarctica/Troll',
    'two hours at once: back from 03:00 to 01:00 on 2025-10-26',
    [
      '2025-10-26T02:00 PT30M = 2025-10-26T00:00Z 2025-10-26T00:30Z (start fold)',
      '2025-10-25T22:00 until 2025-10-26T02:00 = 2025-10-25T20:00Z 2025-10-26T00:00Z (end fold)',
      '2025-10-25T22:00 until 2025-10-26T10:00 = 2025-10-25T20:00Z 2025-10-26T10:00Z',
      '2025-10-25T22:00 PT12H = 2025-10-25T20:00Z 2025-10-26T08:00Z',
      '2025-10-26T00:00 P1D = 2025-10-25T22:00Z 2025-10-27T00:00Z',
    ],
  ],
  [
    'Australia/Sydney',
    'southern spring: forward from 02:00 to 03:00 on 2025-10-05',
    [
      '2025-10-05T02:30 PT30M = 2025-10-04T16:30Z 2025-10-04T17:00Z (start gap)',
      '2025-10-04T22:30 until 2025-10-05T02:30 = 2025-10-04T12:30Z 2025-10-04T16:30Z (end gap)',
      '2025-10-04T22:00 until 2025-10-05T10:00 = 2025-10-04T12:00Z 2025-10-04T23:00Z',
      '2025-10-04T22:00 PT12H = 2025-10-04T12:00Z 2025-10-05T00:00Z',
      '2025-10-05T00:00 P1D = 2025-10-04T14:00Z 2025-10-05T13:00Z',
    ],
  ],
  [
    'Australia/Sydney',
    'southern autumn: back from 03:00 to 02:00 on 2026-04-05',
    [
      '2026-04-05T02:30 PT30M = 2026-04-04T15:30Z 2026-04-04T16:00Z (start fold)',
      '2026-04-04T22:30 until 2026-04-05T02:30 = 2026-04-04T11:30Z 2026-04-04T15:30Z (end fold)',
      '2026-04-04T22:00 until 2026-04-05T10:00 = 2026-04-04T11:00Z 2026-04-05T00:00Z',
      '2026-04-04T22:00 PT12H = 2026-04-04T11:00Z 2026-04-04T23:00Z',
      '2026-04-05T00:00 P1D = 2026-04-04T13:00Z 2026-04-05T14:00Z',
    ],
  ],
  [
    'Australia/Adelaide',
    'half an hour beside its neighbours: forward from 02:00 to 03:00 on 2025-10-05',
    [
      '2025-10-05T02:30 PT30M = 2025-10-04T17:00Z 2025-10-04T17:30Z (start gap)',
      '2025-10-04T22:30 until 2025-10-05T02:30 = 2025-10-04T13:00Z 2025-10-04T17:00Z (end gap)',
      '2025-10-04T22:00 until 2025-10-05T10:00 = 2025-10-04T12:30Z 2025-10-04T23:30Z',
      '2025-10-04T22:00 PT12H = 2025-10-04T12:30Z 2025-10-05T00:30Z',
      '2025-10-05T00:00 P1D = 2025-10-04T14:30Z 2025-10-05T13:30Z',
    ],
  ],
  [
    'Australia/Lord_Howe',
    'half an hour: forward from 02:00 to 02:30 on 2025-10-05',
    [
      '2025-10-05T02:15 PT30M = 2025-10-04T15:45Z 2025-10-04T16:15Z (start gap)',
      '2025-10-04T22:15 until 2025-10-05T02:15 = 2025-10-04T11:45Z 2025-10-04T15:45Z (end gap)',
      '2025-10-04T22:00 until 2025-10-05T10:00 = 2025-10-04T11:30Z 2025-10-04T23:00Z',
      '2025-10-04T22:00 PT12H = 2025-10-04T11:30Z 2025-10-04T23:30Z',
      '2025-10-05T00:00 P1D = 2025-10-04T13:30Z 2025-10-05T13:00Z',
    ],
  ],
  [
    'Australia/Lord_Howe',
    'half an hour: back from 02:00 to 01:30 on 2026-04-05',
    [
      '2026-04-05T01:45 PT30M = 2026-04-04T14:45Z 2026-04-04T15:15Z (start fold)',
      '2026-04-04T21:45 until 2026-04-05T01:45 = 2026-04-04T10:45Z 2026-04-04T14:45Z (end fold)',
      '2026-04-04T22:00 until 2026-04-05T10:00 = 2026-04-04T11:00Z 2026-04-04T23:30Z',
      '2026-04-04T22:00 PT12H = 2026-04-04T11:00Z 2026-04-04T23:00Z',
      '2026-04-05T00:00 P1D = 2026-04-04T13:00Z 2026-04-05T13:30Z',
    ],
  ],
  [
    'Pacific/Auckland',
    'southern spring: forward from 02:00 to 03:00 on 2025-09-28',
    [
      '2025-09-28T02:30 PT30M = 2025-09-27T14:30Z 2025-09-27T15:00Z (start gap)',
      '2025-09-27T22:30 until 2025-09-28T02:30 = 2025-09-27T10:30Z 2025-09-27T14:30Z (end gap)',
      '2025-09-27T22:00 until 2025-09-28T10:00 = 2025-09-27T10:00Z 2025-09-27T21:00Z',
      '2025-09-27T22:00 PT12H = 2025-09-27T10:00Z 2025-09-27T22:00Z',
      '2025-09-28T00:00 P1D = 2025-09-27T12:00Z 2025-09-28T11:00Z',
    ],
  ],
  [
    'Pacific/Chatham',
    'at a quarter to three: forward from 02:45 to 03:45 on 2025-09-28',
    [
      '2025-09-28T03:15 PT30M = 2025-09-27T14:30Z 2025-09-27T15:00Z (start gap)',
      '2025-09-27T23:15 until 2025-09-28T03:15 = 2025-09-27T10:30Z 2025-09-27T14:30Z (end gap)',
      '2025-09-27T22:00 until 2025-09-28T10:00 = 2025-09-27T09:15Z 2025-09-27T20:15Z',
      '2025-09-27T22:00 PT12H = 2025-09-27T09:15Z 2025-09-27T21:15Z',
      '2025-09-28T00:00 P1D = 2025-09-27T11:15Z 2025-09-28T10:15Z',
    ],
  ],
  [
    'Pacific/Chatham',
    'at a quarter to four: back from 03:45 to 02:45 on 2026-04-05',
    [
      '2026-04-05T03:15 PT30M = 2026-04-04T13:30Z 2026-04-04T14:00Z (start fold)',
      '2026-04-04T23:15 until 2026-04-05T03:15 = 2026-04-04T09:30Z 2026-04-04T13:30Z (end fold)',
      '2026-04-04T22:00 until 2026-04-05T10:00 = 2026-04-04T08:15Z 2026-04-04T21:15Z',
      '2026-04-04T22:00 PT12H = 2026-04-04T08:15Z 2026-04-04T20:15Z',
      '2026-04-05T00:00 P1D = 2026-04-04T10:15Z 2026-04-05T11:15Z',
    ],
  ],
  [
    'America/Santiago',
    'no midnight: forward from 00:00 to 01:00 on 2025-09-07',
    [
      '2025-09-07T00:30 PT30M = 2025-09-07T04:30Z 2025-09-07T05:00Z (start gap)',
      '2025-09-06T20:30 until 2025-09-07T00:30 = 2025-09-07T00:30Z 2025-09-07T04:30Z (end gap)',
      '2025-09-06T22:00 until 2025-09-07T10:00 = 2025-09-07T02:00Z 2025-09-07T13:00Z',
      '2025-09-06T22:00 PT12H = 2025-09-07T02:00Z 2025-09-07T14:00Z',
      '2025-09-07T00:00 P1D = 2025-09-07T04:00Z 2025-09-08T03:00Z (start gap)',
    ],
  ],
  [
    'America/Santiago',
    'the last hour of a day twice: back from 00:00 on 2026-04-05 to 23:00 on 2026-04-04',
    [
      '2026-04-04T23:30 PT30M = 2026-04-05T02:30Z 2026-04-05T03:00Z (start fold)',
      '2026-04-04T19:30 until 2026-04-04T23:30 = 2026-04-04T22:30Z 2026-04-05T02:30Z (end fold)',
      '2026-04-04T22:00 until 2026-04-05T10:00 = 2026-04-05T01:00Z 2026-04-05T14:00Z',
      '2026-04-04T22:00 PT12H = 2026-04-05T01:00Z 2026-04-05T13:00Z',
      '2026-04-04T00:00 P1D = 2026-04-04T03:00Z 2026-04-05T04:00Z',
    ],
  ],
  [
    'Pacific/Easter',
    'at the same moment in the evening before: back from 22:00 to 21:00 on 2026-04-04',
    [
      '2026-04-04T21:30 PT30M = 2026-04-05T02:30Z 2026-04-05T03:00Z (start fold)',
      '2026-04-04T17:30 until 2026-04-04T21:30 = 2026-04-04T22:30Z 2026-04-05T02:30Z (end fold)',
      '2026-04-03T22:00 until 2026-04-04T10:00 = 2026-04-04T03:00Z 2026-04-04T15:00Z',
      '2026-04-03T22:00 PT12H = 2026-04-04T03:00Z 2026-04-04T15:00Z',
      '2026-04-04T00:00 P1D = 2026-04-04T05:00Z 2026-04-05T06:00Z',
    ],
  ],
  [
    'America/Sao_Paulo',
    'the last summer, no midnight: forward from 00:00 to 01:00 on 2018-11-04',
    [
      '2018-11-04T00:30 PT30M = 2018-11-04T03:30Z 2018-11-04T04:00Z (start gap)',
      '2018-11-03T20:30 until 2018-11-04T00:30 = 2018-11-03T23:30Z 2018-11-04T03:30Z (end gap)',
      '2018-11-03T22:00 until 2018-11-04T10:00 = 2018-11-04T01:00Z 2018-11-04T12:00Z',
      '2018-11-03T22:00 PT12H = 2018-11-04T01:00Z 2018-11-04T13:00Z',
      '2018-11-04T00:00 P1D = 2018-11-04T03:00Z 2018-11-05T02:00Z (start gap)',
    ],
  ],
  [
    'America/Sao_Paulo',
    'the last autumn: back from 00:00 on 2019-02-17 to 23:00 on 2019-02-16',
    [
      '2019-02-16T23:30 PT30M = 2019-02-17T01:30Z 2019-02-17T02:00Z (start fold)',
      '2019-02-16T19:30 until 2019-02-16T23:30 = 2019-02-16T21:30Z 2019-02-17T01:30Z (end fold)',
      '2019-02-16T22:00 until 2019-02-17T10:00 = 2019-02-17T00:00Z 2019-02-17T13:00Z',
      '2019-02-16T22:00 PT12H = 2019-02-17T00:00Z 2019-02-17T12:00Z',
      '2019-02-16T00:00 P1D = 2019-02-16T02:00Z 2019-02-17T03:00Z',
    ],
  ],
  [
    'America/Asuncion',
    'the last autumn: back from 00:00 on 2024-03-24 to 23:00 on 2024-03-23',
    [
      '2024-03-23T23:30 PT30M = 2024-03-24T02:30Z 2024-03-24T03:00Z (start fold)',
      '2024-03-23T19:30 until 2024-03-23T23:30 = 2024-03-23T22:30Z 2024-03-24T02:30Z (end fold)',
      '2024-03-23T22:00 until 2024-03-24T10:00 = 2024-03-24T01:00Z 2024-03-24T14:00Z',
      '2024-03-23T22:00 PT12H = 2024-03-24T01:00Z 2024-03-24T13:00Z',
      '2024-03-23T00:00 P1D = 2024-03-23T03:00Z 2024-03-24T04:00Z',
    ],
  ],
  [
    'America/Asuncion',
    'the summer that stayed: forward from 00:00 to 01:00 on 2024-10-06',
    [
      '2024-10-06T00:30 PT30M = 2024-10-06T04:30Z 2024-10-06T05:00Z (start gap)',
      '2024-10-05T20:30 until 2024-10-06T00:30 = 2024-10-06T00:30Z 2024-10-06T04:30Z (end gap)',
      '2024-10-05T22:00 until 2024-10-06T10:00 = 2024-10-06T02:00Z 2024-10-06T13:00Z',
      '2024-10-05T22:00 PT12H = 2024-10-06T02:00Z 2024-10-06T14:00Z',
      '2024-10-06T00:00 P1D = 2024-10-06T04:00Z 2024-10-07T03:00Z (start gap)',
    ],
  ],
  [
    'America/Havana',
    'no midnight: forward from 00:00 to 01:00 on 2026-03-08',
    [
      '2026-03-08T00:30 PT30M = 2026-03-08T05:30Z 2026-03-08T06:00Z (start gap)',
      '2026-03-07T20:30 until 2026-03-08T00:30 = 2026-03-08T01:30Z 2026-03-08T05:30Z (end gap)',
      '2026-03-07T22:00 until 2026-03-08T10:00 = 2026-03-08T03:00Z 2026-03-08T14:00Z',
      '2026-03-07T22:00 PT12H = 2026-03-08T03:00Z 2026-03-08T15:00Z',
      '2026-03-08T00:00 P1D = 2026-03-08T05:00Z 2026-03-09T04:00Z (start gap)',
    ],
  ],
  [
    'America/Havana',
    'midnight twice: back from 01:00 to 00:00 on 2025-11-02',
    [
      '2025-11-02T00:30 PT30M = 2025-11-02T04:30Z 2025-11-02T05:00Z (start fold)',
      '2025-11-01T20:30 until 2025-11-02T00:30 = 2025-11-02T00:30Z 2025-11-02T04:30Z (end fold)',
      '2025-11-01T22:00 until 2025-11-02T10:00 = 2025-11-02T02:00Z 2025-11-02T15:00Z',
      '2025-11-01T22:00 PT12H = 2025-11-02T02:00Z 2025-11-02T14:00Z',
      '2025-11-02T00:00 P1D = 2025-11-02T04:00Z 2025-11-03T05:00Z (start fold)',
    ],
  ],
  [
    'America/St_Johns',
    'a minute after midnight: forward from 00:01 to 01:01 on 2011-03-13',
    [
      '2011-03-13T00:31 PT30M = 2011-03-13T04:01Z 2011-03-13T04:31Z (start gap)',
      '2011-03-12T20:31 until 2011-03-13T00:31 = 2011-03-13T00:01Z 2011-03-13T04:01Z (end gap)',
      '2011-03-12T22:00 until 2011-03-13T10:00 = 2011-03-13T01:30Z 2011-03-13T12:30Z',
      '2011-03-12T22:00 PT12H = 2011-03-13T01:30Z 2011-03-13T13:30Z',
      '2011-03-13T00:00 P1D = 2011-03-13T03:30Z 2011-03-14T02:30Z',
    ],
  ],
  [
    'America/St_Johns',
    'half an hour beside its neighbours: back from 02:00 to 01:00 on 2025-11-02',
    [
      '2025-11-02T01:30 PT30M = 2025-11-02T04:00Z 2025-11-02T04:30Z (start fold)',
      '2025-11-01T21:30 until 2025-11-02T01:30 = 2025-11-02T00:00Z 2025-11-02T04:00Z (end fold)',
      '2025-11-01T22:00 until 2025-11-02T10:00 = 2025-11-02T00:30Z 2025-11-02T13:30Z',
      '2025-11-01T22:00 PT12H = 2025-11-02T00:30Z 2025-11-02T12:30Z',
      '2025-11-02T00:00 P1D = 2025-11-02T02:30Z 2025-11-03T03:30Z',
    ],
  ],
  [
    'America/Los_Angeles',
    'the first spring of new rules: forward from 02:00 to 03:00 on 2007-03-11',
    [
      '2007-03-11T02:30 PT30M = 2007-03-11T10:30Z 2007-03-11T11:00Z (start gap)',
      '2007-03-10T22:30 until 2007-03-11T02:30 = 2007-03-11T06:30Z 2007-03-11T10:30Z (end gap)',
      '2007-03-10T22:00 until 2007-03-11T10:00 = 2007-03-11T06:00Z 2007-03-11T17:00Z',
      '2007-03-10T22:00 PT12H = 2007-03-11T06:00Z 2007-03-11T18:00Z',
      '2007-03-11T00:00 P1D = 2007-03-11T08:00Z 2007-03-12T07:00Z',
    ],
  ],
  [
    'America/Los_Angeles',
    'the last spring of old rules: forward from 02:00 to 03:00 on 2006-04-02',
    [
      '2006-04-02T02:30 PT30M = 2006-04-02T10:30Z 2006-04-02T11:00Z (start gap)',
      '2006-04-01T22:30 until 2006-04-02T02:30 = 2006-04-02T06:30Z 2006-04-02T10:30Z (end gap)',
      '2006-04-01T22:00 until 2006-04-02T10:00 = 2006-04-02T06:00Z 2006-04-02T17:00Z',
      '2006-04-01T22:00 PT12H = 2006-04-02T06:00Z 2006-04-02T18:00Z',
      '2006-04-02T00:00 P1D = 2006-04-02T08:00Z 2006-04-03T07:00Z',
    ],
  ],
  [
    'America/Mexico_City',
    'the last autumn: back from 02:00 to 01:00 on 2022-10-30',
    [
      '2022-10-30T01:30 PT30M = 2022-10-30T06:30Z 2022-10-30T07:00Z (start fold)',
      '2022-10-29T21:30 until 2022-10-30T01:30 = 2022-10-30T02:30Z 2022-10-30T06:30Z (end fold)',
      '2022-10-29T22:00 until 2022-10-30T10:00 = 2022-10-30T03:00Z 2022-10-30T16:00Z',
      '2022-10-29T22:00 PT12H = 2022-10-30T03:00Z 2022-10-30T15:00Z',
      '2022-10-30T00:00 P1D = 2022-10-30T05:00Z 2022-10-31T06:00Z',
    ],
  ],
  [
    'America/Whitehorse',
    'the summer that stayed: forward from 02:00 to 03:00 on 2020-03-08',
    [
      '2020-03-08T02:30 PT30M = 2020-03-08T10:30Z 2020-03-08T11:00Z (start gap)',
      '2020-03-07T22:30 until 2020-03-08T02:30 = 2020-03-08T06:30Z 2020-03-08T10:30Z (end gap)',
      '2020-03-07T22:00 until 2020-03-08T10:00 = 2020-03-08T06:00Z 2020-03-08T17:00Z',
      '2020-03-07T22:00 PT12H = 2020-03-08T06:00Z 2020-03-08T18:00Z',
      '2020-03-08T00:00 P1D = 2020-03-08T08:00Z 2020-03-09T07:00Z',
    ],
  ],
  [
    'America/Nuuk',
    'the summer that stayed: forward from 22:00 to 23:00 on 2023-03-25',
    [
      '2023-03-25T22:30 PT30M = 2023-03-26T01:30Z 2023-03-26T02:00Z (start gap)',
      '2023-03-25T18:30 until 2023-03-25T22:30 = 2023-03-25T21:30Z 2023-03-26T01:30Z (end gap)',
      '2023-03-24T22:00 until 2023-03-25T10:00 = 2023-03-25T01:00Z 2023-03-25T13:00Z',
      '2023-03-24T22:00 PT12H = 2023-03-25T01:00Z 2023-03-25T13:00Z',
      '2023-03-25T00:00 P1D = 2023-03-25T03:00Z 2023-03-26T02:00Z',
    ],
  ],
  [
    'America/Caracas',
    'to half an hour of its own: back from 03:00 to 02:30 on 2007-12-09',
    [
      '2007-12-09T02:45 PT30M = 2007-12-09T06:45Z 2007-12-09T07:15Z (start fold)',
      '2007-12-08T22:45 until 2007-12-09T02:45 = 2007-12-09T02:45Z 2007-12-09T06:45Z (end fold)',
      '2007-12-08T22:00 until 2007-12-09T10:00 = 2007-12-09T02:00Z 2007-12-09T14:30Z',
      '2007-12-08T22:00 PT12H = 2007-12-09T02:00Z 2007-12-09T14:00Z',
      '2007-12-09T00:00 P1D = 2007-12-09T04:00Z 2007-12-10T04:30Z',
    ],
  ],
  [
    'America/Caracas',
    'and to the hour again: forward from 02:30 to 03:00 on 2016-05-01',
    [
      '2016-05-01T02:45 PT30M = 2016-05-01T07:15Z 2016-05-01T07:45Z (start gap)',
      '2016-04-30T22:45 until 2016-05-01T02:45 = 2016-05-01T03:15Z 2016-05-01T07:15Z (end gap)',
      '2016-04-30T22:00 until 2016-05-01T10:00 = 2016-05-01T02:30Z 2016-05-01T14:00Z',
      '2016-04-30T22:00 PT12H = 2016-05-01T02:30Z 2016-05-01T14:30Z',
      '2016-05-01T00:00 P1D = 2016-05-01T04:30Z 2016-05-02T04:00Z',
    ],
  ],
  [
    'Africa/Casablanca',
    'before Ramadan: back from 03:00 to 02:00 on 2026-02-15',
    [
      '2026-02-15T02:30 PT30M = 2026-02-15T01:30Z 2026-02-15T02:00Z (start fold)',
      '2026-02-14T22:30 until 2026-02-15T02:30 = 2026-02-14T21:30Z 2026-02-15T01:30Z (end fold)',
      '2026-02-14T22:00 until 2026-02-15T10:00 = 2026-02-14T21:00Z 2026-02-15T10:00Z',
      '2026-02-14T22:00 PT12H = 2026-02-14T21:00Z 2026-02-15T09:00Z',
      '2026-02-15T00:00 P1D = 2026-02-14T23:00Z 2026-02-16T00:00Z',
    ],
  ],
  [
    'Africa/Casablanca',
    'after Ramadan: forward from 02:00 to 03:00 on 2026-03-22',
    [
      '2026-03-22T02:30 PT30M = 2026-03-22T02:30Z 2026-03-22T03:00Z (start gap)',
      '2026-03-21T22:30 until 2026-03-22T02:30 = 2026-03-21T22:30Z 2026-03-22T02:30Z (end gap)',
      '2026-03-21T22:00 until 2026-03-22T10:00 = 2026-03-21T22:00Z 2026-03-22T09:00Z',
      '2026-03-21T22:00 PT12H = 2026-03-21T22:00Z 2026-03-22T10:00Z',
      '2026-03-22T00:00 P1D = 2026-03-22T00:00Z 2026-03-22T23:00Z',
    ],
  ],
  [
    'Africa/Casablanca',
    'after Ramadan, when that was in summer: forward from 02:00 to 03:00 on 2018-06-17',
    [
      '2018-06-17T02:30 PT30M = 2018-06-17T02:30Z 2018-06-17T03:00Z (start gap)',
      '2018-06-16T22:30 until 2018-06-17T02:30 = 2018-06-16T22:30Z 2018-06-17T02:30Z (end gap)',
      '2018-06-16T22:00 until 2018-06-17T10:00 = 2018-06-16T22:00Z 2018-06-17T09:00Z',
      '2018-06-16T22:00 PT12H = 2018-06-16T22:00Z 2018-06-17T10:00Z',
      '2018-06-17T00:00 P1D = 2018-06-17T00:00Z 2018-06-17T23:00Z',
    ],
  ],
  [
    'Africa/Cairo',
    'after Ramadan, no midnight: forward from 00:00 to 01:00 on 2014-08-01',
    [
      '2014-08-01T00:30 PT30M = 2014-07-31T22:30Z 2014-07-31T23:00Z (start gap)',
      '2014-07-31T20:30 until 2014-08-01T00:30 = 2014-07-31T18:30Z 2014-07-31T22:30Z (end gap)',
      '2014-07-31T22:00 until 2014-08-01T10:00 = 2014-07-31T20:00Z 2014-08-01T07:00Z',
      '2014-07-31T22:00 PT12H = 2014-07-31T20:00Z 2014-08-01T08:00Z',
      '2014-08-01T00:00 P1D = 2014-07-31T22:00Z 2014-08-01T21:00Z (start gap)',
    ],
  ],
  [
    'Africa/Cairo',
    'the first summer since 2014: forward from 00:00 to 01:00 on 2023-04-28',
    [
      '2023-04-28T00:30 PT30M = 2023-04-27T22:30Z 2023-04-27T23:00Z (start gap)',
      '2023-04-27T20:30 until 2023-04-28T00:30 = 2023-04-27T18:30Z 2023-04-27T22:30Z (end gap)',
      '2023-04-27T22:00 until 2023-04-28T10:00 = 2023-04-27T20:00Z 2023-04-28T07:00Z',
      '2023-04-27T22:00 PT12H = 2023-04-27T20:00Z 2023-04-28T08:00Z',
      '2023-04-28T00:00 P1D = 2023-04-27T22:00Z 2023-04-28T21:00Z (start gap)',
    ],
  ],
  [
    'Africa/Cairo',
    'the last hour of a day twice: back from 00:00 on 2025-10-31 to 23:00 on 2025-10-30',
    [
      '2025-10-30T23:30 PT30M = 2025-10-30T20:30Z 2025-10-30T21:00Z (start fold)',
      '2025-10-30T19:30 until 2025-10-30T23:30 = 2025-10-30T16:30Z 2025-10-30T20:30Z (end fold)',
      '2025-10-30T22:00 until 2025-10-31T10:00 = 2025-10-30T19:00Z 2025-10-31T08:00Z',
      '2025-10-30T22:00 PT12H = 2025-10-30T19:00Z 2025-10-31T07:00Z',
      '2025-10-30T00:00 P1D = 2025-10-29T21:00Z 2025-10-30T22:00Z',
    ],
  ],
  [
    'Africa/Juba',
    'another zone for good: back from 00:00 on 2021-02-01 to 23:00 on 2021-01-31',
    [
      '2021-01-31T23:30 PT30M = 2021-01-31T20:30Z 2021-01-31T21:00Z (start fold)',
      '2021-01-31T19:30 until 2021-01-31T23:30 = 2021-01-31T16:30Z 2021-01-31T20:30Z (end fold)',
      '2021-01-31T22:00 until 2021-02-01T10:00 = 2021-01-31T19:00Z 2021-02-01T08:00Z',
      '2021-01-31T22:00 PT12H = 2021-01-31T19:00Z 2021-02-01T07:00Z',
      '2021-01-31T00:00 P1D = 2021-01-30T21:00Z 2021-01-31T22:00Z',
    ],
  ],
  [
    'Asia/Beirut',
    'no midnight: forward from 00:00 to 01:00 on 2026-03-29',
    [
      '2026-03-29T00:30 PT30M = 2026-03-28T22:30Z 2026-03-28T23:00Z (start gap)',
      '2026-03-28T20:30 until 2026-03-29T00:30 = 2026-03-28T18:30Z 2026-03-28T22:30Z (end gap)',
      '2026-03-28T22:00 until 2026-03-29T10:00 = 2026-03-28T20:00Z 2026-03-29T07:00Z',
      '2026-03-28T22:00 PT12H = 2026-03-28T20:00Z 2026-03-29T08:00Z',
      '2026-03-29T00:00 P1D = 2026-03-28T22:00Z 2026-03-29T21:00Z (start gap)',
    ],
  ],
  [
    'Asia/Jerusalem',
    'on a Friday: forward from 02:00 to 03:00 on 2026-03-27',
    [
      '2026-03-27T02:30 PT30M = 2026-03-27T00:30Z 2026-03-27T01:00Z (start gap)',
      '2026-03-26T22:30 until 2026-03-27T02:30 = 2026-03-26T20:30Z 2026-03-27T00:30Z (end gap)',
      '2026-03-26T22:00 until 2026-03-27T10:00 = 2026-03-26T20:00Z 2026-03-27T07:00Z',
      '2026-03-26T22:00 PT12H = 2026-03-26T20:00Z 2026-03-27T08:00Z',
      '2026-03-27T00:00 P1D = 2026-03-26T22:00Z 2026-03-27T21:00Z',
    ],
  ],
  [
    'Asia/Tehran',
    'the last summer, by the Persian calendar: forward from 00:00 to 01:00 on 2022-03-22',
    [
      '2022-03-22T00:30 PT30M = 2022-03-21T21:00Z 2022-03-21T21:30Z (start gap)',
      '2022-03-21T20:30 until 2022-03-22T00:30 = 2022-03-21T17:00Z 2022-03-21T21:00Z (end gap)',
      '2022-03-21T22:00 until 2022-03-22T10:00 = 2022-03-21T18:30Z 2022-03-22T05:30Z',
      '2022-03-21T22:00 PT12H = 2022-03-21T18:30Z 2022-03-22T06:30Z',
      '2022-03-22T00:00 P1D = 2022-03-21T20:30Z 2022-03-22T19:30Z (start gap)',
    ],
  ],
  [
    'Asia/Tehran',
    'the last autumn: back from 00:00 on 2022-09-22 to 23:00 on 2022-09-21',
    [
      '2022-09-21T23:30 PT30M = 2022-09-21T19:00Z 2022-09-21T19:30Z (start fold)',
      '2022-09-21T19:30 until 2022-09-21T23:30 = 2022-09-21T15:00Z 2022-09-21T19:00Z (end fold)',
      '2022-09-21T22:00 until 2022-09-22T10:00 = 2022-09-21T17:30Z 2022-09-22T06:30Z',
      '2022-09-21T22:00 PT12H = 2022-09-21T17:30Z 2022-09-22T05:30Z',
      '2022-09-21T00:00 P1D = 2022-09-20T19:30Z 2022-09-21T20:30Z',
    ],
  ],
  [
    'Asia/Amman',
    'the summer that stayed: forward from 00:00 to 01:00 on 2022-02-25',
    [
      '2022-02-25T00:30 PT30M = 2022-02-24T22:30Z 2022-02-24T23:00Z (start gap)',
      '2022-02-24T20:30 until 2022-02-25T00:30 = 2022-02-24T18:30Z 2022-02-24T22:30Z (end gap)',
      '2022-02-24T22:00 until 2022-02-25T10:00 = 2022-02-24T20:00Z 2022-02-25T07:00Z',
      '2022-02-24T22:00 PT12H = 2022-02-24T20:00Z 2022-02-25T08:00Z',
      '2022-02-25T00:00 P1D = 2022-02-24T22:00Z 2022-02-25T21:00Z (start gap)',
    ],
  ],
  [
    'Asia/Pyongyang',
    'half an hour of its own: back from 00:00 on 2015-08-15 to 23:30 on 2015-08-14',
    [
      '2015-08-14T23:45 PT30M = 2015-08-14T14:45Z 2015-08-14T15:15Z (start fold)',
      '2015-08-14T19:45 until 2015-08-14T23:45 = 2015-08-14T10:45Z 2015-08-14T14:45Z (end fold)',
      '2015-08-14T22:00 until 2015-08-15T10:00 = 2015-08-14T13:00Z 2015-08-15T01:30Z',
      '2015-08-14T22:00 PT12H = 2015-08-14T13:00Z 2015-08-15T01:00Z',
      '2015-08-14T00:00 P1D = 2015-08-13T15:00Z 2015-08-14T15:30Z',
    ],
  ],
  [
    'Asia/Pyongyang',
    'and back again: forward from 23:30 on 2018-05-04 to 00:00 on 2018-05-05',
    [
      '2018-05-04T23:45 PT30M = 2018-05-04T15:15Z 2018-05-04T15:45Z (start gap)',
      '2018-05-04T19:45 until 2018-05-04T23:45 = 2018-05-04T11:15Z 2018-05-04T15:15Z (end gap)',
      '2018-05-04T22:00 until 2018-05-05T10:00 = 2018-05-04T13:30Z 2018-05-05T01:00Z',
      '2018-05-04T22:00 PT12H = 2018-05-04T13:30Z 2018-05-05T01:30Z',
      '2018-05-04T00:00 P1D = 2018-05-03T15:30Z 2018-05-04T15:00Z',
    ],
  ],
  [
    'Asia/Singapore',
    'to the hour of its neighbours: forward from 23:30 on 1981-12-31 to 00:00 on 1982-01-01',
    [
      '1981-12-31T23:45 PT30M = 1981-12-31T16:15Z 1981-12-31T16:45Z (start gap)',
      '1981-12-31T19:45 until 1981-12-31T23:45 = 1981-12-31T12:15Z 1981-12-31T16:15Z (end gap)',
      '1981-12-31T22:00 until 1982-01-01T10:00 = 1981-12-31T14:30Z 1982-01-01T02:00Z',
      '1981-12-31T22:00 PT12H = 1981-12-31T14:30Z 1982-01-01T02:30Z',
      '1981-12-31T00:00 P1D = 1981-12-30T16:30Z 1981-12-31T16:00Z',
    ],
  ],
  [
    'Asia/Almaty',
    'one zone for the whole country: back from 00:00 on 2024-03-01 to 23:00 on 2024-02-29',
    [
      '2024-02-29T23:30 PT30M = 2024-02-29T17:30Z 2024-02-29T18:00Z (start fold)',
      '2024-02-29T19:30 until 2024-02-29T23:30 = 2024-02-29T13:30Z 2024-02-29T17:30Z (end fold)',
      '2024-02-29T22:00 until 2024-03-01T10:00 = 2024-02-29T16:00Z 2024-03-01T05:00Z',
      '2024-02-29T22:00 PT12H = 2024-02-29T16:00Z 2024-03-01T04:00Z',
      '2024-02-29T00:00 P1D = 2024-02-28T18:00Z 2024-02-29T19:00Z',
    ],
  ],
  [
    'Europe/Moscow',
    'summer for good: forward from 02:00 to 03:00 on 2011-03-27',
    [
      '2011-03-27T02:30 PT30M = 2011-03-26T23:30Z 2011-03-27T00:00Z (start gap)',
      '2011-03-26T22:30 until 2011-03-27T02:30 = 2011-03-26T19:30Z 2011-03-26T23:30Z (end gap)',
      '2011-03-26T22:00 until 2011-03-27T10:00 = 2011-03-26T19:00Z 2011-03-27T06:00Z',
      '2011-03-26T22:00 PT12H = 2011-03-26T19:00Z 2011-03-27T07:00Z',
      '2011-03-27T00:00 P1D = 2011-03-26T21:00Z 2011-03-27T20:00Z',
    ],
  ],
  [
    'Europe/Moscow',
    'winter for good: back from 02:00 to 01:00 on 2014-10-26',
    [
      '2014-10-26T01:30 PT30M = 2014-10-25T21:30Z 2014-10-25T22:00Z (start fold)',
      '2014-10-25T21:30 until 2014-10-26T01:30 = 2014-10-25T17:30Z 2014-10-25T21:30Z (end fold)',
      '2014-10-25T22:00 until 2014-10-26T10:00 = 2014-10-25T18:00Z 2014-10-26T07:00Z',
      '2014-10-25T22:00 PT12H = 2014-10-25T18:00Z 2014-10-26T06:00Z',
      '2014-10-26T00:00 P1D = 2014-10-25T20:00Z 2014-10-26T21:00Z',
    ],
  ],
  [
    'Europe/Istanbul',
    'two weeks later, after an election: back from 04:00 to 03:00 on 2015-11-08',
    [
      '2015-11-08T03:30 PT30M = 2015-11-08T00:30Z 2015-11-08T01:00Z (start fold)',
      '2015-11-07T23:30 until 2015-11-08T03:30 = 2015-11-07T20:30Z 2015-11-08T00:30Z (end fold)',
      '2015-11-07T22:00 until 2015-11-08T10:00 = 2015-11-07T19:00Z 2015-11-08T08:00Z',
      '2015-11-07T22:00 PT12H = 2015-11-07T19:00Z 2015-11-08T07:00Z',
      '2015-11-08T00:00 P1D = 2015-11-07T21:00Z 2015-11-08T22:00Z',
    ],
  ],
  [
    'Europe/Istanbul',
    'the summer that stayed: forward from 03:00 to 04:00 on 2016-03-27',
    [
      '2016-03-27T03:30 PT30M = 2016-03-27T01:30Z 2016-03-27T02:00Z (start gap)',
      '2016-03-26T23:30 until 2016-03-27T03:30 = 2016-03-26T21:30Z 2016-03-27T01:30Z (end gap)',
      '2016-03-26T22:00 until 2016-03-27T10:00 = 2016-03-26T20:00Z 2016-03-27T07:00Z',
      '2016-03-26T22:00 PT12H = 2016-03-26T20:00Z 2016-03-27T08:00Z',
      '2016-03-27T00:00 P1D = 2016-03-26T22:00Z 2016-03-27T21:00Z',
    ],
  ],
  [
    'Pacific/Norfolk',
    'half an hour given up: back from 02:00 to 01:30 on 2015-10-04',
    [
      '2015-10-04T01:45 PT30M = 2015-10-03T14:15Z 2015-10-03T14:45Z (start fold)',
      '2015-10-03T21:45 until 2015-10-04T01:45 = 2015-10-03T10:15Z 2015-10-03T14:15Z (end fold)',
      '2015-10-03T22:00 until 2015-10-04T10:00 = 2015-10-03T10:30Z 2015-10-03T23:00Z',
      '2015-10-03T22:00 PT12H = 2015-10-03T10:30Z 2015-10-03T22:30Z',
      '2015-10-04T00:00 P1D = 2015-10-03T12:30Z 2015-10-04T13:00Z',
    ],
  ],
  [
    'Pacific/Norfolk',
    'the first summer: forward from 02:00 to 03:00 on 2019-10-06',
    [
      '2019-10-06T02:30 PT30M = 2019-10-05T15:30Z 2019-10-05T16:00Z (start gap)',
      '2019-10-05T22:30 until 2019-10-06T02:30 = 2019-10-05T11:30Z 2019-10-05T15:30Z (end gap)',
      '2019-10-05T22:00 until 2019-10-06T10:00 = 2019-10-05T11:00Z 2019-10-05T22:00Z',
      '2019-10-05T22:00 PT12H = 2019-10-05T11:00Z 2019-10-05T23:00Z',
      '2019-10-06T00:00 P1D = 2019-10-05T13:00Z 2019-10-06T12:00Z',
    ],
  ],
  [
    'Pacific/Apia',
    'the last autumn: back from 04:00 to 03:00 on 2021-04-04',
    [
      '2021-04-04T03:30 PT30M = 2021-04-03T13:30Z 2021-04-03T14:00Z (start fold)',
      '2021-04-03T23:30 until 2021-04-04T03:30 = 2021-04-03T09:30Z 2021-04-03T13:30Z (end fold)',
      '2021-04-03T22:00 until 2021-04-04T10:00 = 2021-04-03T08:00Z 2021-04-03T21:00Z',
      '2021-04-03T22:00 PT12H = 2021-04-03T08:00Z 2021-04-03T20:00Z',
      '2021-04-04T00:00 P1D = 2021-04-03T10:00Z 2021-04-04T11:00Z',
    ],
  ],
  [
    'Pacific/Apia',
    '30 December 2011 is left out to cross the date line',
    [
      '2011-12-29T22:00 until 2011-12-31T10:00 = 2011-12-30T08:00Z 2011-12-30T20:00Z',
      '2011-12-29T22:00 PT12H = 2011-12-30T08:00Z 2011-12-30T20:00Z',
      '2011-12-30T12:00 PT2H = 2011-12-30T22:00Z 2011-12-31T00:00Z (start gap)',
      '2011-12-30T00:00 P1D = 2011-12-30T10:00Z 2011-12-31T10:00Z (start gap)',
      '2011-12-29T00:00 P1D = 2011-12-29T10:00Z 2011-12-30T10:00Z (end gap)',
      '2011-12-29T12:00 P1D = 2011-12-29T22:00Z 2011-12-30T22:00Z (end gap)',
      '2011-12-29T12:00 P2D = 2011-12-29T22:00Z 2011-12-30T22:00Z',
    ],
  ],
  [
    'Pacific/Fakaofo',
    '30 December 2011 is left out as in Samoa',
    [
      '2011-12-30T12:00 PT2H = 2011-12-30T23:00Z 2011-12-31T01:00Z (start gap)',
      '2011-12-29T00:00 P2D = 2011-12-29T11:00Z 2011-12-30T11:00Z',
    ],
  ],
  [
    'Pacific/Kiritimati',
    'the last day of 1994 is left out',
    [
      '1994-12-30T22:00 until 1995-01-01T10:00 = 1994-12-31T08:00Z 1994-12-31T20:00Z',
      '1994-12-31T12:00 PT2H = 1994-12-31T22:00Z 1995-01-01T00:00Z (start gap)',
      '1994-12-30T00:00 P1D = 1994-12-30T10:00Z 1994-12-31T10:00Z (end gap)',
    ],
  ],
  [
    'Pacific/Kwajalein',
    '21 August 1993 is left out',
    [
      '1993-08-20T22:00 PT12H = 1993-08-21T10:00Z 1993-08-21T22:00Z',
      '1993-08-21T12:00 PT2H = 1993-08-22T00:00Z 1993-08-22T02:00Z (start gap)',
      '1993-08-20T00:00 P2D = 1993-08-20T12:00Z 1993-08-21T12:00Z',
    ],
  ],
  [
    'UTC',
    'never changes',
    [
      '2026-03-29T02:30 PT30M = 2026-03-29T02:30Z 2026-03-29T03:00Z',
      '2026-10-24T22:00 until 2026-10-25T10:00 = 2026-10-24T22:00Z 2026-10-25T10:00Z',
      '2026-10-25T00:00 P1D = 2026-10-25T00:00Z 2026-10-26T00:00Z',
    ],
  ],
  [
    'Asia/Kolkata',
    'is half an hour off and does not change',
    [
      '2026-03-29T02:30 PT30M = 2026-03-28T21:00Z 2026-03-28T21:30Z',
      '2026-10-24T22:00 until 2026-10-25T10:00 = 2026-10-24T16:30Z 2026-10-25T04:30Z',
      '2026-03-29T00:00 P1D = 2026-03-28T18:30Z 2026-03-29T18:30Z',
    ],
  ],
  [
    'Asia/Kathmandu',
    'is a quarter of an hour off and does not change',
    [
      '2026-03-29T02:30 PT30M = 2026-03-28T20:45Z 2026-03-28T21:15Z',
      '2026-03-29T00:00 P1D = 2026-03-28T18:15Z 2026-03-29T18:15Z',
    ],
  ],
  [
    'America/Phoenix',
    'stays on standard time beside its neighbours',
    [
      '2026-03-08T02:30 PT30M = 2026-03-08T09:30Z 2026-03-08T10:00Z',
      '2026-10-31T22:00 until 2026-11-01T10:00 = 2026-11-01T05:00Z 2026-11-01T17:00Z',
    ],
  ],
  [
    'America/Sao_Paulo',
    'has not changed since 2019',
    [
      '2019-11-03T00:30 PT30M = 2019-11-03T03:30Z 2019-11-03T04:00Z',
      '2026-11-01T00:00 P1D = 2026-11-01T03:00Z 2026-11-02T03:00Z',
    ],
  ],
  [
    'America/Asuncion',
    'has kept its summer since October 2024',
    [
      '2025-03-22T22:00 until 2025-03-23T10:00 = 2025-03-23T01:00Z 2025-03-23T13:00Z',
      '2025-10-05T00:30 PT30M = 2025-10-05T03:30Z 2025-10-05T04:00Z',
    ],
  ],
  [
    'America/Mexico_City',
    'has not changed since 2022',
    ['2023-04-02T02:30 PT30M = 2023-04-02T08:30Z 2023-04-02T09:00Z'],
  ],
  [
    'Europe/Istanbul',
    'has kept its summer since 2016',
    [
      '2016-10-30T03:30 PT30M = 2016-10-30T00:30Z 2016-10-30T01:00Z',
      '2026-03-29T03:30 PT30M = 2026-03-29T00:30Z 2026-03-29T01:00Z',
    ],
  ],
  [
    'Europe/Moscow',
    'has kept its winter since 2014',
    [
      '2015-03-29T02:30 PT30M = 2015-03-28T23:30Z 2015-03-29T00:00Z',
      '2026-10-25T02:30 PT30M = 2026-10-24T23:30Z 2026-10-25T00:00Z',
    ],
  ],
  [
    'America/Los_Angeles',
    'changed later in spring before 2007',
    [
      '2006-03-12T02:30 PT30M = 2006-03-12T10:30Z 2006-03-12T11:00Z',
      '2007-04-01T02:30 PT30M = 2007-04-01T09:30Z 2007-04-01T10:00Z',
    ],
  ],
  [
    'Europe/Zurich',
    'over both changes of a year, and over none',
    [
      '2026-03-29T02:00 until 2026-03-29T03:00 = 2026-03-29T01:00Z 2026-03-29T02:00Z (start gap)',
      '2025-10-26T02:00 until 2025-10-26T03:00 = 2025-10-26T00:00Z 2025-10-26T02:00Z (start fold)',
      '2025-10-26T03:00 PT1H = 2025-10-26T02:00Z 2025-10-26T03:00Z',
      '2026-01-30T18:00 until 2026-02-02T08:00 = 2026-01-30T17:00Z 2026-02-02T07:00Z',
      '2026-03-27T18:00 P3D = 2026-03-27T17:00Z 2026-03-30T16:00Z',
      '2025-10-24T18:00 P3D = 2025-10-24T16:00Z 2025-10-27T17:00Z',
      '2026-01-01T00:00 P365D = 2025-12-31T23:00Z 2026-12-31T23:00Z',
    ],
  ],
  [
    'America/New_York',
    'wholly in what clocks skip, or show twice',
    [
      '2026-03-08T02:00 until 2026-03-08T03:00 = 2026-03-08T07:00Z 2026-03-08T08:00Z (start gap)',
      '2026-03-08T02:15 until 2026-03-08T02:45 = 2026-03-08T07:15Z 2026-03-08T07:45Z (start gap, end gap)',
      '2026-11-01T01:00 until 2026-11-01T02:00 = 2026-11-01T05:00Z 2026-11-01T07:00Z (start fold)',
      '2026-11-01T01:15 until 2026-11-01T01:45 = 2026-11-01T05:15Z 2026-11-01T05:45Z (start fold, end fold)',
    ],
  ],
];

describe.each(zones)('%s, %s', (zone, _, cases) => {
  it.each(cases)('%s', text => {
    const { start, length, allDay, utc: expected, shifts } = read(text);
    const { occurrences } = expandWindow(
      windowOf(zone, { start, length, allDay }),
      { from: 0, to: Date.UTC(2040, 0, 1) },
    );
    expect(occurrences.map(one => [utc(one.start), utc(one.end)])).toEqual([
      expected,
    ]);

    const [one] = occurrences;
    const shown = clockOf(zone);
    expect(one.startLocal.slice(0, 19)).toBe(shown(one.start));
    expect(one.endLocal.slice(0, 19)).toBe(shown(one.end));
    expectShown(zone, start, one.start, shifts.start);
    if (length.by === 'end' && !shifts.start) {
      expectShown(zone, length.end, one.end, shifts.end);
    }
    const { note = '' } = one;
    expect(/not exist in .*; it starts/.test(note)).toBe(
      shifts.start === 'gap',
    );
    expect(/comes twice .*; it starts/.test(note)).toBe(
      shifts.start === 'fold',
    );
    expect(/not exist in .*; it ends/.test(note)).toBe(shifts.end === 'gap');
    expect(/comes twice .*; it ends/.test(note)).toBe(shifts.end === 'fold');
  });
});

describe('Windows that recur across a change', () => {
  it.each<[string, string, string, string, string[]]>([
    [
      'Australia/Lord_Howe',
      '2025-10-04T02:15:00',
      'FREQ=DAILY;COUNT=3',
      'PT1H',
      [
        '2025-10-03T15:45Z 2025-10-03T16:45Z',
        '2025-10-04T15:45Z 2025-10-04T16:45Z',
        '2025-10-05T15:15Z 2025-10-05T16:15Z',
      ],
    ],
    [
      'Africa/Casablanca',
      '2026-02-14T02:30:00',
      'FREQ=DAILY;BYMONTHDAY=14,15,21,22,23;COUNT=8',
      'PT1H',
      [
        '2026-02-14T01:30Z 2026-02-14T02:30Z',
        '2026-02-15T01:30Z 2026-02-15T02:30Z',
        '2026-02-21T02:30Z 2026-02-21T03:30Z',
        '2026-02-22T02:30Z 2026-02-22T03:30Z',
        '2026-02-23T02:30Z 2026-02-23T03:30Z',
        '2026-03-14T02:30Z 2026-03-14T03:30Z',
        '2026-03-15T02:30Z 2026-03-15T03:30Z',
        '2026-03-21T02:30Z 2026-03-21T03:30Z',
      ],
    ],
    // The 30th is left out; at 10:00 it comes to begin when the 31st does.
    [
      'Pacific/Apia',
      '2011-12-28T10:00:00',
      'FREQ=DAILY;COUNT=4',
      'PT2H',
      [
        '2011-12-28T20:00Z 2011-12-28T22:00Z',
        '2011-12-29T20:00Z 2011-12-29T22:00Z',
        '2011-12-30T20:00Z 2011-12-30T22:00Z',
      ],
    ],
    [
      'Africa/Cairo',
      '2023-04-27T00:30:00',
      'FREQ=DAILY;COUNT=3',
      'PT1H',
      [
        '2023-04-26T22:30Z 2023-04-26T23:30Z',
        '2023-04-27T22:30Z 2023-04-27T23:30Z',
        '2023-04-28T21:30Z 2023-04-28T22:30Z',
      ],
    ],
    [
      'Europe/Zurich',
      '2025-03-30T02:30:00',
      'FREQ=YEARLY;BYMONTH=3,10;BYDAY=-1SU;COUNT=3',
      'PT1H',
      [
        '2025-03-30T01:30Z 2025-03-30T02:30Z',
        '2025-10-26T00:30Z 2025-10-26T01:30Z',
        '2026-03-29T01:30Z 2026-03-29T02:30Z',
      ],
    ],
    [
      'America/Sao_Paulo',
      '2018-11-03T00:00:00',
      'FREQ=DAILY;COUNT=3',
      'P1D',
      [
        '2018-11-03T03:00Z 2018-11-04T03:00Z',
        '2018-11-04T03:00Z 2018-11-05T02:00Z',
        '2018-11-05T02:00Z 2018-11-06T02:00Z',
      ],
    ],
    // Steps are counted on the clock: the skipped hour falls on the one after it, and
    // the hour that comes twice begins once.
    [
      'America/New_York',
      '2026-03-08T00:00:00',
      'FREQ=HOURLY;COUNT=5',
      'PT30M',
      [
        '2026-03-08T05:00Z 2026-03-08T05:30Z',
        '2026-03-08T06:00Z 2026-03-08T06:30Z',
        '2026-03-08T07:00Z 2026-03-08T07:30Z',
        '2026-03-08T08:00Z 2026-03-08T08:30Z',
      ],
    ],
    [
      'America/New_York',
      '2026-11-01T00:00:00',
      'FREQ=HOURLY;COUNT=4',
      'PT30M',
      [
        '2026-11-01T04:00Z 2026-11-01T04:30Z',
        '2026-11-01T05:00Z 2026-11-01T05:30Z',
        '2026-11-01T07:00Z 2026-11-01T07:30Z',
        '2026-11-01T08:00Z 2026-11-01T08:30Z',
      ],
    ],
  ])('%s: %s %s %s', (zone, start, rrule, duration, expected) => {
    const window = windowOf(zone, {
      start,
      rrule,
      length: { by: 'duration', duration },
    });
    const range = { from: 0, to: Date.UTC(2040, 0, 1) };
    expect(
      expandWindow(window, range).occurrences.map(
        one => `${utc(one.start)} ${utc(one.end)}`,
      ),
    ).toEqual(expected);
  });
});
