import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  Scorecard,
  ScorecardSummary,
} from '@continuity/plugin-continuity-common';
import {
  ResourceView,
  useScorecards,
  useScorecardSummary,
  useScorecardUpdates,
} from '@continuity/plugin-continuity-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useId } from 'react';
import { Link } from 'react-router-dom';
import { scorecardsTranslationRef } from '../../../translation/scorecardsTranslationRef';
import { needs } from '../../shared/permissions';
import { useScorecardPaths } from '../shared/useScorecardPaths';
import { StandingTogether } from '../summary/StandingTogether';
import { GroupList } from './GroupList';

/** Where no signal comes. */
const EVERY_MS = 60_000;

const useStyles = makeStyles(
  theme => ({
    scorecard: {
      padding: theme.spacing(1.5, 0),
      '& + &': { borderTop: `1px solid ${theme.palette.divider}` },
      '&:first-child': { paddingTop: 0 },
    },
  }),
  { name: 'ContinuityScorecardsTogether' },
);

/** Whose services: those of owners, or those of a system. */
export type Whose = { owner: string[] } | { system: string[] };

const Loaded = (props: {
  scorecard: Scorecard;
  summary: ScorecardSummary;
  whose: Whose;
}) => {
  const { scorecard, summary, whose } = props;
  const { total, groups } = summary;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const paths = useScorecardPaths();
  if (total.services === 0) {
    return <Typography variant="body2">{t('card.none')}</Typography>;
  }
  return (
    <>
      <StandingTogether scorecard={scorecard} rollUp={total} />
      {'owner' in whose ? (
        <GroupList scorecard={scorecard} groups={groups} />
      ) : null}
      {'system' in whose && paths ? (
        <Link
          to={paths.heatMap({
            scorecard: scorecard.id,
            system: whose.system[0],
          })}
        >
          {t('card.services', { count: total.services })}
        </Link>
      ) : null}
    </>
  );
};

const Together = (props: { scorecard: Scorecard; whose: Whose }) => {
  const { scorecard, whose } = props;
  const classes = useStyles();
  const heading = useId();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const summary = useScorecardSummary(scorecard.id, { ...whose, by: 'owner' });
  useScorecardUpdates(
    () => {
      if (summary.state !== 'loading') summary.retry();
    },
    EVERY_MS,
    scorecard.id,
  );
  return (
    <article aria-labelledby={heading} className={classes.scorecard}>
      <Typography variant="subtitle1" component="h3" id={heading}>
        {scorecard.title}
      </Typography>
      <ResourceView
        resource={summary}
        what={t('summary.what')}
        permission={needs.scorecard}
        lines={3}
      >
        {value => <Loaded {...props} summary={value} />}
      </ResourceView>
    </article>
  );
};

/** Where somebody's services stand together, on every scorecard. */
export const ScorecardsTogether = ({ whose }: { whose: Whose }) => {
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const scorecards = useScorecards();
  return (
    <ResourceView
      resource={scorecards}
      what={t('what')}
      permission={needs.scorecard}
    >
      {({ items }) =>
        items.map(scorecard => (
          <Together key={scorecard.id} scorecard={scorecard} whose={whose} />
        ))
      }
    </ResourceView>
  );
};
