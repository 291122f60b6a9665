import type { EntityWindow } from '@continuity/plugin-continuity-common';
import { daysFrom } from '../../time';
import { layoutWindows } from './layoutWindows';

const window = (start: string, end: string, windowId = 'w'): EntityWindow => ({
  calendarRef: 'freezecalendar:default/c',
  calendarTitle: 'C',
  windowId,
  title: 'W',
  reason: 'R',
  owner: 'group:default/o',
  origin: { kind: 'catalog' },
  effect: 'freeze',
  enforcement: 'block',
  onRunning: 'finish',
  rollbacksExempt: true,
  scopeReasons: [],
  environments: ['production'],
  occurrence: {
    start,
    end,
    startLocal: start,
    endLocal: end,
    timezone: 'Europe/Zurich',
  },
});

const from = Date.parse('2026-01-01T00:00:00Z');
const to = Date.parse('2026-01-11T00:00:00Z');

describe('layoutWindows', () => {
  it.each([
    ['inside', '2026-01-02T00:00:00Z', '2026-01-03T00:00:00Z', 0.1, 0.1],
    ['begun before', '2025-12-01T00:00:00Z', '2026-01-02T00:00:00Z', 0, 0.1],
    ['ends after', '2026-01-10T00:00:00Z', '2026-02-01T00:00:00Z', 0.9, 0.1],
    ['all the time', '2025-01-01T00:00:00Z', '2027-01-01T00:00:00Z', 0, 1],
  ])('places a period that is %s', (_, start, end, left, width) => {
    const [row] = layoutWindows([window(start, end)], from, to);
    expect(row.bars[0].left).toBeCloseTo(left);
    expect(row.bars[0].width).toBeCloseTo(width);
  });

  it.each([
    ['ends as the axis begins', '2025-12-31T00:00:00Z', '2026-01-01T00:00:00Z'],
    ['begins as the axis ends', '2026-01-11T00:00:00Z', '2026-01-12T00:00:00Z'],
    ['is no period', 'soon', 'later'],
  ])('leaves out what %s', (_, start, end) => {
    expect(layoutWindows([window(start, end)], from, to)).toEqual([]);
  });

  it('gives each window one row, its periods in order', () => {
    const rows = layoutWindows(
      [
        window('2026-01-05T00:00:00Z', '2026-01-06T00:00:00Z', 'a'),
        window('2026-01-03T00:00:00Z', '2026-01-04T00:00:00Z', 'b'),
        window('2026-01-02T00:00:00Z', '2026-01-03T00:00:00Z', 'a'),
      ],
      from,
      to,
    );
    expect(rows.map(row => row.window.windowId)).toEqual(['a', 'b']);
    expect(rows[0].bars.map(bar => bar.left.toFixed(1))).toEqual([
      '0.1',
      '0.4',
    ]);
  });

  it('keeps a window on the days of its wall clock over a change of daylight saving', () => {
    // Sunday, 25 October 2026 has 25 hours in Zurich; the window is that Sunday.
    const days = daysFrom(
      Date.parse('2026-10-24T10:00:00Z'),
      3,
      'Europe/Zurich',
    );
    const [row] = layoutWindows(
      [window('2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z')],
      days[0].start,
      days[2].end,
    );
    expect(row.bars[0].left).toBeCloseTo(24 / 73);
    expect(row.bars[0].width).toBeCloseTo(25 / 73);
  });
});
