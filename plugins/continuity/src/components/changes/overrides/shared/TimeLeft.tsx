import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  formatDuration,
  Moment,
  useNow,
  useReader,
} from '@continuity/plugin-continuity-react';
import { overridesTranslationRef } from '../../../../translation/overridesTranslationRef';
import { timeLeft } from './timeLeft';

const EVERY_MS = 1_000;

/** How long an override still counts, as the time goes by; hover and focus show until when. */
export const TimeLeft = ({ until }: { until: string }) => {
  const { t } = useTranslationRef(overridesTranslationRef);
  const { locale } = useReader();
  const left = timeLeft(until, useNow(EVERY_MS));
  return (
    <Moment at={until}>
      {left === undefined
        ? t('timeOver')
        : t('timeLeft', { left: formatDuration(left, locale) })}
    </Moment>
  );
};
