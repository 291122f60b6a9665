import {
  createWindowIndex,
  expandWindow,
  type FreezeCalendar,
  type FreezeWindow,
  parseFreezeWindow,
} from '@continuity/engine';
import { WindowBook } from '../../catalog/WindowBook';
import { expandPeriod } from './expandPeriod';

const at = (text: string) => Date.parse(text);
const JANUARY = { start: at('2026-01-01'), end: at('2026-02-01') };
const YEAR = { start: at('2026-01-01'), end: at('2027-01-01') };

function window(id: string, change: object): FreezeWindow {
  const read = parseFreezeWindow(
    { id, title: id, reason: 'A reason', ...change },
    'window',
    { timezone: 'Europe/Zurich', owner: 'group:default/a', scope: {} },
  );
  if (!read.ok) {
    throw new Error(JSON.stringify(read.problems));
  }
  return read.window;
}

function bookOf(windows: FreezeWindow[]): WindowBook {
  const calendar: FreezeCalendar = {
    ref: 'freezecalendar:default/one',
    title: 'One',
    owner: 'group:default/a',
    origin: { kind: 'catalog' },
    windows,
  };
  return new WindowBook([{ calendar, index: createWindowIndex([calendar]) }]);
}

const night = window('night', {
  start: '2025-11-01T22:00:00',
  end: '2025-11-02T06:00:00',
  rrule: 'FREQ=DAILY',
});
const monthEnd = window('month-end', {
  start: '2025-11-30T18:00:00',
  duration: 'PT14H',
  rrule: 'FREQ=MONTHLY;BYMONTHDAY=-1',
});
const december = window('december', { start: '2026-12-24', duration: 'P3D' });
const last = window('last', { start: '2020-12-24', duration: 'P3D' });
const ALL = [night, monthEnd, december, last];

describe('expandPeriod', () => {
  it.each([
    ['a month', JANUARY],
    ['a year', YEAR],
    ['one hour', { start: at('2026-07-01'), end: at('2026-07-01T01:00Z') }],
  ])('finds every occurrence of %s once, in order', async (_, period) => {
    const book = bookOf(ALL);
    const { occurrences, takingPlace, truncated } = await expandPeriod(
      book,
      book.windows,
      period,
      20_000,
    );
    const expected = ALL.flatMap((one, position) =>
      expandWindow(one, { from: period.start, to: period.end }).occurrences.map(
        occurrence => ({ window: position, occurrence }),
      ),
    ).sort((a, b) => a.occurrence.start - b.occurrence.start);
    expect(occurrences).toEqual(expected);
    expect(takingPlace).toEqual(
      [...new Set(expected.map(({ window: of }) => of))].sort(),
    );
    expect(truncated).toBe(false);
  });

  it('gives the first of more than are wanted, and still says who takes place', async () => {
    const book = bookOf(ALL);
    const whole = await expandPeriod(book, book.windows, YEAR, 20_000);
    const part = await expandPeriod(book, book.windows, YEAR, 100);
    expect(part.truncated).toBe(true);
    expect(part.occurrences).toEqual(whole.occurrences.slice(0, 100));
    // December is beyond what is listed; the one of 2020 is over.
    expect(part.takingPlace).toEqual([0, 1, 2]);
  });

  it('is truncated by one occurrence more than is wanted, not by as many', async () => {
    const book = bookOf([night]);
    const whole = await expandPeriod(book, book.windows, JANUARY, 20_000);
    const { length } = whole.occurrences;
    const exact = await expandPeriod(book, book.windows, JANUARY, length);
    expect(exact.truncated).toBe(false);
    const fewer = await expandPeriod(book, book.windows, JANUARY, length - 1);
    expect(fewer.truncated).toBe(true);
    expect(fewer.occurrences).toHaveLength(length - 1);
  });

  it('does work for what is wanted, not for what there is', async () => {
    const windows = Array.from({ length: 200 }, (_, number) => ({
      ...night,
      id: `night-${number}`,
    }));
    const book = bookOf(windows);
    const asked = jest.spyOn(book, 'occurrencesOf');
    const { occurrences } = await expandPeriod(book, book.windows, YEAR, 500);
    expect(occurrences).toHaveLength(500);
    const found = asked.mock.results.reduce(
      (sum, { value }) => sum + value.length,
      0,
    );
    expect(found).toBeLessThan(10 * 500);
  });

  it('finds nothing among no windows', async () => {
    expect(await expandPeriod(bookOf([]), [], YEAR, 10)).toEqual({
      occurrences: [],
      takingPlace: [],
      truncated: false,
    });
  });
});
