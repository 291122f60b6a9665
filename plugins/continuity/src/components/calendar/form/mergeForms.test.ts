import { mergeForms } from './mergeForms';
import { emptyForm, type WindowForm } from './windowForm';

const base: WindowForm = {
  ...emptyForm({ today: '2026-11-29', timezone: 'UTC', owner: 'group:x' }),
  title: 'Close',
  reason: 'Books',
};

it('takes what only the other changed, and keeps what was typed', () => {
  const merged = mergeForms(
    base,
    { ...base, reason: 'Auditors', duration: 'PT1H' },
    { ...base, reason: 'Ledger', title: 'Month end', duration: 'PT1H' },
  );
  expect(merged.form).toEqual({
    ...base,
    reason: 'Auditors',
    title: 'Month end',
    duration: 'PT1H',
  });
  // What both changed to the same is nothing to be told of.
  expect(merged).toMatchObject({ theirs: ['title'], both: ['reason'] });
});

it('holds lists and scopes against each other by what is in them', () => {
  const scoped = (tiers: string[]): WindowForm => ({
    ...base,
    scope: { ...base.scope, only: { ...base.scope.only, tiers } },
  });
  expect(mergeForms(base, scoped(['tier-1']), scoped(['tier-1']))).toEqual({
    form: scoped(['tier-1']),
    theirs: [],
    both: [],
  });
  expect(
    mergeForms(base, scoped(['tier-1']), scoped(['tier-2'])),
  ).toMatchObject({ form: scoped(['tier-1']), both: ['scope'] });
});
