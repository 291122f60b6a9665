import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { CampaignStanding } from '@continuity/plugin-continuity-common';
import { StatusMark } from '@continuity/plugin-continuity-react';
import { campaignsTranslationRef } from '../../../../translation/campaignsTranslationRef';
import { TONES } from './standings';

/** Where a service stands as seen from the level of a campaign. */
export const StandingMark = ({ standing }: { standing: CampaignStanding }) => {
  const { t } = useTranslationRef(campaignsTranslationRef);
  return (
    <StatusMark tone={TONES[standing]} label={t(`standing.${standing}`)} />
  );
};
