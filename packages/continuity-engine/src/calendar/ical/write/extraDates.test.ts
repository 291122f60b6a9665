import fc from 'fast-check';
import { parseFreezeWindow } from '../../declaration/parseFreezeWindow';
import { expandWindow } from '../../occurrences/expandWindow';
import type { FreezeCalendar, FreezeWindow } from '../../types';
import { anyFreezeWindow } from '../__testUtils__/anyFreezeWindow';
import { readICalendar } from '../readICalendar';
import { breakOutExtraDates } from './extraDates';
import { writeICalendar } from '../writeICalendar';

const defaults = {
  timezone: 'Europe/Zurich',
  owner: 'group:default/ops',
  scope: {},
};

function windowOf(declared: object): FreezeWindow {
  const parsed = parseFreezeWindow(
    {
      id: 'quarter-end',
      title: 'Quarter end',
      reason: 'Books are closed',
      start: '2026-03-25T18:00:00',
      end: '2026-03-26T06:00:00',
      ...declared,
    },
    'window',
    defaults,
  );
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return parsed.window;
}

const calendarOf = (...windows: FreezeWindow[]): FreezeCalendar => ({
  ref: 'freezecalendar:default/quarter-end',
  title: 'Quarter end',
  owner: 'group:default/ops',
  origin: { kind: 'catalog' },
  windows,
});

const RANGE = { from: Date.UTC(2025, 0, 1), to: Date.UTC(2029, 0, 1) };

/** Two that start together are one, the longer. */
function timesOf(windows: FreezeWindow[]) {
  const longest = new Map<number, { end: number; words: string }>();
  for (const window of windows) {
    for (const one of expandWindow(window, RANGE).occurrences) {
      const known = longest.get(one.start);
      if (!known || known.end < one.end) {
        const words = `${one.title ?? window.title} ${
          one.reason ?? window.reason
        }`;
        longest.set(one.start, { end: one.end, words });
      }
    }
  }
  return [...longest].sort(([a], [b]) => a - b);
}

const brief = ({ id, start, length, title }: FreezeWindow) => ({
  id,
  start,
  title,
  ...(length.by === 'end' && { end: length.end }),
});

describe('extra dates as windows of their own', () => {
  it('leaves a window without any as it is', () => {
    const window = windowOf({ rrule: 'FREQ=MONTHLY' });
    expect(breakOutExtraDates(window)).toEqual([window]);
  });

  it('keeps their length on the clock, their own end and what overrides them', () => {
    const window = windowOf({
      rdates: [
        '2026-06-25T18:00:00',
        { start: '2026-09-25T18:00:00', end: '2026-09-25T20:00:00' },
        '2026-10-24T18:00:00',
        '2026-12-23T18:00:00',
      ],
      exdates: ['2026-10-24T18:00:00'],
      overrides: [
        {
          occurrence: '2026-12-23T18:00:00',
          start: '2026-12-22T18:00:00',
          title: 'Year end',
        },
      ],
    });
    expect(breakOutExtraDates(window).map(brief)).toEqual([
      {
        id: 'quarter-end',
        title: 'Quarter end',
        start: '2026-03-25T18:00:00',
        end: '2026-03-26T06:00:00',
      },
      {
        id: 'quarter-end-20260625t180000',
        title: 'Quarter end',
        start: '2026-06-25T18:00:00',
        end: '2026-06-26T06:00:00',
      },
      {
        id: 'quarter-end-20260925t180000',
        title: 'Quarter end',
        start: '2026-09-25T18:00:00',
        end: '2026-09-25T20:00:00',
      },
      {
        id: 'quarter-end-20261223t180000',
        title: 'Year end',
        start: '2026-12-22T18:00:00',
        end: '2026-12-23T06:00:00',
      },
    ]);
  });

  it('has no series when nothing of it is left', () => {
    const window = windowOf({
      rdates: ['2026-06-25T18:00:00'],
      exdates: ['2026-03-25T18:00:00'],
    });
    expect(breakOutExtraDates(window).map(({ id }) => id)).toEqual([
      'quarter-end-20260625t180000',
    ]);
  });

  it('takes place when the window does, with the same words', () => {
    fc.assert(
      fc.property(anyFreezeWindow, window => {
        const all = breakOutExtraDates(window);
        expect(all.flatMap(({ rdates }) => rdates)).toEqual([]);
        expect(timesOf(all)).toEqual(timesOf([window]));
      }),
      { numRuns: 150 },
    );
  });

  it('can be read as they were written, ids included', () => {
    fc.assert(
      fc.property(anyFreezeWindow, window => {
        const text = writeICalendar([calendarOf(window)], {
          name: 'Freezes',
          now: Date.UTC(2026, 5, 1, 12),
          extraDates: 'events',
        });
        const events = text.slice(text.indexOf('BEGIN:VEVENT'));
        expect(events).not.toContain('\r\nRDATE');
        const reading = readICalendar(text, {
          ...defaults,
          reason: 'None',
          timezone: window.timezone,
          continuityProperties: true,
        });
        if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
        expect(reading.windows.map(({ id }) => id)).toEqual(
          breakOutExtraDates(window).map(({ id }) => id),
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe('what a file says of itself', () => {
  it('stands where programs look for it, escaped and folded', () => {
    const text = writeICalendar([calendarOf(windowOf({}))], {
      name: 'Freezes, all of them',
      description: `First; line\n${'Zürich 🚧 '.repeat(20)}`,
      now: Date.UTC(2026, 5, 1, 12),
    });
    const unfolded = text.replaceAll('\r\n ', '');
    expect(unfolded).toContain(
      '\r\nX-WR-CALDESC:First\\; line\\nZürich 🚧 Zürich',
    );
    expect(unfolded).toContain('\r\nDESCRIPTION:First\\; line\\nZürich');
    expect(unfolded).toContain('\r\nNAME:Freezes\\, all of them\r\n');
    const octets = text.split('\r\n').map(one => Buffer.byteLength(one));
    expect(Math.max(...octets)).toBe(75);
  });
});
