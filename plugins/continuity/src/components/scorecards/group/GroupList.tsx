import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  Scorecard,
  ScorecardRollUp,
} from '@continuity/plugin-continuity-common';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { Link } from 'react-router-dom';
import { scorecardsTranslationRef } from '../../../translation/scorecardsTranslationRef';
import { shortRef } from '../../shared/ChoiceField';
import { EntityLink } from '../../shared/EntityLink';
import { Marks } from '../../shared/Marks';
import { LevelMark } from '../shared/LevelMark';
import { useScorecardPaths } from '../shared/useScorecardPaths';
import { isJudged } from '../summary/isJudged';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: theme.spacing(1, 0), padding: 0 },
    item: {
      padding: theme.spacing(0.5, 0),
      '& a': { textDecoration: 'underline' },
    },
  }),
  { name: 'ContinuityGroupList' },
);

/** As many as are read at a glance; the page of scorecards has all. */
const SHOWN = 5;

/** The groups of the greatest risk, each with its level and the way to its services. */
export const GroupList = (props: {
  scorecard: Scorecard;
  groups: readonly ScorecardRollUp[];
}) => {
  const { scorecard, groups } = props;
  const classes = useStyles();
  const paths = useScorecardPaths();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const others = groups.length - SHOWN;
  return (
    <>
      <ul className={classes.list} aria-label={t('groups.title')}>
        {groups.slice(0, SHOWN).map(rollUp => {
          const { group = 'none', services } = rollUp;
          return (
            <li key={group} className={classes.item}>
              <Marks>
                {rollUp.group ? (
                  <EntityLink entityRef={rollUp.group} />
                ) : (
                  t('groups.none.owner')
                )}
                <LevelMark
                  levels={scorecard.levels}
                  level={rollUp.level}
                  isJudged={isJudged(rollUp)}
                />
                {paths ? (
                  <Link
                    to={paths.heatMap({
                      scorecard: scorecard.id,
                      owner: group,
                    })}
                    aria-label={t('groups.show', { name: shortRef(group) })}
                  >
                    {t('card.services', { count: services })}
                  </Link>
                ) : (
                  t('card.services', { count: services })
                )}
              </Marks>
            </li>
          );
        })}
      </ul>
      {others > 0 ? (
        <Typography variant="caption" color="textSecondary" component="p">
          {t('card.others', { count: others })}
        </Typography>
      ) : null}
    </>
  );
};
