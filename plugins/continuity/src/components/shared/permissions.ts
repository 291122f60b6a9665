import {
  continuityCampaignReadPermission,
  continuityCalendarReadPermission,
  continuityCalendarSubscribePermission,
  continuityChangeReadPermission,
  continuityDriftReadPermission,
  continuityEntityReadPermission,
  continuityEvidenceReadPermission,
  continuityFleetReadPermission,
  continuityGateReadPermission,
  continuityGraphReadPermission,
  continuityOperationsReadPermission,
  continuityScorecardReadPermission,
} from '@continuity/plugin-continuity-common';

/**
 * The permission that each part of the pages needs, by name: a reader who lacks one is
 * told what to ask for.
 */
export const needs = {
  calendar: continuityCalendarReadPermission.name,
  campaign: continuityCampaignReadPermission.name,
  change: continuityChangeReadPermission.name,
  drift: continuityDriftReadPermission.name,
  entity: continuityEntityReadPermission.name,
  evidence: continuityEvidenceReadPermission.name,
  fleet: continuityFleetReadPermission.name,
  gate: continuityGateReadPermission.name,
  graph: continuityGraphReadPermission.name,
  operations: continuityOperationsReadPermission.name,
  scorecard: continuityScorecardReadPermission.name,
  subscribe: continuityCalendarSubscribePermission.name,
} as const;
