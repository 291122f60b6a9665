import { deployment } from '../../evidence';
import { defineCheck } from '../defineCheck';
import { judgeLatest } from '../judgeLatest';

/** What broke last time is best understood before the next time. */
export const lastDeploymentSucceeded = defineCheck({
  id: 'last-deployment-succeeded',
  title: 'Last deployment succeeded',
  question: 'Did the last deployment to this environment succeed?',
  needs: [deployment],
  evaluate: context =>
    judgeLatest(
      context,
      deployment,
      {
        report:
          'Let the pipeline report its deployments as evidence of kind "deployment".',
        repair:
          'Find out why the last deployment did not succeed before the next one.',
      },
      last => ({
        verdict: 'pass',
        reason: `The last deployment to ${context.environment}: ${last.headline}.`,
        evidence: [last.id],
      }),
    ),
});
