import type { StoredOverride } from '../types';

/** Waits for one of the owners and one of another group; moments are small numbers. */
export const REQUESTED: StoredOverride = {
  id: '00000000-0000-4000-8000-000000000000',
  state: 'requested',
  content: {
    rules: ['check:restore-tested'],
    reason: 'Customers cannot pay',
    incident: 'INC-7',
    entities: ['component:default/pay'],
    environments: ['production'],
    duration: 'PT1H',
  },
  approvalRules: [
    { id: 'first', title: 'One', required: 1, from: { owners: true } },
    {
      id: 'second',
      title: 'Another',
      required: 1,
      from: { groups: ['group:default/risk'] },
    },
  ],
  owners: ['group:default/team-pay'],
  approvals: [],
  requestedBy: 'user:default/anna',
  requestedAt: 0,
  lapsesAt: 100,
};
