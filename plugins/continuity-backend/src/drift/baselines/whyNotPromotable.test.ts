import type { StoredChange } from '../../changes';
import { whyNotApproved } from './whyNotPromotable';

const closed = {
  state: 'closed',
  outcome: 'succeeded',
  updatedAt: 1_000,
  content: { title: 'Release 4' },
} as StoredChange;

it.each([
  ['before it was closed', 999, undefined],
  ['as it was closed', 1_000, undefined],
  ['after it was closed', 1_001, expect.stringContaining('was closed before')],
])('a closed change and a baseline proposed %s', (_, proposedAt, why) => {
  expect(whyNotApproved(closed, { proposedAt })).toEqual(why);
});

it('is no way around for a change that still goes on', () => {
  const open = {
    ...closed,
    state: 'implementing',
    outcome: undefined,
  } as const;
  expect(whyNotApproved(open, { proposedAt: 2_000 })).toBeUndefined();
  expect(
    whyNotApproved({ ...open, state: 'draft' }, { proposedAt: 2_000 }),
  ).toContain('is draft');
});
