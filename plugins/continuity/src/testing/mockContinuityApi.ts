import type { ContinuityApi } from '@continuity/plugin-continuity-react';
import {
  calendarOf,
  calendarSummaries,
  march,
  subscriptions,
} from './calendarFixtures';
import {
  campaign,
  campaignHistory,
  campaignPreview,
  campaignProgress,
  campaignServices,
} from './campaignFixtures';
import { changeSummary } from './changeFixtures';
import { driftPage, driftParity, driftScans } from './driftFixtures';
import {
  allowed,
  classified,
  decisions,
  denied,
  evidence,
  fleet,
  freshStatus,
  windows,
} from './fixtures';
import { dependencies, reachPage } from './graphFixtures';
import {
  entityScorecards,
  exemptionInForce,
  scorecardResults,
  scorecards,
  scorecardHistory,
  scorecardSummary,
  scorecardTrend,
} from './scorecardFixtures';

/**
 * A backend that knows one service, denies it in production and allows it elsewhere, and
 * the calendar of March 2026, what that service depends on, and a change of it.
 */
export function mockContinuityApi(overrides: Partial<ContinuityApi> = {}) {
  const now = Date.now();
  return {
    getStatus: async () => freshStatus(now),
    getEntity: async () => classified(now),
    listWindows: async () => ({
      items: windows(now),
      truncated: false,
      unreadableCalendars: [],
    }),
    listEvidence: async () => ({ items: evidence(now) }),
    getEvidence: async id => ({
      ...evidence(now)[0],
      id,
      headline: '3.9.0 succeeded',
    }),
    listDecisions: async () => ({ items: decisions(now) }),
    getFleet: async () => fleet(now),
    decide: async request =>
      request.environment === 'production'
        ? denied(now, request)
        : allowed(now, request),
    getCalendarView: async ({ from, to }) => march({ from, to }),
    listCalendars: async () => calendarSummaries(now),
    getCalendar: async ref => calendarOf(ref),
    listCalendarSubscriptions: async () => subscriptions(now),
    getDependencies: async () => dependencies(now),
    listDependencies: async () => reachPage(now),
    listChanges: async () => ({ items: [changeSummary(now)] }),
    listOverrides: async () => ({ items: [] }),
    listChangeRecords: async () => [],
    listConnectors: async () => [],
    listCollectors: async () => [],
    listUnauthorisedDeployments: async () => ({ items: [] }),
    listApprovalDelegations: async () => [],
    getEntityDrift: async () => driftScans(now),
    listDrift: async () => driftPage(now),
    listDriftParity: async () => driftParity(now),
    listEntityScorecards: async () => entityScorecards(now),
    listScorecards: async () => scorecards(),
    listScorecardResults: async () => scorecardResults(now),
    listEntityScorecardHistory: async () => ({ items: scorecardHistory(now) }),
    getScorecardSummary: async () => scorecardSummary(),
    getScorecardTrend: async () => scorecardTrend,
    listScorecardExemptions: async () => ({
      items: [exemptionInForce(now)],
    }),
    listEntityCampaigns: async () => [],
    listCampaigns: async () => ({
      items: [campaign(now)],
      may: { create: true },
    }),
    getCampaign: async () => campaign(now),
    getCampaignProgress: async () => campaignProgress(now),
    listCampaignServices: async () => ({ items: campaignServices(now) }),
    listCampaignHistory: async () => campaignHistory(now),
    previewCampaign: async () => campaignPreview(now),
    ...overrides,
  } satisfies Partial<ContinuityApi>;
}
