import {
  matchPolicies,
  RELEASE_CLASSES,
  type GatePolicy,
  type UnauthorisedSettings,
} from '@continuity/engine';

/**
 * Whether a deployment there needs a change at all. Where nothing is configured: when the
 * gate asks for one whatever class the release is of, since evidence does not tell it.
 *
 * @param place.tier - tier id or `unclassified`
 */
export function demandsChange(
  { tier, environment }: { tier: string; environment: string },
  { when }: Pick<UnauthorisedSettings, 'when'>,
  policies: readonly GatePolicy[],
): boolean {
  if (when === 'never') return false;
  if (when !== undefined) {
    const { tiers, environments, exceptEnvironments } = when;
    return (
      tiers?.includes(tier) !== false &&
      environments?.includes(environment) !== false &&
      exceptEnvironments?.includes(environment) !== true
    );
  }
  return RELEASE_CLASSES.every(releaseClass =>
    matchPolicies(policies, { tier, environment, releaseClass }).some(
      ({ change }) => change !== undefined && change.otherwise !== 'inform',
    ),
  );
}
