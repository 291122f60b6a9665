import fc from 'fast-check';
import { findShortage, planSeats } from './planSeats';
import type { SeatRule } from './types';
import { whoMayApprove } from './whoMayApprove';

const rule = (id: string, required: number, eligible: string[]): SeatRule => ({
  id,
  title: id,
  required,
  eligible: new Set(eligible),
});
const filled = (rules: SeatRule[], approvers: string[]) =>
  planSeats(rules, approvers).seats.map(seat => `${seat.rule}: ${seat.by}`);

const PEOPLE = ['a', 'b', 'c', 'd', 'e', 'f'];
const anyRules = fc
  .array(
    fc.record({
      required: fc.integer({ min: 1, max: 3 }),
      eligible: fc.subarray(PEOPLE),
    }),
    { maxLength: 4 },
  )
  .map(list =>
    list.map(({ required, eligible }, at) =>
      rule(`rule-${at}`, required, eligible),
    ),
  );

/** Tries everybody in every seat: how many can be filled at most. */
function mostFilled(rules: readonly SeatRule[], people: readonly string[]) {
  const seats = rules.flatMap(one =>
    Array.from({ length: one.required }, () => one.eligible),
  );
  const most = (at: number, left: readonly string[]): number => {
    if (at === seats.length) return 0;
    return Math.max(
      most(at + 1, left),
      ...left
        .filter(person => seats[at].has(person))
        .map(
          person =>
            1 +
            most(
              at + 1,
              left.filter(one => one !== person),
            ),
        ),
    );
  };
  return most(0, people);
}

/** Tries everybody in every seat and in every place: how many can be filled at most. */
function mostFilledInPlaces(
  rules: readonly SeatRule[],
  people: readonly string[],
) {
  const seats = rules.flatMap(one =>
    Array.from({ length: one.required }, () => one),
  );
  const most = (
    at: number,
    left: readonly string[],
    taken: readonly string[],
  ): number =>
    at === seats.length
      ? 0
      : Math.max(
          most(at + 1, left, taken),
          ...left.flatMap(person =>
            seats[at].eligible.has(person)
              ? [...(seats[at].places?.get(person) ?? [person])]
                  .filter(place => !taken.includes(place))
                  .map(
                    place =>
                      1 +
                      most(
                        at + 1,
                        left.filter(one => one !== person),
                        [...taken, place],
                      ),
                  )
              : [],
          ),
        );
  return most(0, people, []);
}

describe('standing in', () => {
  const places = (of: Record<string, string[]>) =>
    new Map(Object.entries(of).map(([who, whose]) => [who, new Set(whose)]));

  it('counts a place once, whoever of those who may take it approves', () => {
    const board: SeatRule = {
      ...rule('board', 2, ['ann', 'bob', 'dan', 'eve']),
      places: places({ dan: ['ann'], eve: ['ann'] }),
    };
    expect(filled([board], ['ann', 'dan', 'eve'])).toEqual([
      'board: ann',
      'board: undefined',
    ]);
    expect(filled([board], ['dan', 'bob'])).toHaveLength(2);
    expect(planSeats([board], ['dan', 'bob']).isComplete).toBe(true);
    expect(findShortage([{ ...board, required: 3 }])).toMatchObject({
      people: ['ann', 'bob'],
    });
  });

  it('fills as many seats as any way of taking places can, and never more', () => {
    const few = ['a', 'b', 'c', 'd'];
    const withPlaces = fc
      .array(
        fc.record({
          required: fc.integer({ min: 1, max: 2 }),
          members: fc.subarray(few),
        }),
        { minLength: 1, maxLength: 3 },
      )
      .chain(list =>
        fc.tuple(
          fc.constant(list),
          fc.array(
            fc.record({
              from: fc.constantFrom(...few),
              to: fc.constantFrom(...few, 'x'),
            }),
            { maxLength: 4 },
          ),
          fc.subarray([...few, 'x']),
        ),
      );
    fc.assert(
      fc.property(withPlaces, ([list, given, approvers]) => {
        const rules = list.map(({ required, members }, at): SeatRule => {
          const who = whoMayApprove(
            {
              members,
              excluded: new Set(),
              delegations: given.map(one => ({ ...one, start: 0, end: 9 })),
            },
            1,
          );
          return {
            ...rule(`rule-${at}`, required, [...who.keys()]),
            places: who,
          };
        });
        const { seats } = planSeats(rules, approvers);
        const sitting = seats.flatMap(({ by }) => by ?? []);
        expect(new Set(sitting).size).toBe(sitting.length);
        expect(sitting).toHaveLength(mostFilledInPlaces(rules, approvers));
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('planSeats', () => {
  // Seated as they come, the first to approve takes the only seat of the second, and the
  // change is stuck though everybody has approved.
  it('moves somebody who may sit elsewhere for one who may not', () => {
    const rules = [
      rule('security', 1, ['ann', 'bob']),
      rule('dba', 1, ['ann']),
    ];
    expect(filled(rules, ['ann', 'bob'])).toEqual([
      'security: bob',
      'dba: ann',
    ]);
    expect(filled(rules, ['bob', 'ann'])).toEqual([
      'security: bob',
      'dba: ann',
    ]);
  });

  it('counts nobody twice, however often they approve', () => {
    const rules = [rule('security', 1, ['ann']), rule('dba', 1, ['ann'])];
    expect(planSeats(rules, ['ann', 'ann'])).toEqual({
      seats: [{ rule: 'security', by: 'ann' }, { rule: 'dba' }],
      isComplete: false,
      spare: [],
    });
  });

  it('leaves out who may not, and who is not needed', () => {
    expect(
      planSeats([rule('dba', 1, ['ann', 'bob'])], ['cat', 'ann', 'bob']),
    ).toEqual({
      seats: [{ rule: 'dba', by: 'ann' }],
      isComplete: true,
      spare: ['cat', 'bob'],
    });
  });

  it('is complete when nobody has to approve', () => {
    expect(planSeats([], ['ann']).isComplete).toBe(true);
  });

  it('fills as many seats as trying everything would, each by one who may', () => {
    fc.assert(
      fc.property(anyRules, fc.subarray(PEOPLE), (rules, approvers) => {
        const { seats, isComplete, spare } = planSeats(rules, approvers);
        const taken = seats.flatMap(({ by }) => by ?? []);
        expect(taken).toHaveLength(mostFilled(rules, approvers));
        expect(new Set(taken).size).toBe(taken.length);
        expect([...taken, ...spare].sort()).toEqual([...approvers].sort());
        expect(isComplete).toBe(taken.length === seats.length);
        for (const one of rules) {
          const of = seats.filter(seat => seat.rule === one.id);
          expect(of).toHaveLength(one.required);
          for (const { by } of of) {
            expect(by === undefined || one.eligible.has(by)).toBe(true);
          }
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('is complete in whatever order people approve, or in none', () => {
    fc.assert(
      fc.property(anyRules, fc.shuffledSubarray(PEOPLE), (rules, approvers) => {
        expect(planSeats(rules, approvers).isComplete).toBe(
          planSeats(rules, [...approvers].sort()).isComplete,
        );
      }),
    );
  });

  it('never becomes incomplete by one more approval', () => {
    fc.assert(
      fc.property(
        anyRules,
        fc.subarray(PEOPLE),
        fc.constantFrom(...PEOPLE),
        (rules, approvers, more) => {
          const { isComplete } = planSeats(rules, approvers);
          expect(
            !isComplete || planSeats(rules, [...approvers, more]).isComplete,
          ).toBe(true);
        },
      ),
    );
  });
});

describe('findShortage', () => {
  it('names the rules and the people who are too few for them', () => {
    const rules = [
      rule('owner', 1, ['ann', 'bob', 'cat']),
      rule('security', 2, ['ann', 'bob']),
      rule('dba', 1, ['bob']),
    ];
    expect(findShortage(rules)).toEqual({
      rules: ['security', 'dba'],
      seats: 3,
      people: ['ann', 'bob'],
    });
  });

  it('says that a rule is for nobody', () => {
    expect(findShortage([rule('dba', 1, [])])).toEqual({
      rules: ['dba'],
      seats: 1,
      people: [],
    });
  });

  it('finds one exactly where everybody together cannot fill the seats, and proves it', () => {
    fc.assert(
      fc.property(anyRules, rules => {
        const seats = rules.reduce((sum, { required }) => sum + required, 0);
        const shortage = findShortage(rules);
        expect(shortage === undefined).toBe(
          mostFilled(rules, PEOPLE) === seats,
        );
        const named = rules.filter(({ id }) => shortage?.rules.includes(id));
        const people = new Set(named.flatMap(one => [...one.eligible]));
        expect(shortage?.people ?? []).toEqual([...people].sort());
        expect(shortage?.seats ?? 1).toBeGreaterThan(people.size);
      }),
      { numRuns: 2_000 },
    );
  });
});
