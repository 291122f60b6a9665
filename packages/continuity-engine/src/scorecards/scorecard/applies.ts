import type { Entity } from '@backstage/catalog-model';
import { evaluateFilterPredicate } from '@backstage/filter-predicates';
import { describePredicate } from '../../calendar/scope/describePredicate';
import type { ContinuityProfile } from '../../tiers/types';
import type { Applicability } from '../types';

/** What is known of a service when it is asked whether something concerns it. */
export interface ApplicabilitySubject {
  entity: Entity;
  profile: ContinuityProfile;
  /** What tiers are called, by id. Absent, or one is not there: its id is said. */
  tierTitles?: ReadonlyMap<string, string>;
}

/**
 * Whether something concerns a service. `unknown`: it is for some tiers, and nobody has
 * said which tier the service is. That is no reason to leave it out, or whoever declares
 * nothing would be asked nothing.
 */
export type Applies =
  | { applies: 'yes' }
  | { applies: 'no'; reason: string }
  | { applies: 'unknown'; reason: string; remedy: string };

const YES: Applies = { applies: 'yes' };

/** The word for services without a tier. */
const UNCLASSIFIED = 'unclassified';

/**
 * Never throws: what a predicate cannot be asked about is `unknown`.
 *
 * @param applicability - absent: it concerns every service
 */
export function appliesTo(
  applicability: Applicability | undefined,
  { entity, profile, tierTitles }: ApplicabilitySubject,
): Applies {
  if (!applicability) return YES;
  const { entities, tiers } = applicability;
  if (entities !== undefined) {
    const matches = evaluate(entities, entity);
    if (matches === undefined) {
      return {
        applies: 'unknown',
        reason: `It cannot be told whether ${describePredicate(entities)}.`,
        remedy: 'Have whoever runs Continuity correct the filter of the check.',
      };
    }
    if (!matches) {
      return {
        applies: 'no',
        reason: `It is only for services where ${describePredicate(entities)}.`,
      };
    }
  }
  if (tiers === undefined || tiers.includes(profile.tier?.id ?? UNCLASSIFIED)) {
    return YES;
  }
  const titles = tiers.map(id => tierTitles?.get(id) ?? id).join(', ');
  return profile.tier
    ? {
        applies: 'no',
        reason: `It is only for ${titles}; this is ${profile.tier.title}.`,
      }
    : {
        applies: 'unknown',
        reason: `It is for ${titles}, and nobody has said which tier this is.`,
        remedy: profile.remedy ?? 'Declare spec.continuity.',
      };
}

/**
 * Whether a service belongs to an audience. One without a tier belongs only to audiences
 * that name `unclassified`, as with the policies of the gate.
 */
export function isInAudience(
  audience: Applicability,
  subject: ApplicabilitySubject,
): boolean {
  const { entities, tiers } = audience;
  return (
    (entities === undefined || evaluate(entities, subject.entity) !== false) &&
    (tiers === undefined ||
      tiers.includes(subject.profile.tier?.id ?? UNCLASSIFIED))
  );
}

function evaluate(
  predicate: NonNullable<Applicability['entities']>,
  entity: Entity,
): boolean | undefined {
  try {
    return evaluateFilterPredicate(predicate, entity);
  } catch {
    return undefined;
  }
}
