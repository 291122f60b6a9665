import { reviewStage } from './reviewStage';

const at = (text: string) => Date.parse(text);
const FORTNIGHT = 14 * 86_400_000;

it.each<[string, string, string, string | undefined]>([
  ['long before', '2026-01-01T00:00:00Z', '2026-03-17T23:59:59Z', undefined],
  [
    'from a fortnight on',
    '2026-01-01T00:00:00Z',
    '2026-03-18T00:00:00Z',
    'near',
  ],
  ['on the eve', '2026-01-01T00:00:00Z', '2026-03-31T23:59:59Z', 'near'],
  ['on the day', '2026-01-01T00:00:00Z', '2026-04-01T00:00:00Z', 'due'],
  ['long after', '2026-01-01T00:00:00Z', '2027-01-01T00:00:00Z', 'due'],
  [
    'when it was decided within the fortnight',
    '2026-03-20T00:00:00Z',
    '2026-03-25T00:00:00Z',
    undefined,
  ],
  [
    'on the day, when it was decided the day before',
    '2026-03-31T00:00:00Z',
    '2026-04-01T00:00:00Z',
    'due',
  ],
])('is told %s', (_, decidedAt, now, stage) => {
  expect(
    reviewStage(
      { reviewOn: '2026-04-01', decidedAt: at(decidedAt) },
      FORTNIGHT,
      at(now),
    ),
  ).toBe(stage);
});
