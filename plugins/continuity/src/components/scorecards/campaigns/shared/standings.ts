import type {
  CampaignCounts,
  CampaignStanding,
} from '@continuity/plugin-continuity-common';
import type { Tone } from '@continuity/plugin-continuity-react';

/** In the order in which they are drawn and told. */
export const STANDINGS = [
  'reached',
  'exempt',
  'not-known',
  'not-reached',
] as const satisfies readonly CampaignStanding[];

export const TONES: Readonly<Record<CampaignStanding, Tone>> = {
  reached: 'good',
  exempt: 'caution',
  'not-known': 'unknown',
  'not-reached': 'bad',
};

/** How many services stand there. */
export function countOf(
  counts: CampaignCounts,
  standing: CampaignStanding,
): number {
  switch (standing) {
    case 'reached':
      return counts.reached;
    case 'exempt':
      return counts.exempt;
    case 'not-known':
      return counts.notKnown;
    default:
      return counts.notReached;
  }
}

/**
 * Percent of services that are there, rounded down: 999 of 1000 are not all of them.
 *
 * @returns undefined where there is no service
 */
export function percentReached({
  services,
  reached,
}: CampaignCounts): number | undefined {
  return services === 0 ? undefined : Math.floor((reached * 100) / services);
}
