import { mockCredentials } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { ANNA, ANNA_REF } from '../../__testUtils__/startContinuity';

/** Somebody who may sign in. */
export interface Person {
  ref: string;
  header: string;
}

export const person = (name: string): Person => {
  const ref = `user:default/${name}`;
  return { ref, header: mockCredentials.user.header(ref) };
};

/** Anna and Ben own the payments; Carl, Dora and Erik are the change advisory board. */
export const anna: Person = { ref: ANNA_REF, header: ANNA };
export const ben = person('ben');
export const carl = person('carl');
export const dora = person('dora');
export const erik = person('erik');
/** Belongs to nobody. */
export const olga = person('olga');

export const PAYMENTS = 'component:default/payments-api';
export const TEAM = 'group:default/team-payments';
export const BOARD = 'group:default/change-advisory-board';
export const DIGEST = `sha256:${'a'.repeat(64)}`;

export const group = (name: string, members: readonly string[]): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name, namespace: 'default' },
  spec: { type: 'team', children: [] },
  relations: members.map(targetRef => ({ type: 'hasMember', targetRef })),
});

const user = ({ ref }: Person): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'User',
  metadata: { name: ref.split('/')[1], namespace: 'default' },
  spec: {},
});

const service = (name: string, spec: object): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, namespace: 'default' },
  spec: { type: 'service', lifecycle: 'production', ...spec },
});

export const paymentsApi = service('payments-api', {
  owner: 'team-payments',
  continuity: {
    tier: 'tier-1',
    rto: 'PT1H',
    environments: [
      { name: 'production', region: 'eu-west-1', role: 'primary' },
      { name: 'staging' },
    ],
  },
});

/** A bank with payments that need a database, and a shop that nobody else needs. */
export const bank: Entity[] = [
  {
    ...paymentsApi,
    relations: [
      { type: 'dependsOn', targetRef: 'component:default/payments-db' },
    ],
  },
  service('payments-db', {
    owner: 'team-payments',
    continuity: { tier: 'tier-1', environments: [{ name: 'production' }] },
  }),
  service('shop', {
    owner: 'team-shop',
    continuity: { tier: 'tier-4', environments: [{ name: 'production' }] },
  }),
  group('team-payments', [anna.ref, ben.ref]),
  group('team-shop', [olga.ref]),
  group('change-advisory-board', [carl.ref, dora.ref, erik.ref]),
  ...[anna, ben, carl, dora, erik, olga].map(user),
];

const HOUR_MS = 3_600_000;

/** A stretch of time around or after now. */
export const hours = (from: number, to: number) => ({
  start: new Date(Date.now() + from * HOUR_MS).toISOString(),
  end: new Date(Date.now() + to * HOUR_MS).toISOString(),
});

/** What a major change of the payments says when it is complete. */
export const complete = {
  title: 'Payments 4.2',
  entities: [PAYMENTS],
  environments: ['production'],
  digests: { [PAYMENTS]: DIGEST },
  window: hours(-1, 3),
  class: 'major',
  plan: 'Deploy region by region',
  rollbackPlan: {
    steps: ['Redeploy the version before'],
    decisionOwner: TEAM,
    decisionDeadline: 'PT15M',
    expectedDuration: 'PT10M',
    dataHandling: 'Nothing is written that the version before cannot read',
  },
  tests: [{ summary: 'Ran on staging for a day' }],
  communication: 'The service desk is told an hour before',
  facts: {
    migration: 'none',
    touches: [],
    size: { files: 3, lines: 40 },
    majorUpdates: [],
    pipeline: 'conformant',
  },
};

/** Nothing but the calendars, so that what a test is about stands alone. */
export const settings = {
  gate: {
    policies: [
      {
        id: 'production',
        title: 'Production',
        calendars: 'all',
        change: { otherwise: 'deny' },
        overrides: ['freeze'],
      },
    ],
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
            except: ['author', 'committer'],
          },
          {
            id: 'board',
            title: 'Change advisory board',
            required: 2,
            from: { groups: [BOARD] },
            except: ['author', 'committer', 'implementer'],
          },
        ],
        checks: [],
        windows: 'open-only',
        communication: [],
        reviewWithin: 'P5D',
      },
    },
  },
};

/** A freeze of production that began an hour ago and lasts for two days. */
export const suddenFreeze: Entity = {
  apiVersion: 'continuity.dev/v1',
  kind: 'FreezeCalendar',
  metadata: {
    name: 'incident-freeze',
    namespace: 'default',
    title: 'Incident',
  },
  spec: {
    owner: TEAM,
    timezone: 'UTC',
    scope: { environments: ['production'] },
    windows: [
      {
        id: 'stop',
        title: 'Nothing moves',
        reason: 'An incident is going on',
        start: new Date(Date.now() - HOUR_MS).toISOString().slice(0, 19),
        duration: 'P2D',
      },
    ],
  },
};
