import { pauseAfter } from './pushPace';

it.each([
  [1, undefined, 0, 5_000],
  [2, undefined, 0, 10_000],
  [2, undefined, 1, 12_500],
  [10, undefined, 0, 1_800_000],
  [10_000, undefined, 0, 1_800_000],
  [1, 60_000, 0, 60_000],
  [10, 60_000, 0, 1_800_000],
  // Nobody has to be left alone for days.
  [1, 90 * 86_400_000, 0, 6 * 3_600_000],
])(
  'after %i failures, asked for %s ms, waits at least so long',
  (failures, asked, random, expected) => {
    expect(pauseAfter(failures, asked, random)).toBe(expected);
  },
);
