import fc from 'fast-check';
import { parseFreezeWindow } from '../declaration/parseFreezeWindow';
import { expandWindow } from '../occurrences/expandWindow';
import type { FreezeCalendar, FreezeWindow } from '../types';
import { anyFreezeWindow } from './__testUtils__/anyFreezeWindow';
import { readICalendar, type ICalendarOptions } from './readICalendar';
import { writeICalendar } from './writeICalendar';

const NOW = Date.UTC(2026, 5, 1, 12);

const options: ICalendarOptions = {
  timezone: 'Asia/Tokyo',
  owner: 'group:default/ops',
  reason: 'No reason was given',
};

const calendarOf = (...windows: FreezeWindow[]): FreezeCalendar => ({
  ref: 'freezecalendar:default/year-end',
  title: 'Year end',
  owner: 'group:default/ops',
  origin: { kind: 'catalog' },
  windows,
});

const write = (...windows: FreezeWindow[]) =>
  writeICalendar([calendarOf(...windows)], { name: 'Freezes', now: NOW });

function readBack(text: string, given: Partial<ICalendarOptions> = {}) {
  const reading = readICalendar(text, { ...options, ...given });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.windows.map(declaration => {
    const parsed = parseFreezeWindow(declaration, 'window', {
      timezone: options.timezone,
      owner: options.owner,
      scope: {},
    });
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    return parsed.window;
  });
}

describe('an iCalendar file of our own', () => {
  it('gives every window back as it was', () => {
    fc.assert(
      fc.property(anyFreezeWindow, window => {
        expect(readBack(write(window), { continuityProperties: true })).toEqual(
          [window],
        );
      }),
      { numRuns: 400 },
    );
  });

  it('takes place when the windows do, also for somebody who knows nothing of our properties', () => {
    fc.assert(
      fc.property(anyFreezeWindow, window => {
        fc.pre(isStandard(window));
        const range = { from: Date.UTC(2025, 0, 1), to: Date.UTC(2029, 0, 1) };
        const times = (windows: FreezeWindow[]) => {
          const all = windows
            .flatMap(one => expandWindow(one, range).occurrences)
            .map(({ start, end }) => `${start} ${end}`);
          return [...new Set(all)].sort();
        };
        const timezone = window.timezone;
        expect(times(readBack(write(window), { timezone }))).toEqual(
          times([window]),
        );
      }),
      { numRuns: 400 },
    );
  });
});

/** Lengths and rules that RFC 5545 itself can say. */
function isStandard({ length, overrides, rrule }: FreezeWindow): boolean {
  const lengths = [length, ...overrides.map(one => one.length)];
  return (
    !rrule?.includes('SKIP') &&
    lengths.every(
      one =>
        one?.by !== 'duration' || !/M.*T|P\d+M|W\d|\.|H\d+S/.test(one.duration),
    )
  );
}
