import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  EntityCampaign,
  EntityScorecard,
} from '@continuity/plugin-continuity-common';
import {
  Age,
  isForbidden,
  useEntityCampaigns,
} from '@continuity/plugin-continuity-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { campaignsTranslationRef } from '../../../../translation/campaignsTranslationRef';
import { backendWords } from '../../../shared/backendWords';
import { useScorecardPaths } from '../../shared/useScorecardPaths';
import { LastDay } from '../shared/LastDay';
import { StandingMark } from '../shared/StandingMark';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: theme.spacing(0, 0, 2), padding: 0 },
    item: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1),
      padding: theme.spacing(0.5, 0),
    },
  }),
  { name: 'ContinuityEntityCampaigns' },
);

const Asked = (props: {
  campaign: EntityCampaign;
  scorecards: readonly EntityScorecard[];
}) => {
  const { campaign, scorecards } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(campaignsTranslationRef);
  const paths = useScorecardPaths();
  const card = scorecards.find(
    ({ scorecard }) => scorecard.id === campaign.scorecard,
  )?.scorecard;
  const titles = campaign.missing.map(
    check => card?.checks.find(({ id }) => id === check)?.title ?? check,
  );
  const { title, state, level, standing, endsAt } = campaign;
  return (
    <li className={classes.item}>
      <StandingMark standing={standing} />
      <Typography variant="body2" component="div">
        {t('entity.campaign')}{' '}
        {paths ? <Link to={paths.campaign(campaign.id)}>{title}</Link> : title}:{' '}
        {t('asks', { level, scorecard: card?.title ?? campaign.scorecard })}{' '}
        <LastDay content={campaign} endsAt={endsAt} /> (<Age at={endsAt} />)
        {state === 'planned' ? ` ${t('entity.planned')}` : '.'}{' '}
        {titles.length > 0
          ? t('entity.lacks', { checks: titles.join(', ') })
          : null}
      </Typography>
    </li>
  );
};

/**
 * What campaigns ask of a service, and by when. Silent where none does, and where the
 * reader may not see them: the page is about the service.
 */
export const EntityCampaigns = (props: {
  entityRef: string;
  /** For what checks are called. */
  scorecards: readonly EntityScorecard[];
}) => {
  const classes = useStyles();
  const { t } = useTranslationRef(campaignsTranslationRef);
  const campaigns = useEntityCampaigns(props.entityRef);
  if (campaigns.state === 'failed' && !isForbidden(campaigns.error)) {
    return (
      <Typography variant="body2" color="error" role="alert">
        {t('entity.failed', { problem: backendWords(campaigns.error) })}
      </Typography>
    );
  }
  if (campaigns.state !== 'ready' || campaigns.value.length === 0) return null;
  return (
    <ul className={classes.list} aria-label={t('entity.label')}>
      {campaigns.value.map(campaign => (
        <Asked
          key={campaign.id}
          campaign={campaign}
          scorecards={props.scorecards}
        />
      ))}
    </ul>
  );
};
