import { cabItem } from '../../../../testing/cabFixtures';
import {
  areReasoned,
  decisionsOf,
  isOutdated,
  withReason,
  without,
  type Choices,
} from './ballot';

const item = (id: string, revision = 3) =>
  cabItem(Date.now(), { id, revision });
const choices: Choices = {
  b: { decision: 'reject', revision: 3, reason: ' Too late ' },
  a: { decision: 'approve', revision: 3, reason: '' },
  gone: { decision: 'approve', revision: 3, reason: 'It was there' },
};

it('sends what is still on the agenda, in its order', () => {
  const decisions = decisionsOf(choices, [item('a'), item('b'), item('c')]);
  expect(decisions).toEqual([
    { change: 'a', revision: 3, decision: 'approve', comment: '' },
    { change: 'b', revision: 3, decision: 'reject', comment: 'Too late' },
  ]);
  expect(areReasoned(decisions)).toBe(false);
});

it('fills in one reason, and overwrites none', () => {
  const filled = withReason(choices, 'All tried');
  expect(filled.a.reason).toBe('All tried');
  expect(filled.b.reason).toBe(' Too late ');
});

it('keeps what was not recorded', () => {
  expect(
    Object.keys(
      without(choices, [
        { change: 'a', done: true },
        {
          change: 'b',
          done: false,
          refusal: { name: 'ConflictError', message: 'No' },
        },
      ]),
    ),
  ).toEqual(['b', 'gone']);
});

it('notices that a change is not what it was when it was chosen', () => {
  expect(isOutdated(choices.a, item('a', 4))).toBe(true);
  expect(isOutdated(choices.a, item('a'))).toBe(false);
  expect(isOutdated(undefined, item('a', 4))).toBe(false);
});
