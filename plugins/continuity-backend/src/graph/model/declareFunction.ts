import {
  describeContinuity,
  type ContinuityProfile,
  type NodeChange,
  type TierSettings,
} from '@continuity/engine';
import type { DependencySource } from '@continuity/plugin-continuity-common';
import type { DeclaredFunction } from '../../catalog';
import { ownerOf } from './entityFacts';
import { FUNCTION_NODE } from './nodeKinds';

/**
 * What the business asks for. The same words mean the same here as in `spec.continuity`,
 * and a part that is wrong leaves all of them out.
 */
export function profileOfFunction(
  { versions }: DeclaredFunction,
  tiers: TierSettings,
): ContinuityProfile {
  const { tier, rto, impact } = versions.newest.spec ?? {};
  return describeContinuity(
    {
      ...(tier !== undefined && { tier }),
      ...(rto !== undefined && { rto }),
      ...(impact !== undefined && { impact }),
    },
    tiers,
  );
}

/**
 * What a business function declares in the graph. One whose supporters nobody can read
 * needs nothing that the graph knows of; the catalog says on the entity what is wrong.
 */
export function declareFunction(
  declared: DeclaredFunction,
  profile: ContinuityProfile,
): NodeChange {
  const { ref, supportedBy, versions } = declared;
  const owner = ownerOf(versions.newest);
  const target: unknown = versions.newest.spec?.availabilityTarget;
  const supporters = supportedBy.state === 'closed' ? [] : supportedBy.value;
  return {
    node: {
      node: ref,
      kind: FUNCTION_NODE,
      ...(profile.tier && { tier: profile.tier.id }),
      ...(profile.rto && { rtoSeconds: profile.rto.seconds }),
      ...(isShare(target) && { availabilityTarget: target }),
      // It is not run anywhere: it works while what supports it does.
      availability: 1,
      recoverySeconds: 0,
      ...(owner !== undefined && { owner }),
    },
    edges: [...new Set(supporters)].map(to => ({
      from: ref,
      to,
      strength: 'hard',
      source: 'supports' satisfies DependencySource,
    })),
  };
}

function isShare(value: unknown): value is number {
  return typeof value === 'number' && value > 0 && value <= 1;
}
