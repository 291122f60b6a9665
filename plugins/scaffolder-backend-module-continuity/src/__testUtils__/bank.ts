export const ANNA = 'user:default/anna';
export const BEN = 'user:default/ben';
export const PAYMENTS = 'component:default/payments-api';

const user = (name: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name, namespace: 'default' },
  spec: { memberOf: ['team-payments'] },
});

/** Anna and Ben own the payments; what is deployed of them, one of the other approves. */
export const bank = [
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'payments-api', namespace: 'default' },
    spec: {
      type: 'service',
      lifecycle: 'production',
      owner: 'team-payments',
      continuity: { tier: 'tier-4', environments: [{ name: 'production' }] },
    },
  },
  {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name: 'team-payments', namespace: 'default' },
    spec: { type: 'team', children: [] },
    relations: [ANNA, BEN].map(targetRef => ({ type: 'hasMember', targetRef })),
  },
  user('anna'),
  user('ben'),
];

/** Of one class somebody else approves; nothing has to be said. */
export const settings = {
  app: { baseUrl: 'https://portal.example' },
  continuity: {
    changes: {
      requires: { rollbackPlan: false, tests: false, communication: false },
    },
    releases: {
      protocols: {
        major: {
          approvals: [
            {
              id: 'owner',
              title: 'Somebody else of the owners',
              required: 1,
              from: { owners: true },
              except: ['author'],
            },
          ],
          checks: [],
          windows: 'open-only',
          communication: [],
        },
      },
    },
  },
};
