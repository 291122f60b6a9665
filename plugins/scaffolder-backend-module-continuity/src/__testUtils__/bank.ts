export const ANNA = 'user:default/anna';
export const BEN = 'user:default/ben';
export const PAYMENTS = 'component:default/payments-api';
/** Has to be back within an hour. */
export const LEDGER = 'component:default/ledger';
/** Nobody has said what its outage would mean. */
export const UNKNOWN = 'component:default/unclassified';

const component = (name: string, continuity?: object) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default' },
  spec: {
    type: 'service',
    lifecycle: 'production',
    owner: 'team-payments',
    ...(continuity && { continuity }),
  },
});

const user = (name: string) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name, namespace: 'default' },
  spec: { memberOf: ['team-payments'] },
});

/** Anna and Ben own the payments; what is deployed of them, one of the other approves. */
export const bank = [
  component('payments-api', {
    tier: 'tier-4',
    environments: [{ name: 'production' }],
  }),
  component('ledger', { rto: 'PT1H' }),
  component('unclassified'),
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
