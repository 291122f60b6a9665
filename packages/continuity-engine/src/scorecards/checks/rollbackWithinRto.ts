import { rollbackExecution, rollbackSeconds } from '../../evidence';
import { describeSeconds } from '../../graph/words';
import { describeDuration } from '../../time';
import { defineCheck } from '../defineCheck';
import { judgeLatest } from '../judgeLatest';

/** A plan says how long going back takes; the last time that somebody did says it better. */
export const rollbackWithinRto = defineCheck({
  id: 'rollback-within-rto',
  title: 'Last rollback was fast enough',
  question:
    'Did the last rollback succeed, and within the recovery time objective?',
  needs: [rollbackExecution],
  evaluate: context =>
    judgeLatest(
      context,
      rollbackExecution,
      {
        report:
          'Have rollbacks reported as evidence of kind "rollback-execution"; if there was none, rehearse one.',
        repair:
          'Find out why the last rollback did not bring the service back whole, mend it, and rehearse it.',
        settle:
          'Rehearse going back; the last attempt was not carried through.',
      },
      ({ id, payload }) => {
        const seconds = rollbackSeconds(payload);
        const took = `Going back from ${payload.from} to ${
          payload.to
        } took ${describeSeconds(seconds)}`;
        const { rto } = context.profile;
        if (!rto) {
          return {
            verdict: 'unknown',
            reason: `${took}, but the service has no recovery time objective to hold it against.`,
            remedy:
              context.profile.remedy ??
              'Declare spec.continuity.rto, or an impact analysis from which it follows.',
            evidence: [id],
          };
        }
        const objective = `the recovery time objective of ${describeDuration(
          rto.duration,
        )}`;
        return seconds > rto.seconds
          ? {
              verdict: 'fail',
              reason: `${took}, longer than ${objective}.`,
              remedy:
                'Find a faster way back and rehearse it, or have the objective reviewed.',
              evidence: [id],
            }
          : {
              verdict: 'pass',
              reason: `${took}, within ${objective}.`,
              evidence: [id],
            };
      },
    ),
});
