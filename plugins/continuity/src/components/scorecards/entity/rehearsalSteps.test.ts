import fc from 'fast-check';
import { rehearsalSteps } from './rehearsalSteps';

const up = { step: 'up', outcome: 'done', seconds: 1.5 };
const down = { step: 'down', outcome: 'failed', seconds: 0.2 };

it.each([
  ['a rehearsal', { steps: [up, down] }, [up, down]],
  ['another kind of evidence', { version: '4.2.0' }, []],
  ['a plan, whose steps are words', { steps: ['Stop', 'Restore'] }, []],
  [
    'steps with an outcome that nobody knows',
    { steps: [up, { ...down, outcome: 'perhaps' }] },
    [up],
  ],
  ['steps without a time', { steps: [{ step: 'up', outcome: 'done' }] }, []],
])('reads %s', (_, payload, steps) => {
  expect(rehearsalSteps(payload)).toEqual(steps);
});

it('takes every payload', () => {
  fc.assert(
    fc.property(fc.jsonValue(), steps => {
      expect(() => rehearsalSteps({ steps })).not.toThrow();
    }),
  );
});
