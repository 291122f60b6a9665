import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { CampaignContent } from '@continuity/plugin-continuity-common';
import { campaignsTranslationRef } from '../../../../translation/campaignsTranslationRef';
import { useTitles } from '../../../shared/useTitles';
import { useTiers } from '../../shared/useTiers';

/** Which services a campaign is for, in words. */
export const ScopeWords = (props: {
  content: Pick<CampaignContent, 'scope' | 'scorecard'>;
}) => {
  const { scope, scorecard } = props.content;
  const { owners = [], systems = [], tiers = [], entities } = scope;
  const { t } = useTranslationRef(campaignsTranslationRef);
  const titleOf = useTitles([...owners, ...systems]);
  const { titleOf: titleOfTier } = useTiers(scorecard);
  const names = (refs: readonly string[]) =>
    refs
      .map(ref => (ref === 'none' ? t('scope.none') : titleOf(ref)))
      .join(', ');
  const conditions = [
    owners.length > 0 && t('scope.ofOwners', { names: names(owners) }),
    systems.length > 0 && t('scope.inSystems', { names: names(systems) }),
    tiers.length > 0 &&
      t('scope.ofTiers', { names: tiers.map(titleOfTier).join(', ') }),
    entities !== undefined &&
      t('scope.where', { predicate: JSON.stringify(entities) }),
  ].filter(Boolean);
  return (
    <>
      {conditions.length === 0
        ? t('scope.all')
        : `${t('scope.those')} ${conditions.join('; ')}`}
    </>
  );
};
