import { rollbackRehearsal } from '../../evidence';
import { formatInstant } from '../../time';
import { defineCheck } from '../defineCheck';
import { judgeLatest } from '../judgeLatest';

/** A way back that was never gone is a hope; one that was gone is a fact, for a while. */
export const rollbackRehearsed = defineCheck({
  id: 'rollback-rehearsed',
  title: 'Rollback is rehearsed',
  question:
    'Has going back been tried recently, and did the schema and every row survive it?',
  needs: [rollbackRehearsal],
  evaluate: context =>
    judgeLatest(
      context,
      rollbackRehearsal,
      {
        report:
          'Rehearse the way back and report it: continuity migrations rehearse <dir> --push.',
        repair:
          'Mend the way back, or the migration, where the rehearsal says what does not come back, and rehearse again.',
        settle: ({ doubts }) =>
          `${
            doubts.named.length === 0 ? '' : `Settle this: ${doubts.named[0]}. `
          }Then rehearse again; rows for empty tables come with --data.`,
      },
      ({ id, headline, observedAt, payload: { tables } }) => ({
        verdict: 'pass',
        reason: `It was tried on ${formatInstant(observedAt).slice(
          0,
          10,
        )}, ${headline}; ${tables.affected} of ${tables.total} ${
          tables.total === 1 ? 'table' : 'tables'
        } affected, all with rows.`,
        evidence: [id],
      }),
    ),
});
