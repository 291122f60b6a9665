import { defineCheck, judgeLatest, momentInUtc } from '@continuity/engine';
import { backup } from './backup';

/** How much would be lost now is how old the newest backup is. */
export const backupWithinRpo = defineCheck({
  id: 'backup-within-rpo',
  title: 'Newest backup is young enough',
  question: 'Is the newest backup younger than the recovery point objective?',
  needs: [backup],
  evaluate: context =>
    judgeLatest(
      context,
      backup,
      {
        report:
          'Name the backup job in the annotation acme.example/backup-job, and let it run.',
        repair: ({ job }) => `Find out why ${job} failed, and run it again.`,
      },
      ({ id, payload }) => {
        const { rpo, remedy } = context.profile;
        const age = `The newest backup is of ${payload.frozenAt}`;
        if (!rpo) {
          return {
            verdict: 'unknown',
            reason: `${age}, and the service has no recovery point objective to hold it against.`,
            remedy: remedy ?? 'Declare spec.continuity.rpo.',
            evidence: [id],
          };
        }
        const until = Date.parse(payload.frozenAt) + rpo.seconds * 1000;
        return context.now < until
          ? {
              verdict: 'pass',
              reason: `${age}, which is enough until ${momentInUtc(until)}.`,
              evidence: [id],
              // From then on it fails, with no report that says so.
              until,
            }
          : {
              verdict: 'fail',
              reason: `${age}, which was enough until ${momentInUtc(until)}.`,
              remedy: `Run ${payload.job} now, and have it run more often.`,
              evidence: [id],
            };
      },
    ),
});
