import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { ScorecardJudging } from '@continuity/plugin-continuity-common';
import { Age } from '@continuity/plugin-continuity-react';
import Typography from '@material-ui/core/Typography';
import { scorecardsTranslationRef } from '../../../translation/scorecardsTranslationRef';
import { Notice } from '../../shared/Notice';

/** That what stands on the page is not the newest. Silent when it is. */
export const JudgingNotice = ({ judging }: { judging: ScorecardJudging }) => {
  const { waiting, since, problem } = judging;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const waits =
    waiting > 0 ? (
      <>
        {t('judging.waiting', { count: waiting })}{' '}
        {since ? (
          <>
            {t('judging.since')} <Age at={since} />.
          </>
        ) : null}
      </>
    ) : null;
  if (problem !== undefined) {
    return (
      <Notice tone="bad" title={t('judging.problem')}>
        {problem} {waits}
      </Notice>
    );
  }
  return waits ? (
    <Typography variant="body2" component="p" role="status">
      {waits}
    </Typography>
  ) : null;
};
