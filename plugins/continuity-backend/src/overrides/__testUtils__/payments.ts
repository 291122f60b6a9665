import { mockCredentials } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';

const HOUR_MS = 3_600_000;

/** A moment as a window in UTC declares it. */
const local = (ms: number) => new Date(ms).toISOString().slice(0, 19);

export const PAY = 'component:default/pay';
export const MAIL = 'component:default/mail';
export const FREEZE = 'freeze:freezecalendar:default/close#month-end';
export const PLAN = 'check:continuity-plan-reviewed';

/** Who owns what is frozen, the board, and people. */
export const MEMBERS: Record<string, string[]> = {
  'team-pay': ['anna', 'ben', 'carl'],
  board: ['dora'],
};

export const refOf = (name: string) => `user:default/${name}`;
export const as = (name: string) => mockCredentials.user.header(refOf(name));

function service(name: string, owner: string, tier: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default' },
    spec: {
      type: 'service',
      lifecycle: 'production',
      owner,
      continuity: {
        tier,
        environments: [
          { name: 'production', region: 'eu', role: 'primary' },
          { name: 'production-us', region: 'us', role: 'standby' },
        ],
      },
    },
  };
}

function group(name: string, members: readonly string[]): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { name, namespace: 'default' },
    spec: { type: 'team', children: [] },
    relations: members.map(member => ({
      type: 'hasMember',
      targetRef: refOf(member),
    })),
  };
}

/**
 * A service of tier 1 and one of tier 3, both frozen for hours before and after this
 * moment, and groups of people.
 */
export function payments(members = MEMBERS): Entity[] {
  const now = Date.now();
  return [
    service('pay', 'team-pay', 'tier-1'),
    service('mail', 'team-pay', 'tier-3'),
    {
      apiVersion: 'continuity.dev/v1',
      kind: 'FreezeCalendar',
      metadata: { name: 'close', namespace: 'default' },
      spec: {
        owner: 'group:default/board',
        timezone: 'UTC',
        scope: {},
        windows: [
          {
            id: 'month-end',
            title: 'Month-end close',
            reason: 'The books are closed',
            start: local(now - 24 * HOUR_MS),
            end: local(now + 48 * HOUR_MS),
          },
        ],
      },
    },
    ...Object.entries(members).map(([name, people]) => group(name, people)),
  ];
}

/** Freezes and a check may be overridden for standard releases, nothing for major ones. */
export const POLICIES = [
  {
    id: 'freezes',
    title: 'Freezes',
    when: { classes: ['standard'] },
    calendars: 'all',
    overrides: ['freeze'],
  },
  {
    id: 'freezes-major',
    title: 'Freezes, for major releases',
    when: { classes: ['major'] },
    calendars: 'all',
  },
  {
    id: 'plan',
    title: 'Plans',
    when: { tiers: ['tier-3'] },
    checks: [{ check: 'continuity-plan-reviewed', otherwise: 'deny' }],
    overrides: ['check'],
  },
  {
    id: 'rollback',
    title: 'Ways back',
    when: { classes: ['major'] },
    checks: [{ check: 'rollback-plan-current', otherwise: 'deny' }],
  },
];

export const CONFIG = {
  gate: { policies: POLICIES },
  changes: {
    overrides: {
      approvals: { owners: true, groups: ['group:default/board'] },
      reviewWithin: 'P2D',
    },
  },
};

/** A request that is right; `change` makes it another one. */
export function request(change: Record<string, unknown> = {}) {
  return {
    rules: [FREEZE],
    reason: 'Customers cannot pay',
    incident: 'INC-7',
    entities: [PAY],
    environments: ['production'],
    duration: 'PT2H',
    ...change,
  };
}
