import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { ChangeSummary } from '@continuity/plugin-continuity-common';
import { changesTranslationRef } from '../../../translation/changesTranslationRef';

/** How many of the approvals that are needed are given: `1 of 2`. */
export function useSeatsWord(): (seats: ChangeSummary['seats']) => string {
  const { t } = useTranslationRef(changesTranslationRef);
  return ({ filled, required }) =>
    required === 0
      ? t('seatsNone')
      : t('seats', { filled: String(filled), required: String(required) });
}
