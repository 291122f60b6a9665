import type { Override } from '@continuity/plugin-continuity-common';
import { overrideOf } from '../../../../testing/overrideFixtures';
import { actsOn, type OverrideActs, type OverrideRights } from './actsOn';

const ME = 'user:default/test';
const all: OverrideRights = { request: true, approve: true, review: true };
const none: OverrideRights = { request: false, approve: false, review: false };
const mine = { requestedBy: 'user:default/Test' };
const approved = { approvals: [{ by: ME, at: '2026-03-04T12:00:00Z' }] };

it.each<
  [string, Override['state'], Partial<Override>, OverrideRights, OverrideActs]
>([
  [
    'nobody approves their own',
    'requested',
    mine,
    all,
    { possible: ['withdraw'], hindrance: 'ownApproval' },
  ],
  [
    'others approve or refuse',
    'requested',
    {},
    all,
    { possible: ['approve', 'refuse'] },
  ],
  [
    'nobody approves twice',
    'requested',
    approved,
    all,
    { possible: ['refuse'], hindrance: 'approvedAlready' },
  ],
  [
    'not without the permission',
    'requested',
    {},
    none,
    { possible: [], hindrance: 'mayNotApprove' },
  ],
  [
    'whoever asked may end it',
    'in-force',
    mine,
    { ...none, request: true },
    { possible: ['close'] },
  ],
  [
    'so may those who approve',
    'in-force',
    {},
    { ...none, approve: true },
    { possible: ['close'] },
  ],
  [
    'others may not end it',
    'in-force',
    {},
    { ...none, request: true },
    { possible: [], hindrance: 'mayNotClose' },
  ],
  [
    'nobody reviews their own',
    'in-review',
    mine,
    all,
    { possible: [], hindrance: 'ownReview' },
  ],
  ['others review it', 'in-review', {}, all, { possible: ['review'] }],
  [
    'not without its permission',
    'in-review',
    {},
    none,
    { possible: [], hindrance: 'mayNotReview' },
  ],
  ['nothing follows in the end', 'reviewed', {}, all, { possible: [] }],
])('%s: %s', (_, state, part, rights, expected) => {
  const override = overrideOf(Date.now(), { state, approvals: [], ...part });
  expect(actsOn(override, ME, rights)).toEqual(expected);
});
