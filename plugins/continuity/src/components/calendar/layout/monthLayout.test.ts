import {
  calendarView,
  manyOccurrences,
  viewOccurrence,
  viewWindow,
} from '../../../testing/calendarFixtures';
import { parseDay } from '../time/civilDay';
import { zoneDays } from '../time/zoneDays';
import { layoutWeeks, type Segment } from './monthLayout';
import { indexOccurrences } from './occurrenceIndex';

const days = (first: string, count: number, zone = 'Europe/Zurich') =>
  zoneDays(parseDay(first) ?? NaN, count, zone);

const seen = ({ first, last, lane, count, before, after }: Segment) =>
  [
    `${first}-${last} in ${lane}`,
    count > 1 ? `x${count}` : '',
    before ? 'goes on from before' : '',
    after ? 'goes on' : '',
  ]
    .filter(Boolean)
    .join(', ');

describe('layoutWeeks', () => {
  const lay = (
    occurrences: [window: number, start: string, end: string][],
    { lanes = 3, zone = 'Europe/Zurich' } = {},
  ) =>
    layoutWeeks(
      indexOccurrences(
        calendarView(
          [
            viewWindow('block'),
            viewWindow('warn', { enforcement: 'warn' }),
            viewWindow('approval', { enforcement: 'approval' }),
          ],
          occurrences.map(([window, start, end]) =>
            viewOccurrence(window, start, end),
          ),
        ),
      ),
      days('2026-03-02', 14, zone),
      lanes,
    );

  it.each<[string, [number, string, string][], string[][]]>([
    [
      'an evening stands on its day',
      [[0, '2026-03-04T17:00:00Z', '2026-03-04T22:00:00Z']],
      [['2-2 in 0'], []],
    ],
    [
      'what ends at midnight does not touch the next day',
      [[0, '2026-03-04T17:00:00Z', '2026-03-04T23:00:00Z']],
      [['2-2 in 0'], []],
    ],
    [
      'a night stands on two days',
      [[0, '2026-03-04T21:00:00Z', '2026-03-05T09:00:00Z']],
      [['2-3 in 0'], []],
    ],
    [
      'what spans weeks goes on in each',
      [[0, '2026-03-06T12:00:00Z', '2026-03-11T12:00:00Z']],
      [['4-6 in 0, goes on'], ['0-2 in 0, goes on from before']],
    ],
    [
      'what began before the grid and ends after it fills it',
      [[0, '2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z']],
      [
        ['0-6 in 0, goes on from before, goes on'],
        ['0-6 in 0, goes on from before, goes on'],
      ],
    ],
    [
      'what is outside the grid is not in it',
      [
        [0, '2026-02-01T00:00:00Z', '2026-03-01T23:00:00Z'],
        [0, '2026-03-15T23:00:00Z', '2026-03-17T00:00:00Z'],
      ],
      [[], []],
    ],
    [
      'a window that occurs often on a day stands there once',
      [
        [0, '2026-03-04T08:00:00Z', '2026-03-04T09:00:00Z'],
        [0, '2026-03-04T10:00:00Z', '2026-03-04T11:00:00Z'],
        [0, '2026-03-04T12:00:00Z', '2026-03-04T13:00:00Z'],
      ],
      [['2-2 in 0, x3'], []],
    ],
    [
      'what blocks gets a lane before what warns, though it is shorter and begins later',
      [
        [1, '2026-03-02T08:00:00Z', '2026-03-06T09:00:00Z'],
        [0, '2026-03-04T10:00:00Z', '2026-03-04T11:00:00Z'],
      ],
      [['0-4 in 1', '2-2 in 0'], []],
    ],
  ])('%s', (_, occurrences, expected) => {
    const weeks = lay(occurrences);
    expect(weeks.map(week => week.segments.map(seen))).toEqual(expected);
  });

  it('counts on each day what there is no lane for', () => {
    const [week] = lay(
      [
        [0, '2026-03-02T08:00:00Z', '2026-03-04T09:00:00Z'],
        [2, '2026-03-03T08:00:00Z', '2026-03-05T09:00:00Z'],
        [1, '2026-03-04T08:00:00Z', '2026-03-06T09:00:00Z'],
      ],
      { lanes: 2 },
    );
    expect(week.hidden).toEqual([0, 0, 1, 1, 1, 0, 0]);
    expect(week.windows).toEqual([1, 2, 3, 2, 1, 0, 0]);
    expect(week.lanes).toBe(2);
  });

  it('reads the days off the clocks of the zone that is chosen', () => {
    const night: [number, string, string][] = [
      [0, '2026-03-04T23:30:00Z', '2026-03-05T03:00:00Z'],
    ];
    const columns = (zone: string) =>
      lay(night, { zone })[0].segments.map(({ first, last }) => [first, last]);
    expect(columns('Europe/Zurich')).toEqual([[3, 3]]);
    expect(columns('America/New_York')).toEqual([[2, 2]]);
    expect(columns('UTC')).toEqual([[2, 3]]);
  });

  it('lays out 20,000 occurrences without losing or overlapping any', () => {
    const view = manyOccurrences(3000, 20_000, {
      from: '2026-03-02T00:00:00Z',
      to: '2026-03-30T00:00:00Z',
    });
    const index = indexOccurrences(view);
    const grid = days('2026-03-02', 28);
    const weeks = layoutWeeks(index, grid, 4);
    for (const week of weeks) {
      for (let day = 0; day < 7; day++) {
        const shown = week.segments.filter(
          ({ first, last }) => first <= day && day <= last,
        );
        expect(new Set(shown.map(({ lane }) => lane)).size).toBe(shown.length);
        expect(shown.length + week.hidden[day]).toBe(week.windows[day]);
      }
    }
    const busiest = weeks[1].windows[3];
    const on = view.occurrences.filter(
      ({ start, end }) =>
        Date.parse(start) < grid[10].end && Date.parse(end) > grid[10].start,
    );
    // Segments differ by window and by days; each day of the grid has about 700 of them.
    expect(busiest).toBeGreaterThan(500);
    expect(busiest).toBeLessThanOrEqual(on.length);
  });
});
