import { describeDuration, durationSeconds } from '../time';
import type { ContinuityProfile, ContinuitySpec, PlanningRule } from './types';

type Known = Pick<ContinuityProfile, 'tier' | 'rto' | 'rpo'> & {
  impact: ContinuitySpec['impact'];
};

/**
 * Whether a service needs formal continuity planning. One condition that holds is
 * enough, also for a service without a tier: who declares that five minutes of data
 * may be lost has said what matters. When none holds and there is no tier, the
 * answer is not known, because nobody has said what an outage would mean.
 */
export function planningScope(
  known: Known,
  rule: PlanningRule,
): ContinuityProfile['planning'] {
  const inFavour = reasonsFor(known, rule);
  if (inFavour.length > 0) return { inScope: 'yes', reasons: inFavour };
  if (!known.tier) {
    return {
      inScope: 'unknown',
      reasons: [
        'The service has no tier in force, so nobody has said what an outage would mean.',
      ],
    };
  }
  return { inScope: 'no', reasons: reasonsAgainst(known, rule) };
}

function reasonsFor(known: Known, rule: PlanningRule): string[] {
  const { tier, rto, rpo, impact = [] } = known;
  const reasons: string[] = [];
  if (tier && rule.tiers.includes(tier.id)) {
    reasons.push(`${tier.title} (${tier.id}) always needs a continuity plan.`);
  }
  if (rto && rule.rtoAtMost && rto.seconds <= durationSeconds(rule.rtoAtMost)) {
    reasons.push(
      `The RTO of ${describeDuration(
        rto.duration,
      )} is at most ${describeDuration(rule.rtoAtMost)}.`,
    );
  }
  if (rpo && rule.rpoAtMost && rpo.seconds <= durationSeconds(rule.rpoAtMost)) {
    reasons.push(
      `The RPO of ${describeDuration(
        rpo.duration,
      )} is at most ${describeDuration(rule.rpoAtMost)}.`,
    );
  }
  for (const { category } of impact) {
    if (rule.impactCategories?.includes(category)) {
      reasons.push(`The impact analysis names ${category} harm.`);
    }
  }
  return reasons;
}

/** Each condition of the rule with the value that does not meet it. */
function reasonsAgainst(known: Known, rule: PlanningRule): string[] {
  const { tier, rto, rpo } = known;
  const reasons: string[] = [];
  if (tier) {
    reasons.push(
      `${tier.title} (${tier.id}) is not among the tiers that need a plan (${
        rule.tiers.join(', ') || 'none'
      }).`,
    );
  }
  if (rule.rtoAtMost) {
    reasons.push(
      rto
        ? `The RTO of ${describeDuration(
            rto.duration,
          )} is longer than ${describeDuration(rule.rtoAtMost)}.`
        : 'No RTO is declared.',
    );
  }
  if (rule.rpoAtMost) {
    reasons.push(
      rpo
        ? `The RPO of ${describeDuration(
            rpo.duration,
          )} is longer than ${describeDuration(rule.rpoAtMost)}.`
        : 'No RPO is declared.',
    );
  }
  if (rule.impactCategories?.length) {
    reasons.push(
      `The impact analysis names no ${rule.impactCategories.join(
        ' or ',
      )} harm.`,
    );
  }
  return reasons;
}
