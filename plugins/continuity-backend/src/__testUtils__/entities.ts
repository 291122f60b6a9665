import type { Entity } from '@backstage/catalog-model';

/** A tier-1 service that is deployed to production in one region, and to staging. */
export const payments: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'payments-api', namespace: 'default' },
  spec: {
    type: 'service',
    lifecycle: 'production',
    owner: 'team-payments',
    continuity: {
      tier: 'tier-1',
      rto: 'PT1H',
      environments: [
        { name: 'production', region: 'eu-west-1', role: 'primary' },
        { name: 'staging' },
      ],
    },
  },
};

/** Frozen on 1 and 2 December 2026 in production, Zurich time. */
export const yearEndClose: Entity = {
  apiVersion: 'continuity.dev/v1',
  kind: 'FreezeCalendar',
  metadata: {
    name: 'year-end-close',
    namespace: 'default',
    title: 'Year-end close',
  },
  spec: {
    owner: 'group:default/finance-operations',
    timezone: 'Europe/Zurich',
    scope: { environments: ['production'] },
    windows: [
      {
        id: 'close',
        title: 'Books are closed',
        reason: 'Postings must not be interrupted',
        start: '2026-12-01T00:00:00',
        end: '2026-12-03T00:00:00',
      },
    ],
  },
};

/** Asks for nothing but the calendars. */
export const calendarsOnly = {
  policies: [{ id: 'calendars', title: 'Calendars', calendars: 'all' }],
};

/** A report of a deployment that is right; `change` makes it another one. */
export function deployment(change: Record<string, unknown> = {}) {
  return {
    kind: 'deployment',
    source: 'github-actions',
    externalId: 'run-1',
    entityRef: 'component:default/payments-api',
    environment: 'production',
    region: 'eu-west-1',
    observedAt: '2026-01-30T12:00:00Z',
    payload: {
      version: 'v1.4.2',
      outcome: 'succeeded',
      startedAt: '2026-01-30T11:57:00Z',
      finishedAt: '2026-01-30T12:00:00Z',
    },
    ...change,
  };
}
