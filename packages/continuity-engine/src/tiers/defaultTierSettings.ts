import type { TierSettings } from './types';

/** What holds for an organisation that configures nothing. */
export const defaultTierSettings: TierSettings = {
  tiers: [
    { id: 'tier-1', title: 'Mission critical', maxRto: 'PT4H' },
    { id: 'tier-2', title: 'Business critical', maxRto: 'PT24H' },
    { id: 'tier-3', title: 'Important', maxRto: 'P7D' },
    { id: 'tier-4', title: 'Deferrable', maxRto: 'P1M' },
  ],
  planning: {
    tiers: ['tier-1', 'tier-2'],
    rtoAtMost: 'PT24H',
    rpoAtMost: 'PT15M',
    impactCategories: ['regulatory', 'safety'],
  },
};
