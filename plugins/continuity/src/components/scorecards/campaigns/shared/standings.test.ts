import { countOf, percentReached, STANDINGS } from './standings';

const counts = {
  services: 10,
  reached: 4,
  exempt: 1,
  notKnown: 2,
  notReached: 3,
};

it('tells every service once', () => {
  expect(STANDINGS.map(standing => countOf(counts, standing))).toEqual([
    4, 1, 2, 3,
  ]);
});

it.each([
  [1000, 999, 99],
  [3, 3, 100],
  [3, 0, 0],
  [0, 0, undefined],
])('of %d services %d are %p percent', (services, reached, percent) => {
  expect(percentReached({ ...counts, services, reached })).toBe(percent);
});
