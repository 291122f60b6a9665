import {
  isInAudience,
  type ApplicabilitySubject,
  type Scorecard,
} from '../scorecards';
import type { CampaignScope } from './types';

/** A service, when it is asked whether a campaign is for it. */
export interface CampaignSubject extends ApplicabilitySubject {
  /** Canonical ref. Absent: nobody. */
  owner?: string;
  /** Canonical refs. */
  systems: readonly string[];
}

const NONE = 'none';

/**
 * Whether a campaign is for a service: the scorecard is, and the scope holds it. What a
 * predicate cannot be asked about is in, as everywhere: an error excuses nobody.
 */
export function isInCampaign(
  { audience }: Pick<Scorecard, 'audience'>,
  { owners, systems, tiers, entities }: CampaignScope,
  subject: CampaignSubject,
): boolean {
  return (
    isInAudience(audience, subject) &&
    isInAudience(
      { ...(entities !== undefined && { entities }), ...(tiers && { tiers }) },
      subject,
    ) &&
    (!owners || owners.includes(subject.owner ?? NONE)) &&
    (!systems || systemsOf(subject).some(ref => systems.includes(ref)))
  );
}

function systemsOf({ systems }: CampaignSubject): readonly string[] {
  return systems.length === 0 ? [NONE] : systems;
}
