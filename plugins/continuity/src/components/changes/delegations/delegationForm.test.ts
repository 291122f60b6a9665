import { delegationOf, emptyDelegation, isWhole } from './delegationForm';

const ZONE = 'Europe/Zurich';
const NOW = Date.parse('2026-03-04T07:30:10Z');

it('begins now, on the clock of the reader', () => {
  const form = emptyDelegation(NOW, ZONE);
  expect(form.start).toBe('2026-03-04T08:30');
  expect(isWhole(form)).toBe(false);
});

it('sends instants, also across a change of the clock', () => {
  const form = {
    to: ['user:default/ben'],
    start: '2026-03-28T08:00',
    end: '2026-03-30T08:00',
    reason: ' Away ',
  };
  expect(isWhole(form)).toBe(true);
  expect(delegationOf(form, ZONE)).toEqual({
    to: 'user:default/ben',
    start: '2026-03-28T07:00:00Z',
    end: '2026-03-30T06:00:00Z',
    reason: 'Away',
  });
});
