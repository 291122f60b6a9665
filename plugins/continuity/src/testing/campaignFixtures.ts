import type {
  Campaign,
  CampaignPreview,
  CampaignProgress,
  CampaignRevision,
  CampaignService,
  EntityCampaign,
} from '@continuity/plugin-continuity-common';

/** What the backend would say of campaigns; for tests and for development. */

const DAY = 86_400_000;
const iso = (at: number) => new Date(at).toISOString();
const day = (at: number) => iso(at).slice(0, 10);

export const CAMPAIGN_ID = '0190b6a2-7c1e-7b0a-9f3e-0000000000c1';

const COUNTS = {
  services: 40,
  reached: 12,
  exempt: 2,
  notKnown: 6,
  notReached: 20,
};

/** One that runs. */
export function campaign(
  now: number,
  change: Partial<Campaign> = {},
): Campaign {
  return {
    id: CAMPAIGN_ID,
    revision: 3,
    state: 'running',
    content: {
      title: 'Rehearse going back',
      description: 'Going back had never been tried when we needed it in May.',
      scorecard: 'rollback-readiness',
      level: 'proven',
      scope: { tiers: ['tier-1'], owners: ['group:default/team-payments'] },
      startsOn: day(now - 10 * DAY),
      endsOn: day(now + 20 * DAY),
      timezone: 'Europe/Zurich',
      owner: 'group:default/resilience',
      reminders: [1, 14],
    },
    scorecardTitle: 'Rollback readiness',
    levelTitle: 'Proven',
    startsAt: iso(now - 10 * DAY),
    endsAt: iso(now + 21 * DAY),
    counts: COUNTS,
    joined: 3,
    left: 1,
    createdBy: 'user:default/cleo.marin',
    createdAt: iso(now - 11 * DAY),
    updatedBy: 'user:default/cleo.marin',
    updatedAt: iso(now - 9 * DAY),
    may: { change: true, cancel: true },
    ...change,
  };
}

export function campaignProgress(
  now: number,
  change: Partial<CampaignProgress> = {},
): CampaignProgress {
  return {
    blockers: [
      {
        check: 'rollback-rehearsed',
        title: 'Rehearsal',
        services: 25,
        alone: 9,
      },
      {
        check: 'rollback-plan-current',
        title: 'Rollback plan',
        services: 11,
        alone: 0,
      },
    ],
    owners: [
      { owner: 'group:default/team-payments', counts: COUNTS },
      {
        counts: {
          services: 1,
          reached: 0,
          exempt: 0,
          notKnown: 1,
          notReached: 0,
        },
      },
    ],
    ownersLeftOut: 0,
    days: [
      { day: '2026-03-01', services: 37, reached: 4 },
      { day: '2026-03-02', services: 40, reached: 12 },
    ],
    lost: [
      {
        entityRef: 'component:default/ledger',
        name: 'ledger',
        title: 'Ledger',
        lostAt: iso(now - DAY),
      },
    ],
    lostLeftOut: 0,
    ...change,
  };
}

export function campaignServices(now: number): CampaignService[] {
  return [
    {
      entityRef: 'component:default/payments-api',
      name: 'payments-api',
      title: 'Payments API',
      owner: 'group:default/team-payments',
      tier: 'tier-1',
      standing: 'not-reached',
      missing: ['rollback-rehearsed', 'kill-switch-rehearsed'],
      next: {
        check: 'rollback-rehearsed',
        title: 'Rehearsal',
        reason: 'Going back lost 3 rows.',
        remedy: 'Mend the migration, and rehearse again.',
      },
      joinedAt: iso(now - 2 * DAY),
      mayDiffer: true,
    },
    {
      entityRef: 'component:default/orphan',
      name: 'orphan',
      tier: 'unclassified',
      standing: 'not-known',
      missing: [],
    },
    {
      entityRef: 'component:default/checkout',
      name: 'checkout',
      owner: 'group:default/team-payments',
      tier: 'tier-1',
      standing: 'reached',
      missing: [],
    },
  ];
}

export function campaignHistory(now: number): CampaignRevision[] {
  const { content } = campaign(now);
  return [
    {
      revision: 3,
      change: 'changed',
      at: iso(now - 9 * DAY),
      by: 'user:default/cleo.marin',
      comment: 'Holidays',
      content,
    },
    {
      revision: 2,
      change: 'started',
      at: iso(now - 10 * DAY),
      by: 'service:continuity',
      content: { ...content, endsOn: day(now + 10 * DAY) },
    },
    {
      revision: 1,
      change: 'created',
      at: iso(now - 11 * DAY),
      by: 'user:default/cleo.marin',
      content: { ...content, endsOn: day(now + 10 * DAY) },
    },
  ];
}

export function campaignPreview(
  now: number,
  change: Partial<CampaignPreview> = {},
): CampaignPreview {
  return {
    problems: [],
    startsAt: iso(now),
    endsAt: iso(now + 21 * DAY),
    reminders: [iso(now + 6 * DAY)],
    counts: COUNTS,
    services: campaignServices(now),
    ...change,
  };
}

export function entityCampaign(
  now: number,
  change: Partial<EntityCampaign> = {},
): EntityCampaign {
  return {
    id: CAMPAIGN_ID,
    title: 'Rehearse going back',
    state: 'running',
    scorecard: 'rollback-readiness',
    level: 'Proven',
    startsOn: day(now - 10 * DAY),
    endsOn: day(now + 20 * DAY),
    timezone: 'Europe/Zurich',
    endsAt: iso(now + 21 * DAY),
    owner: 'group:default/resilience',
    standing: 'not-reached',
    missing: ['rollback-rehearsed'],
    ...change,
  };
}
