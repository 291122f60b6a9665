import type { Override } from '@continuity/plugin-continuity-common';

/** Break-glass overrides as the backend would tell them, relative to a moment. */
const HOUR = 3_600_000;

const at = (now: number, hours: number) =>
  new Date(now + hours * HOUR).toISOString();

export const OVERRIDE_ID = '5b0c2f4e-0000-4000-8000-000000000001';
export const FREEZE_RULE =
  'freeze:freezecalendar:default/month-end-close#month-end';

/** In force for another hour, unless it is said otherwise. */
export const overrideOf = (
  now: number,
  part: Partial<Override> = {},
): Override => ({
  id: OVERRIDE_ID,
  state: 'in-force',
  rules: [FREEZE_RULE, 'check:rollback-plan-current'],
  reason: 'Payments are down',
  incident: 'INC-7',
  entities: ['component:default/payments-api'],
  environments: ['production'],
  duration: 'PT2H',
  requestedBy: 'user:default/anna.keller',
  requestedAt: at(now, -1.5),
  approvals: [
    { by: 'user:default/ben.oduya', at: at(now, -1.2), comment: 'I looked' },
    { by: 'user:default/dora.lind', at: at(now, -1) },
  ],
  seats: { filled: 2, required: 2 },
  start: at(now, -1),
  end: at(now, 1),
  reviewDueAt: at(now, 73),
  ...part,
});

/** Asked for, and approved by one of two. */
export const requestedOverride = (
  now: number,
  part: Partial<Override> = {},
): Override => ({
  ...overrideOf(now),
  state: 'requested',
  approvals: [
    { by: 'user:default/ben.oduya', at: at(now, -1.2), comment: 'I looked' },
  ],
  seats: {
    filled: 1,
    required: 2,
    open: [
      {
        title: 'Two people, neither of whom asked',
        count: 1,
        from: ['group:default/change-advisory-board'],
      },
    ],
  },
  lapsesAt: at(now, 0.5),
  start: undefined,
  end: undefined,
  reviewDueAt: undefined,
  ...part,
});

/** Over and reviewed. */
export const reviewedOverride = (
  now: number,
  part: Partial<Override> = {},
): Override => ({
  ...overrideOf(now),
  state: 'reviewed',
  start: at(now, -30),
  end: at(now, -28),
  closedBy: 'user:default/anna.keller',
  closedBecause: 'Payments are up again',
  review: {
    summary: 'Payments 4.2.1 was released',
    justified: true,
    followUp: 'The close leaves payments out',
    by: 'user:default/ben.oduya',
    at: at(now, -2),
  },
  ...part,
});
