import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { EntityScorecard } from '@continuity/plugin-continuity-common';
import { Age, Moment } from '@continuity/plugin-continuity-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useId } from 'react';
import { scorecardTranslationRef } from '../../../translation/scorecardTranslationRef';
import { EntityLink } from '../../shared/EntityLink';
import { Notice } from '../../shared/Notice';
import { CheckList } from './CheckList';
import { HistoryPart } from './HistoryPart';
import { NextSteps } from './NextSteps';
import { Standing } from './Standing';

const useStyles = makeStyles(
  theme => ({
    scorecard: {
      padding: theme.spacing(2, 0),
      '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
      '&:first-child': { paddingTop: 0 },
    },
  }),
  { name: 'ContinuityScorecardOfEntity' },
);

const Rollout = ({ scorecard }: Pick<EntityScorecard, 'scorecard'>) => {
  const { t } = useTranslationRef(scorecardTranslationRef);
  const { inForce, rolloutAt } = scorecard;
  if (inForce) return null;
  return (
    <Typography variant="body2" component="div">
      {t('section.notInForce')}{' '}
      {rolloutAt ? (
        <>
          {t('section.notInForceFrom')} <Moment at={rolloutAt} />.
        </>
      ) : null}
    </Typography>
  );
};

/** One scorecard of an entity: where it stands, what to do next, and every check. */
export const ScorecardOfEntity = (props: {
  entityRef: string;
  judged: EntityScorecard;
  /** An exemption is different now. */
  onDone: () => void;
}) => {
  const { entityRef, judged, onDone } = props;
  const { scorecard, stale, judgedAt, until } = judged;
  const classes = useStyles();
  const heading = useId();
  const { t } = useTranslationRef(scorecardTranslationRef);
  return (
    <article aria-labelledby={heading} className={classes.scorecard}>
      <Typography variant="subtitle1" component="h3" id={heading}>
        {scorecard.title}
      </Typography>
      {scorecard.description ? (
        <Typography variant="body2" color="textSecondary">
          {scorecard.description}
        </Typography>
      ) : null}
      <Rollout scorecard={scorecard} />
      {stale ? (
        <Notice tone="notice" title={t('section.stale')}>
          {t('section.staleMeans')}
        </Notice>
      ) : null}
      <Standing judged={judged} />
      <NextSteps entityRef={entityRef} judged={judged} />
      <CheckList entityRef={entityRef} judged={judged} onDone={onDone} />
      <HistoryPart entityRef={entityRef} judged={judged} />
      <Typography variant="caption" color="textSecondary" component="p">
        {t('section.judged')} <Age at={judgedAt} />
        {until ? (
          <>
            {' · '}
            {t('section.until')} <Age at={until} />
          </>
        ) : null}
        {scorecard.owner ? (
          <>
            {' · '}
            {t('section.owner')} <EntityLink entityRef={scorecard.owner} />
          </>
        ) : null}
      </Typography>
    </article>
  );
};
