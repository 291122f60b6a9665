import type { ChangeSettings } from './types';

/**
 * What counts for changes when nothing is configured.
 *
 * @param tierIds - tiers in order, strictest first; the first two are *core*
 */
export function defaultChangeSettings(
  tierIds: readonly string[],
): ChangeSettings {
  const core = tierIds.slice(0, 2);
  return {
    requires: {
      rollbackPlan: { tiers: core },
      tests: { classes: ['major'] },
      communication: { classes: ['major'] },
    },
    approvals: { validFor: 'P14D', escalateAfter: 'PT24H', escalateTo: [] },
    preApproval: { deployments: 5, successRate: 0.9 },
    expiresAfter: 'P30D',
    overrides: {
      maxDuration: 'PT4H',
      twoPeopleTiers: [...core, 'unclassified'],
      approvals: {
        owners: true,
        groups: ['group:default/change-advisory-board'],
      },
      reviewWithin: 'P3D',
    },
    unauthorised: {
      grace: 'PT1H',
      quietFor: 'P1D',
      retrospective: false,
    },
  };
}
