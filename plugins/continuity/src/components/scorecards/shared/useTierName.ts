import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { ScorecardService } from '@continuity/plugin-continuity-common';
import { scorecardTranslationRef } from '../../../translation/scorecardTranslationRef';

/** Says what a tier is called; its id only where it is a tier that there is no more. */
export function useTierName(): (
  tier: Pick<ScorecardService, 'tier' | 'tierTitle'>,
) => string {
  const { t } = useTranslationRef(scorecardTranslationRef);
  return ({ tier, tierTitle }) =>
    tier === 'unclassified' ? t('tier.unclassified') : tierTitle ?? tier;
}
