import fc from 'fast-check';
import { REQUESTED } from './__testUtils__/requested';
import { seatsOf, withApproval } from './voting';

const vote = (by: string, ...mayFill: string[]) => ({ by, at: 1, mayFill });

describe('withApproval', () => {
  it('moves who could fill another seat, so that nobody is in the way', () => {
    const one = withApproval(REQUESTED, vote('ben', 'first', 'second'));
    const two = withApproval(one, vote('carl', 'first'));
    expect(seatsOf(two)).toMatchObject({
      isComplete: true,
      seats: [
        { rule: 'first', by: 'carl' },
        { rule: 'second', by: 'ben' },
      ],
    });
  });

  it('refuses who fills no further seat, and says who is still asked', () => {
    const one = withApproval(REQUESTED, vote('ben', 'first'));
    expect(() => withApproval(one, vote('carl', 'first'))).toThrow(
      'Your approval fills no further seat of this override; it still needs 1 from group:default/risk',
    );
    expect(() => withApproval(one, vote('ben', 'second'))).toThrow(
      'nobody counts twice',
    );
  });

  it('never takes more people than seats, and each fills one of its own', () => {
    const seat = fc.constantFrom('first', 'second');
    const votes = fc.array(
      fc.record({
        by: fc.constantFrom('ben', 'carl', 'dora', 'eve'),
        mayFill: fc.uniqueArray(seat, { minLength: 1 }),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(votes, cast => {
        let override = REQUESTED;
        for (const { by, mayFill } of cast) {
          try {
            override = withApproval(override, vote(by, ...mayFill));
          } catch {
            // It fills no seat.
          }
        }
        const { seats, isComplete } = seatsOf(override);
        const filled = seats.flatMap(({ by }) => by ?? []);
        expect([...new Set(filled)].sort()).toEqual(
          override.approvals.map(({ by }) => by).sort(),
        );
        expect(isComplete).toBe(override.approvals.length === 2);
      }),
    );
  });
});
