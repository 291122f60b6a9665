import { levelMove } from './levelMove';

const LEVELS = [{ id: 'planned' }, { id: 'possible' }, { id: 'proven' }];

it.each([
  ['stays', 'planned', 'planned', 'same'],
  ['stays on none', undefined, undefined, 'same'],
  ['reaches its first', undefined, 'planned', 'rose'],
  ['climbs', 'planned', 'proven', 'rose'],
  ['falls', 'proven', 'possible', 'fell'],
  ['falls to none', 'planned', undefined, 'fell'],
  ['was on one that is no more', 'gold', 'proven', 'fell'],
  ['reached one that is no more', 'planned', 'gold', 'fell'],
])('a service that %s', (_, from, to, expected) => {
  expect(levelMove(LEVELS, from, to)).toBe(expected);
});
