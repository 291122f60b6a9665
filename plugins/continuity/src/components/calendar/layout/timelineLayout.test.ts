import {
  calendarView,
  manyOccurrences,
  viewOccurrence,
  viewWindow,
} from '../../../testing/calendarFixtures';
import { indexOccurrences } from './occurrenceIndex';
import { layoutTimelineRow } from './timelineLayout';

const options = {
  from: Date.parse('2026-03-01T00:00:00Z'),
  to: Date.parse('2026-03-11T00:00:00Z'),
  lanes: 2,
  least: 0.01,
  gap: 0.005,
};

const index = indexOccurrences(
  calendarView(
    [
      viewWindow('warn', { enforcement: 'warn' }),
      viewWindow('approval', { enforcement: 'approval' }),
      viewWindow('block'),
    ],
    [
      viewOccurrence(0, '2026-02-01T00:00:00Z', '2026-03-06T00:00:00Z'),
      viewOccurrence(1, '2026-03-02T00:00:00Z', '2026-03-03T00:00:00Z'),
      viewOccurrence(2, '2026-03-02T12:00:00Z', '2026-03-04T12:00:00Z'),
      viewOccurrence(1, '2026-03-03T00:30:00Z', '2026-03-03T01:00:00Z'),
      viewOccurrence(1, '2026-03-08T00:00:00Z', '2026-04-01T00:00:00Z'),
      viewOccurrence(1, '2026-03-11T00:00:00Z', '2026-03-12T00:00:00Z'),
    ],
  ),
);

describe('layoutTimelineRow', () => {
  it('places windows as shares of the axis, joins what touches, counts the rest', () => {
    const row = layoutTimelineRow(index, [0, 1, 2], options);
    expect(
      row.bars.map(({ from, to, lane, count, room }) => [
        Number(from.toFixed(3)),
        Number(to.toFixed(3)),
        lane,
        count,
        Number(room.toFixed(3)),
      ]),
    ).toEqual([
      [0.1, 0.204, 1, 2, 0.791],
      [0.15, 0.35, 0, 1, 0.345],
      [0.7, 1, 0, 1, 0],
    ]);
    expect(row).toMatchObject({ lanes: 2, hidden: 1 });
  });

  it('holds the windows of the row only', () => {
    const row = layoutTimelineRow(index, [2], options);
    expect(row.bars.map(({ position }) => position)).toEqual([2]);
    expect(row.lanes).toBe(1);
  });

  it('is one empty lane without windows', () => {
    expect(layoutTimelineRow(index, [], options)).toEqual({
      bars: [],
      lanes: 1,
      hidden: 0,
    });
  });

  it('draws a few bars for 20,000 occurrences of a year, and counts them all', () => {
    const period = { from: '2026-01-01T00:00:00Z', to: '2027-01-01T00:00:00Z' };
    const many = indexOccurrences(manyOccurrences(3000, 20_000, period));
    const row = layoutTimelineRow(many, [...Array(3000).keys()], {
      from: Date.parse(period.from),
      to: Date.parse(period.to),
      lanes: 4,
      least: 6 / 1000,
      gap: 2 / 1000,
    });
    expect(row.bars.length).toBeLessThan(4 * 125);
    const shown = row.bars.reduce((sum, { count }) => sum + count, 0);
    expect(shown + row.hidden).toBe(20_000);
  });
});
