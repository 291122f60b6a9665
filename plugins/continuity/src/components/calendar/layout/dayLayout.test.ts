import {
  calendarView,
  manyOccurrences,
  viewOccurrence,
  viewWindow,
} from '../../../testing/calendarFixtures';
import { parseDay } from '../time/civilDay';
import { zoneDays } from '../time/zoneDays';
import { layoutDays } from './dayLayout';
import { indexOccurrences } from './occurrenceIndex';
import { weekAxis } from './weekAxis';

const OPTIONS = { lanes: 3, least: 30 };

const lay = (
  first: string,
  zone: string,
  occurrences: [window: number, start: string, end: string][],
  options = OPTIONS,
) => {
  const days = zoneDays(parseDay(first) ?? NaN, 7, zone);
  const windows = ['block', 'approval', 'warn', 'block', 'block'] as const;
  const index = indexOccurrences(
    calendarView(
      windows.map((enforcement, id) => viewWindow(`w${id}`, { enforcement })),
      occurrences.map(([window, start, end]) =>
        viewOccurrence(window, start, end),
      ),
    ),
  );
  return layoutDays(index, days, weekAxis(days), options);
};

const hours = (columns: ReturnType<typeof lay>) =>
  columns.flatMap(({ blocks }, day) =>
    blocks.map(({ from, to }) => [day, from / 60, to / 60]),
  );

describe('layoutDays', () => {
  it.each<[string, string, string, [string, string], number[][]]>([
    [
      'a night from 22:00 to 10:00 in two parts',
      '2026-03-02',
      'Europe/Zurich',
      ['2026-03-04T21:00:00Z', '2026-03-05T09:00:00Z'],
      [
        [2, 22, 24],
        [3, 0, 10],
      ],
    ],
    [
      // 22:00 to 10:00 over the end of summer time lasts 13 hours.
      'a night of 13 hours, over the end of summer time',
      '2026-10-26',
      'America/New_York',
      ['2026-11-01T02:00:00Z', '2026-11-01T15:00:00Z'],
      [
        [5, 23, 25],
        [6, 0, 11],
      ],
    ],
    [
      // 02:15 does not exist on 8 March 2026; the window occurs at 03:15.
      'half an hour that was moved out of the gap',
      '2026-03-02',
      'America/New_York',
      ['2026-03-08T07:15:00Z', '2026-03-08T07:45:00Z'],
      [[6, 3.25, 3.75]],
    ],
    [
      'the first 01:30 of a day that has two',
      '2026-10-26',
      'America/New_York',
      ['2026-11-01T05:30:00Z', '2026-11-01T05:45:00Z'],
      [[6, 1.5, 1.75]],
    ],
    [
      'the second 01:30 of a day that has two',
      '2026-10-26',
      'America/New_York',
      ['2026-11-01T06:30:00Z', '2026-11-01T06:45:00Z'],
      [[6, 2.5, 2.75]],
    ],
  ])('places %s', (_, first, zone, [start, end], expected) => {
    expect(hours(lay(first, zone, [[0, start, end]]))).toEqual(expected);
  });

  it('puts what overlaps side by side, and only that', () => {
    const [monday] = lay('2026-03-02', 'UTC', [
      [0, '2026-03-02T08:00:00Z', '2026-03-02T10:00:00Z'],
      [1, '2026-03-02T09:00:00Z', '2026-03-02T11:00:00Z'],
      [2, '2026-03-02T14:00:00Z', '2026-03-02T15:00:00Z'],
    ]);
    expect(monday.blocks.map(({ lane, lanes }) => [lane, lanes])).toEqual([
      [0, 2],
      [1, 2],
      [0, 1],
    ]);
  });

  it('leaves out what matters least, and counts it', () => {
    const [monday] = lay(
      '2026-03-02',
      'UTC',
      [
        [2, '2026-03-02T08:00:00Z', '2026-03-02T12:00:00Z'],
        [1, '2026-03-02T08:30:00Z', '2026-03-02T12:00:00Z'],
        [0, '2026-03-02T09:00:00Z', '2026-03-02T10:00:00Z'],
      ],
      { lanes: 2, least: 30 },
    );
    expect(monday.blocks.map(({ position }) => position)).toEqual([1, 2]);
    expect(monday.hidden).toEqual([{ from: 480, to: 720, count: 1 }]);
  });

  it('draws as one what could not be told apart', () => {
    const minutes = (at: number) =>
      new Date(Date.UTC(2026, 2, 2, 8, at)).toISOString();
    const [monday] = lay(
      '2026-03-02',
      'UTC',
      Array.from({ length: 6 }, (_, index) => [
        0,
        minutes(index * 10),
        minutes(index * 10 + 2),
      ]),
    );
    expect(monday.blocks).toHaveLength(1);
    expect(monday.blocks[0]).toMatchObject({ count: 6, from: 480, to: 532 });
  });

  it('lays out 20,000 occurrences of a week without losing or overlapping any', () => {
    const index = indexOccurrences(
      manyOccurrences(3000, 20_000, {
        from: '2026-03-02T00:00:00Z',
        to: '2026-03-09T00:00:00Z',
      }),
    );
    const days = zoneDays(parseDay('2026-03-02') ?? NaN, 7, 'UTC');
    const columns = layoutDays(index, days, weekAxis(days), OPTIONS);
    for (const { day, blocks, hidden } of columns) {
      const shown = blocks.reduce((sum, { count }) => sum + count, 0);
      const left = hidden.reduce((sum, { count }) => sum + count, 0);
      let touching = 0;
      for (let position = 0; position < index.count; position++) {
        if (
          index.starts[position] < day.end &&
          index.ends[position] > day.start
        ) {
          touching += 1;
        }
      }
      expect(shown + left).toBe(touching);
      expect(blocks.length).toBeLessThan(200);
      for (const a of blocks) {
        for (const b of blocks) {
          if (a === b || a.lane !== b.lane) continue;
          expect(a.drawnTo <= b.from || b.drawnTo <= a.from).toBe(true);
        }
      }
    }
  });
});
