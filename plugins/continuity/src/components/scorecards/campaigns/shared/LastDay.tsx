import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { CampaignContent } from '@continuity/plugin-continuity-common';
import { Moment, useReader } from '@continuity/plugin-continuity-react';
import { campaignsTranslationRef } from '../../../../translation/campaignsTranslationRef';

/** A day as people write it; it has no zone of its own. */
export function useDayWords(): (day: string) => string {
  const { locale } = useReader();
  return day =>
    new Intl.DateTimeFormat(locale, {
      dateStyle: 'medium',
      timeZone: 'UTC',
    }).format(new Date(`${day}T00:00:00Z`));
}

/** The last day of a campaign; the moment at which it ends is within reach. */
export const LastDay = (props: {
  content: Pick<CampaignContent, 'endsOn' | 'timezone'>;
  /** ISO 8601 instant. */
  endsAt: string;
}) => {
  const { content, endsAt } = props;
  const { t } = useTranslationRef(campaignsTranslationRef);
  const dayWords = useDayWords();
  return (
    <Moment at={endsAt} zone={content.timezone}>
      {t('lastDay', {
        day: dayWords(content.endsOn),
        zone: content.timezone,
      })}
    </Moment>
  );
};
