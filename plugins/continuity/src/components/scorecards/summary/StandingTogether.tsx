import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  Scorecard,
  ScorecardRollUp,
} from '@continuity/plugin-continuity-common';
import { ToneIcon } from '@continuity/plugin-continuity-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { Fragment } from 'react';
import { scorecardsTranslationRef } from '../../../translation/scorecardsTranslationRef';
import { Marks } from '../../shared/Marks';
import { EntityLink } from '../../shared/EntityLink';
import { LevelMark } from '../shared/LevelMark';
import { useTierName } from '../shared/useTierName';
import { isJudged } from './isJudged';

const useStyles = makeStyles(
  theme => ({
    below: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      padding: theme.spacing(1, 0),
    },
    worst: { '& a': { textDecoration: 'underline' } },
  }),
  { name: 'ContinuityStandingTogether' },
);

/** What is counted in the strictest tier that there are services of. */
function strictestOf({ byTier, strictestTier }: ScorecardRollUp) {
  return byTier.find(({ tier }) => tier === strictestTier);
}

/** How many services of the strictest tier are not where they should be. */
const Below = (props: { scorecard: Scorecard; rollUp: ScorecardRollUp }) => {
  const { scorecard, rollUp } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const nameOfTier = useTierName();
  const strictest = strictestOf(rollUp);
  const top = scorecard.levels.at(-1);
  if (!strictest || !top) return null;
  const { services, levels } = strictest;
  const tier = nameOfTier(strictest);
  const onTop = levels.find(({ level }) => level === top.id)?.services ?? 0;
  const count = services - onTop;
  return (
    <div className={classes.below}>
      <ToneIcon tone={count > 0 ? 'bad' : 'good'} />
      <Typography variant="body1">
        {count > 0
          ? t('summary.below', {
              count,
              total: String(services),
              tier,
              level: top.title,
            })
          : t('summary.noneBelow', { tier, level: top.title })}
      </Typography>
    </div>
  );
};

/** Where services stand together: as their worst in the strictest tier, never by an average. */
export const StandingTogether = (props: {
  scorecard: Scorecard;
  rollUp: ScorecardRollUp;
}) => {
  const { scorecard, rollUp } = props;
  const { level, worst } = rollUp;
  const strictest = strictestOf(rollUp);
  const nameOfTier = useTierName();
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  return (
    <>
      <Marks>
        <strong>{t('summary.whole')}</strong>
        <LevelMark
          levels={scorecard.levels}
          level={level}
          isJudged={isJudged(rollUp)}
        />
      </Marks>
      {strictest ? (
        <Typography variant="body2">
          {t('summary.wholeMeans', { tier: nameOfTier(strictest) })}
        </Typography>
      ) : null}
      <Below scorecard={scorecard} rollUp={rollUp} />
      {worst.length > 0 ? (
        <Typography variant="body2" component="div" className={classes.worst}>
          {t('summary.worst')}:{' '}
          {worst.map(({ entityRef, title, name }, index) => (
            <Fragment key={entityRef}>
              {index > 0 ? ', ' : ''}
              <EntityLink entityRef={entityRef} title={title ?? name} />
            </Fragment>
          ))}
        </Typography>
      ) : null}
    </>
  );
};
