import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { campaignsTranslationRef } from '../../../../translation/campaignsTranslationRef';
import { Empty } from '../../../shared/Empty';

/** That an address leads to no campaign, and where there are some. */
export const NoCampaign = () => {
  const { t } = useTranslationRef(campaignsTranslationRef);
  return <Empty title={t('page.notFound')} remedy={t('page.notFoundRemedy')} />;
};
