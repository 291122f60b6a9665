import { rollbackPlan } from '../../evidence';
import { describeDuration, durationSeconds } from '../../time';
import { defineCheck } from '../defineCheck';
import { judgeLatest } from '../judgeLatest';

/** Going back must fit into the time in which the service has to be back. */
export const rollbackPlanCurrent = defineCheck({
  id: 'rollback-plan-current',
  title: 'Rollback plan is current',
  question:
    'Is there a rollback plan that still counts, and is going back faster than the recovery time objective?',
  needs: [rollbackPlan],
  evaluate: context =>
    judgeLatest(
      context,
      rollbackPlan,
      {
        report:
          'Write or review the rollback plan and report it as evidence of kind "rollback-plan".',
      },
      plan => {
        const { expectedDuration } = plan.payload;
        const { rto } = context.profile;
        const evidence = [plan.id];
        if (!rto) {
          return {
            verdict: 'unknown',
            reason: `Going back takes ${describeDuration(
              expectedDuration,
            )}, but the service has no recovery time objective to hold it against.`,
            remedy:
              context.profile.remedy ??
              'Declare spec.continuity.rto, or an impact analysis from which it follows.',
            evidence,
          };
        }
        if (durationSeconds(expectedDuration) > rto.seconds) {
          return {
            verdict: 'fail',
            reason: `Going back takes ${describeDuration(
              expectedDuration,
            )}, longer than the recovery time objective of ${describeDuration(
              rto.duration,
            )}.`,
            remedy:
              'Find a faster way back and report the new plan, or have the objective reviewed.',
            evidence,
          };
        }
        return {
          verdict: 'pass',
          reason: `Going back takes ${describeDuration(
            expectedDuration,
          )}, within the recovery time objective of ${describeDuration(
            rto.duration,
          )}.`,
          evidence,
        };
      },
    ),
});
