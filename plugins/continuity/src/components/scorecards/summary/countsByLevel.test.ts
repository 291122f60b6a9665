import fc from 'fast-check';
import { rollback } from '../../../testing/scorecardFixtures';
import { countsByLevel } from './countsByLevel';

const { levels } = rollback;

it.each([
  ['nobody', [], [0, 0, 0, 0]],
  ['one without a level', [{ services: 1 }], [1, 0, 0, 0]],
  [
    'some on each',
    [
      { services: 1 },
      { level: 'proven', services: 4 },
      { level: 'planned', services: 2 },
    ],
    [1, 2, 0, 4],
  ],
  [
    'one on a level that there is no longer',
    [{ services: 1 }, { level: 'gold', services: 2 }],
    [3, 0, 0, 0],
  ],
])('counts %s', (_, counts, expected) => {
  expect(countsByLevel(levels, counts)).toEqual(expected);
});

it('loses nobody, in whatever order they come', () => {
  const count = fc.record({
    level: fc.constantFrom('planned', 'possible', 'proven', 'gone', undefined),
    services: fc.nat(1000),
  });
  fc.assert(
    fc.property(fc.array(count), counts => {
      const found = countsByLevel(levels, counts);
      const total = counts.reduce((sum, { services }) => sum + services, 0);
      expect(found.reduce((sum, services) => sum + services, 0)).toBe(total);
      expect(countsByLevel(levels, [...counts].reverse())).toEqual(found);
    }),
  );
});
