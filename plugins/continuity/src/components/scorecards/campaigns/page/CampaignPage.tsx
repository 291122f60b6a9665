import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  ResourceView,
  useCampaign,
  useScorecardUpdates,
} from '@continuity/plugin-continuity-react';
import { makeStyles } from '@material-ui/core/styles';
import { useParams } from 'react-router-dom';
import { campaignsTranslationRef } from '../../../../translation/campaignsTranslationRef';
import { needs } from '../../../shared/permissions';
import { StatusBanner } from '../../../shared/StatusBanner';
import { useScorecardPaths } from '../../shared/useScorecardPaths';
import { NoCampaign } from '../shared/NoCampaign';
import { CampaignDetails } from './CampaignDetails';

/** Where no signal comes; results follow what happens within seconds. */
const EVERY_MS = 60_000;

const useStyles = makeStyles(
  theme => ({ back: { display: 'block', marginBottom: theme.spacing(1) } }),
  { name: 'ContinuityCampaignPage' },
);

/** One campaign: what it asks, how far it is, what is in the way and who owns the rest. */
export const CampaignPage = () => {
  const classes = useStyles();
  const { id = '' } = useParams();
  const { t } = useTranslationRef(campaignsTranslationRef);
  const paths = useScorecardPaths();
  const campaign = useCampaign(id);
  const renew = () => {
    if (campaign.state !== 'loading') campaign.retry();
  };
  useScorecardUpdates(
    renew,
    EVERY_MS,
    campaign.state === 'ready' ? campaign.value.content.scorecard : undefined,
  );
  return (
    <>
      <StatusBanner />
      <Link to={paths?.campaigns() ?? '..'} className={classes.back}>
        {t('page.back')}
      </Link>
      <ResourceView
        resource={campaign}
        what={t('page.what')}
        permission={needs.campaign}
        lines={10}
        notFound={<NoCampaign />}
      >
        {value => <CampaignDetails campaign={value} onDone={renew} />}
      </ResourceView>
    </>
  );
};
