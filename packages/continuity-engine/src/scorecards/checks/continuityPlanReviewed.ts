import { continuityPlanReview } from '../../evidence';
import { formatInstant } from '../../time';
import { defineCheck } from '../defineCheck';
import { judgeLatest } from '../judgeLatest';

/** A plan nobody has read for a year is a wish (ISO 22301, 9.3). */
export const continuityPlanReviewed = defineCheck({
  id: 'continuity-plan-reviewed',
  title: 'Continuity plan is reviewed',
  question: 'Has somebody approved the continuity plan recently enough?',
  needs: [continuityPlanReview],
  evaluate: context =>
    judgeLatest(
      context,
      continuityPlanReview,
      {
        report:
          'Have the continuity plan reviewed and report it as evidence of kind "continuity-plan-review".',
        repair:
          'Make the changes that the review asked for, have the plan approved, and report the new review.',
      },
      review => ({
        verdict: 'pass',
        reason: `The continuity plan was ${review.headline} on ${formatInstant(
          review.observedAt,
        ).slice(0, 10)}.`,
        evidence: [review.id],
      }),
    ),
});
