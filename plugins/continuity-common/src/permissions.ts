import {
  type BasicPermission,
  createPermission,
} from '@backstage/plugin-permission-common';

const basic = (
  name: string,
  action: 'create' | 'read' | 'update' | 'delete',
): BasicPermission => createPermission({ name, attributes: { action } });

/** Report evidence, singly or in batches. For pipelines and collectors. */
export const continuityEvidenceCreatePermission = basic(
  'continuity.evidence.create',
  'create',
);

/** Read the evidence of a service that one may see in the catalog. */
export const continuityEvidenceReadPermission = basic(
  'continuity.evidence.read',
  'read',
);

/** Have a decision made and recorded in the ledger. */
export const continuityGateDecidePermission = basic(
  'continuity.gate.decide',
  'create',
);

/** Ask the gate without recording, and read recorded decisions. */
export const continuityGateReadPermission = basic(
  'continuity.gate.read',
  'read',
);

/** Have decisions signed with a new key. For operators. */
export const continuityGateRotateKeyPermission = basic(
  'continuity.gate.rotate-key',
  'update',
);

/** See all services at a glance, as far as the catalog shows them. */
export const continuityFleetReadPermission = basic(
  'continuity.fleet.read',
  'read',
);

/** Read tier, objectives, environments and windows of a service. */
export const continuityEntityReadPermission = basic(
  'continuity.entity.read',
  'read',
);

/** Read and verify the ledger: every write and every decision of everybody. */
export const continuityLedgerReadPermission = basic(
  'continuity.ledger.read',
  'read',
);

/** See how old the reading of the catalog is. */
export const continuityStatusReadPermission = basic(
  'continuity.status.read',
  'read',
);

/** See how the service itself does: who follows the ledger, and every calendar feed. */
export const continuityOperationsReadPermission = basic(
  'continuity.operations.read',
  'read',
);

/** Have an entry of the ledger handled again that its follower gave up on. */
export const continuityOperationsRetryPermission = basic(
  'continuity.operations.retry',
  'update',
);

/** See calendars and their windows, lint and simulate. */
export const continuityCalendarReadPermission = basic(
  'continuity.calendar.read',
  'read',
);

/** Make iCalendar feeds to subscribe to, and revoke one's own. */
export const continuityCalendarSubscribePermission = basic(
  'continuity.calendar.subscribe',
  'create',
);

/** Make windows in the portal, for owners that one belongs to. */
export const continuityWindowCreatePermission = basic(
  'continuity.window.create',
  'create',
);

/** Change windows made in the portal, of owners that one belongs to. */
export const continuityWindowUpdatePermission = basic(
  'continuity.window.update',
  'update',
);

/** Remove windows made in the portal, of owners that one belongs to. */
export const continuityWindowDeletePermission = basic(
  'continuity.window.delete',
  'delete',
);

/** Make, change and remove windows of any owner, and revoke anybody's feeds. */
export const continuityWindowAdministerPermission = basic(
  'continuity.window.administer',
  'update',
);

/** Ask the dependency graph: impact, points of failure, findings, third-party services. */
export const continuityGraphReadPermission = basic(
  'continuity.graph.read',
  'read',
);

/** Ask for exemptions of findings, and end them. */
export const continuityGraphExemptPermission = basic(
  'continuity.graph.exempt',
  'create',
);

/** Approve or refuse exemptions that somebody else asked for. */
export const continuityGraphApprovePermission = basic(
  'continuity.graph.approve',
  'update',
);

/** Decide whether a third-party service is in continuity planning. */
export const continuitySaasDecidePermission = basic(
  'continuity.saas.decide',
  'update',
);

/** See changes, overrides and deployments without a change, classify, and find a time. */
export const continuityChangeReadPermission = basic(
  'continuity.change.read',
  'read',
);

/** Raise changes as drafts. */
export const continuityChangeCreatePermission = basic(
  'continuity.change.create',
  'create',
);

/** Revise, assess, put up for approval, schedule and cancel changes that are one's own or one's team's. */
export const continuityChangeUpdatePermission = basic(
  'continuity.change.update',
  'update',
);

/** Approve and refuse changes that somebody else wrote, as far as one belongs to who is asked. */
export const continuityChangeApprovePermission = basic(
  'continuity.change.approve',
  'update',
);

/** Begin and finish approved changes, and review them. For people and pipelines. */
export const continuityChangeImplementPermission = basic(
  'continuity.change.implement',
  'update',
);

/** Revise and cancel changes of anybody, and answer for deployments without one. */
export const continuityChangeAdministerPermission = basic(
  'continuity.change.administer',
  'update',
);

/** Ask for break-glass overrides, and end one's own. */
export const continuityOverrideRequestPermission = basic(
  'continuity.override.request',
  'create',
);

/** Approve, refuse and end overrides that somebody else asked for. */
export const continuityOverrideApprovePermission = basic(
  'continuity.override.approve',
  'update',
);

/** Complete the review of overrides that somebody else asked for. */
export const continuityOverrideReviewPermission = basic(
  'continuity.override.review',
  'update',
);

/** See scorecards, their results and history, and exemptions. */
export const continuityScorecardReadPermission = basic(
  'continuity.scorecard.read',
  'read',
);

/** Ask for exemptions of checks, and end them. */
export const continuityScorecardExemptPermission = basic(
  'continuity.scorecard.exempt',
  'create',
);

/** Approve or refuse exemptions of checks that somebody else asked for. */
export const continuityScorecardApprovePermission = basic(
  'continuity.scorecard.approve',
  'update',
);

/** See campaigns for a level, how far they are, and what they ask of a service. */
export const continuityCampaignReadPermission = basic(
  'continuity.campaign.read',
  'read',
);

/** Make campaigns, for owners that one belongs to. */
export const continuityCampaignCreatePermission = basic(
  'continuity.campaign.create',
  'create',
);

/** Change and cancel campaigns of owners that one belongs to. */
export const continuityCampaignUpdatePermission = basic(
  'continuity.campaign.update',
  'update',
);

/** Make, change and cancel campaigns of any owner. */
export const continuityCampaignAdministerPermission = basic(
  'continuity.campaign.administer',
  'update',
);

/** See drift, who is answerable for it, the parity of environments, and baselines. */
export const continuityDriftReadPermission = basic(
  'continuity.drift.read',
  'read',
);

/** Propose what an environment is to be held against. */
export const continuityBaselineProposePermission = basic(
  'continuity.baseline.propose',
  'create',
);

/** Have proposed baselines count, under an approved change. */
export const continuityBaselinePromotePermission = basic(
  'continuity.baseline.promote',
  'update',
);

/** Every permission of the suite; the backend registers them all. */
export const continuityPermissions: BasicPermission[] = [
  continuityEvidenceCreatePermission,
  continuityEvidenceReadPermission,
  continuityGateDecidePermission,
  continuityGateReadPermission,
  continuityGateRotateKeyPermission,
  continuityFleetReadPermission,
  continuityEntityReadPermission,
  continuityLedgerReadPermission,
  continuityStatusReadPermission,
  continuityOperationsReadPermission,
  continuityOperationsRetryPermission,
  continuityCalendarReadPermission,
  continuityCalendarSubscribePermission,
  continuityWindowCreatePermission,
  continuityWindowUpdatePermission,
  continuityWindowDeletePermission,
  continuityWindowAdministerPermission,
  continuityGraphReadPermission,
  continuityGraphExemptPermission,
  continuityGraphApprovePermission,
  continuitySaasDecidePermission,
  continuityChangeReadPermission,
  continuityChangeCreatePermission,
  continuityChangeUpdatePermission,
  continuityChangeApprovePermission,
  continuityChangeImplementPermission,
  continuityChangeAdministerPermission,
  continuityOverrideRequestPermission,
  continuityOverrideApprovePermission,
  continuityOverrideReviewPermission,
  continuityScorecardReadPermission,
  continuityScorecardExemptPermission,
  continuityScorecardApprovePermission,
  continuityCampaignReadPermission,
  continuityCampaignCreatePermission,
  continuityCampaignUpdatePermission,
  continuityCampaignAdministerPermission,
  continuityDriftReadPermission,
  continuityBaselineProposePermission,
  continuityBaselinePromotePermission,
];
