import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { EntityScorecard } from '@continuity/plugin-continuity-common';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useId } from 'react';
import { scorecardTranslationRef } from '../../../translation/scorecardTranslationRef';
import { titleOfLevel } from '../shared/levels';
import { RemedyActionLink } from '../shared/RemedyActionLink';
import { useScoreWords } from '../shared/useScoreWords';

const useStyles = makeStyles(
  theme => ({
    part: {
      margin: theme.spacing(1.5, 0),
      paddingLeft: theme.spacing(1.5),
      borderLeft: `4px solid ${theme.palette.primary.main}`,
      overflowWrap: 'anywhere',
    },
    missing: {
      ...theme.typography.body2,
      margin: 0,
      paddingLeft: theme.spacing(3),
    },
  }),
  { name: 'ContinuityScorecardNext' },
);

/** What the next level needs. Nothing on the highest one. */
const NextLevel = ({ judged }: { judged: EntityScorecard }) => {
  const { scorecard, standing, checks } = judged;
  const { next } = standing;
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardTranslationRef);
  const words = useScoreWords();
  if (!next) return null;
  const level = titleOfLevel(scorecard.levels, next.level);
  const titleOf = (id: string) =>
    checks.find(({ check }) => check === id)?.title ?? id;
  return (
    <>
      {next.missing.length > 0 ? (
        <>
          <Typography variant="body2">{t('next.level', { level })}</Typography>
          <ul className={classes.missing}>
            {next.missing.map(id => (
              <li key={id}>{titleOf(id)}</li>
            ))}
          </ul>
        </>
      ) : null}
      {next.atLeast === undefined ? null : (
        <Typography variant="body2">
          {t('next.score', { level, score: words.percent(next.atLeast) })}
        </Typography>
      )}
    </>
  );
};

/** What to do first, and what the next level needs. */
export const NextSteps = (props: {
  entityRef: string;
  judged: EntityScorecard;
}) => {
  const { entityRef, judged } = props;
  const { checks, nextSteps, score } = judged;
  const classes = useStyles();
  const heading = useId();
  const { t } = useTranslationRef(scorecardTranslationRef);
  if (!score) return null;
  const open = nextSteps.flatMap(
    id => checks.find(({ check }) => check === id) ?? [],
  );
  const first = open.find(({ exemption }) => !exemption);
  return (
    <section aria-labelledby={heading} className={classes.part}>
      <Typography variant="subtitle2" component="h4" id={heading}>
        {t('next.title')}
      </Typography>
      {first ? (
        <Typography variant="body1" component="div">
          <strong>{t('next.first', { title: first.title })}.</strong>{' '}
          {first.remedy ?? t('next.noRemedy')}{' '}
          {first.action ? (
            <RemedyActionLink action={first.action} entityRef={entityRef} />
          ) : null}
        </Typography>
      ) : (
        <Typography variant="body1">
          {t(open.length > 0 ? 'next.exemptOnly' : 'next.done')}
        </Typography>
      )}
      <NextLevel judged={judged} />
    </section>
  );
};
