import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  Campaign,
  CampaignState,
} from '@continuity/plugin-continuity-common';
import { StatusMark, type Tone } from '@continuity/plugin-continuity-react';
import { campaignsTranslationRef } from '../../../../translation/campaignsTranslationRef';

const TONES: Readonly<Record<CampaignState, Tone>> = {
  planned: 'unknown',
  running: 'notice',
  reached: 'good',
  missed: 'bad',
  cancelled: 'unknown',
};

/** What has become of a campaign. */
export const CampaignMark = (props: {
  campaign: Pick<Campaign, 'state' | 'concluding'>;
}) => {
  const { state, concluding } = props.campaign;
  const { t } = useTranslationRef(campaignsTranslationRef);
  return (
    <StatusMark
      tone={TONES[state]}
      label={concluding ? t('state.concluding') : t(`state.${state}`)}
    />
  );
};
