import { rollback } from '../../../testing/scorecardFixtures';
import { linePoints } from './linePoints';
import { trendOf } from './trendOf';

const days = [
  { day: '2026-03-01', services: 4, levels: [{ services: 4 }] },
  {
    day: '2026-03-02',
    services: 4,
    levels: [{ services: 1 }, { level: 'proven', services: 3 }],
  },
  // Nothing was judged for a week.
  {
    day: '2026-03-11',
    services: 4,
    levels: [{ level: 'proven', services: 4 }],
  },
];

it('counts who stands on the highest level and on none', () => {
  expect(
    trendOf(rollback.levels, days).map(({ day, none, top }) => [
      day,
      none,
      top,
    ]),
  ).toEqual([
    ['2026-03-01', 4, 0],
    ['2026-03-02', 1, 3],
    ['2026-03-11', 0, 4],
  ]);
});

it('has nobody on the highest level where there is none', () => {
  const [day] = trendOf([], days);
  expect(day).toMatchObject({ none: 4, top: 0 });
});

it('draws days as far apart as they are', () => {
  expect(
    linePoints(trendOf(rollback.levels, days), ({ top }) => top, {
      width: 100,
      height: 40,
      most: 4,
    }),
  ).toBe('0.0,40.0 10.0,10.0 100.0,0.0');
});

it('draws a single day at the left', () => {
  expect(
    linePoints(trendOf(rollback.levels, days.slice(0, 1)), ({ none }) => none, {
      width: 100,
      height: 40,
      most: 4,
    }),
  ).toBe('0.0,0.0');
});
