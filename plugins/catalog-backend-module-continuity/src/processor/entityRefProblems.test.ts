import { formatProblem } from '@continuity/engine';
import { entityRefListProblems, entityRefProblems } from './entityRefProblems';

const service = {
  namespace: 'default',
  kinds: ['Component', 'System'],
  example: 'component:default/ledger',
};
const owner = {
  namespace: 'default',
  defaultKind: 'Group',
  kinds: ['Group', 'User'],
  example: 'group:default/payments',
};

describe('entityRefProblems', () => {
  it.each([
    ['component:default/ledger', service],
    ['Component:ledger', service],
    ['system:bank/core.2', service],
    ['payments', owner],
    ['bank/payments', owner],
    ['user:default/ada', owner],
  ])('takes %s', (ref, expectation) => {
    expect(entityRefProblems('spec.x', ref, expectation)).toEqual([]);
  });

  it.each([
    [
      undefined,
      service,
      'spec.x: is missing; expected an entity ref, e.g. component:default/ledger',
    ],
    [
      null,
      service,
      'spec.x: null is not an entity ref, e.g. component:default/ledger',
    ],
    [
      7,
      service,
      'spec.x: 7 is not an entity ref, e.g. component:default/ledger',
    ],
    [
      '',
      service,
      'spec.x: "" is not an entity ref, e.g. component:default/ledger',
    ],
    [
      'component:',
      service,
      'spec.x: "component:" is not an entity ref, e.g. component:default/ledger',
    ],
    [
      'component:/a',
      service,
      'spec.x: "component:/a" is not an entity ref, e.g. component:default/ledger',
    ],
    [
      'component:default/a b',
      service,
      'spec.x: "component:default/a b" is not an entity ref, e.g. component:default/ledger',
    ],
    [
      'component:a/b/c',
      service,
      'spec.x: "component:a/b/c" is not an entity ref, e.g. component:default/ledger',
    ],
    [
      'default/ledger',
      service,
      'spec.x: "default/ledger" is not an entity ref that names its kind, e.g. component:default/ledger',
    ],
    [
      'group:default/a',
      service,
      'spec.x: "group:default/a" is not an entity ref of kind Component, System, e.g. component:default/ledger',
    ],
    [
      'component:default/a',
      owner,
      'spec.x: "component:default/a" is not an entity ref of kind Group, User, e.g. group:default/payments',
    ],
  ])('refuses %j', (ref, expectation, message) => {
    expect(
      entityRefProblems('spec.x', ref, expectation).map(formatProblem),
    ).toEqual([message]);
  });
});

describe('entityRefListProblems', () => {
  it('finds every problem of a list, and names entries by value', () => {
    expect(
      entityRefListProblems(
        'spec.x',
        ['component:a', 'a', 'component:default/A', 'component:other/a', 5],
        service,
      ).map(formatProblem),
    ).toEqual([
      'spec.x: "a" is not an entity ref that names its kind, e.g. component:default/ledger',
      'spec.x: "component:default/A" is listed more than once',
      'spec.x: 5 is not an entity ref, e.g. component:default/ledger',
    ]);
  });

  it.each([undefined, [], 'component:default/a', {}])('refuses %j', value => {
    expect(entityRefListProblems('spec.x', value, service)).toEqual([
      {
        path: 'spec.x',
        message: expect.stringContaining(
          'a list of at least one entity ref, e.g. [component:default/ledger]',
        ),
      },
    ]);
  });
});
