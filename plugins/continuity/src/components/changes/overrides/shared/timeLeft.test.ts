import { timeLeft } from './timeLeft';

const NOW = Date.parse('2026-03-04T12:00:00Z');

it.each([
  ['2026-03-04T13:30:59Z', 'PT90M'],
  ['2026-03-04T12:05:00Z', 'PT5M'],
  ['2026-03-04T12:04:59Z', 'PT299S'],
  ['2026-03-04T12:00:00.400Z', 'PT1S'],
  ['2026-03-04T12:00:00Z', undefined],
  ['2026-03-04T11:00:00Z', undefined],
  ['never', undefined],
])('counts down to %s', (until, left) => {
  expect(timeLeft(until, NOW)).toBe(left);
});
