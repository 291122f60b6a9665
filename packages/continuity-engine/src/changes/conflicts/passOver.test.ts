import fc from 'fast-check';
import type { GateOverride } from '../../gate';
import { passOver } from './passOver';
import type { Closure } from './types';

const PAY = 'component:default/pay';
const closure: Closure = {
  start: 10,
  end: 20,
  window: 'freezecalendar:default/close#night',
  title: 'Night',
  kind: 'freeze',
  blocks: true,
};
const override: GateOverride = {
  id: 'o1',
  rules: ['freeze:freezecalendar:default/close#night'],
  reason: 'Payments stand still',
  incident: 'INC-1',
  entities: [PAY],
  environments: ['production'],
  start: 12,
  end: 15,
  approvedBy: ['user:default/ann', 'user:default/ben'],
};
const change = { entities: [PAY], environments: ['production'] };
const parts = (part: Partial<GateOverride>, of: object = {}) =>
  passOver([closure], [{ ...override, ...part }], { ...change, ...of }).map(
    ({ start, end, blocks }) => [start, end, blocks],
  );
const ALL = [[10, 20, true]];

it('lets pass for as long as an override lasts, and no longer', () => {
  expect(parts({})).toEqual([
    [10, 12, true],
    [12, 15, false],
    [15, 20, true],
  ]);
  expect(parts({ start: 0, end: 30 })).toEqual([[10, 20, false]]);
  expect(parts({ start: 20, end: 30 })).toEqual(ALL);
});

it.each<[string, Partial<GateOverride>, object]>([
  [
    'another window',
    { rules: ['freeze:freezecalendar:default/close#day'] },
    {},
  ],
  ['a check', { rules: ['check:rollback-plan-current'] }, {}],
  ['a part of what is changed', {}, { entities: [PAY, 'component:default/x'] }],
  ['another environment', {}, { environments: ['production', 'staging'] }],
  ['one region of all', { regions: ['eu'] }, {}],
  ['another region', { regions: ['eu'] }, { regions: ['eu', 'us'] }],
])('blocks on where an override is for %s', (_, part, of) => {
  expect(parts(part, of)).toEqual(ALL);
});

it('covers a region that it names', () => {
  expect(parts({ regions: ['eu', 'us'] }, { regions: ['eu'] })).toHaveLength(3);
});

it('keeps every moment, and blocks none that was not blocked', () => {
  const span = fc
    .tuple(fc.nat(30), fc.integer({ min: 1, max: 9 }))
    .map(([start, length]) => ({ start, end: start + length }));
  fc.assert(
    fc.property(fc.array(span, { maxLength: 4 }), spans => {
      const left = passOver(
        [closure],
        spans.map(times => ({ ...override, ...times })),
        change,
      );
      for (let at = closure.start; at < closure.end; at++) {
        const here = left.filter(({ start, end }) => start <= at && at < end);
        expect(here).toHaveLength(1);
        expect(here[0].blocks).toBe(
          !spans.some(({ start, end }) => start <= at && at < end),
        );
      }
    }),
  );
});
