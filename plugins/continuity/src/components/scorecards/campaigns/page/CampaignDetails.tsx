import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Campaign } from '@continuity/plugin-continuity-common';
import {
  ResourceView,
  useCampaignProgress,
} from '@continuity/plugin-continuity-react';
import Grid from '@material-ui/core/Grid';
import { useEffect, useRef } from 'react';
import { campaignsTranslationRef } from '../../../../translation/campaignsTranslationRef';
import { needs } from '../../../shared/permissions';
import { Section } from '../../../shared/Section';
import { BlockersTable } from './BlockersTable';
import { CampaignHeadline } from './CampaignHeadline';
import { DaysChart } from './DaysChart';
import { HistorySection } from './HistorySection';
import { LostList } from './LostList';
import { OwnersTable } from './OwnersTable';
import { ServicesSection } from './ServicesSection';
import { useServicesAddress } from './servicesAddress';

/** A campaign that was loaded, with everything that is known of it. */
export const CampaignDetails = (props: {
  campaign: Campaign;
  /** Something is different now. */
  onDone: () => void;
}) => {
  const { campaign, onDone } = props;
  const { t } = useTranslationRef(campaignsTranslationRef);
  const progress = useCampaignProgress(campaign.id);
  const [address, change] = useServicesAddress();
  // What the campaign was asked again for has another progress, too.
  const retry = useRef(() => {});
  retry.current = () => {
    if (progress.state !== 'loading') progress.retry();
  };
  const known = useRef(campaign);
  useEffect(() => {
    if (known.current !== campaign) retry.current();
    known.current = campaign;
  }, [campaign]);
  return (
    <Grid container spacing={3}>
      <Grid item xs={12}>
        <CampaignHeadline campaign={campaign} onDone={onDone} />
      </Grid>
      <Grid item xs={12}>
        <Section title={t('progress.title')}>
          <ResourceView
            resource={progress}
            what={t('progress.what')}
            permission={needs.campaign}
            lines={8}
          >
            {value => (
              <Grid container spacing={3}>
                <Grid item xs={12} lg={6}>
                  <BlockersTable blockers={value.blockers} />
                  <LostList lost={value.lost} leftOut={value.lostLeftOut} />
                </Grid>
                <Grid item xs={12} lg={6}>
                  <DaysChart days={value.days} />
                </Grid>
                <Grid item xs={12}>
                  <OwnersTable
                    owners={value.owners}
                    leftOut={value.ownersLeftOut}
                    onShow={owner => change({ owner, which: 'open' })}
                  />
                </Grid>
              </Grid>
            )}
          </ResourceView>
        </Section>
      </Grid>
      <Grid item xs={12}>
        <ServicesSection
          campaign={campaign}
          address={address}
          change={change}
          owners={
            progress.state === 'ready'
              ? progress.value.owners.map(({ owner }) => owner)
              : []
          }
        />
      </Grid>
      <Grid item xs={12}>
        <HistorySection campaign={campaign} />
      </Grid>
    </Grid>
  );
};
