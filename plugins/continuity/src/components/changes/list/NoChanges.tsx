import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { changesTranslationRef } from '../../../translation/changesTranslationRef';
import { Empty } from '../../shared/Empty';
import { isFiltered, type ChangesAddress } from '../address/changesAddress';

/** That there is no change of those that were asked for, and how there would be one. */
export const NoChanges = ({ address }: { address: ChangesAddress }) => {
  const { t } = useTranslationRef(changesTranslationRef);
  return isFiltered(address) ? (
    <Empty title={t('empty.filtered')} remedy={t('empty.filteredRemedy')} />
  ) : (
    <Empty
      title={t(`empty.${address.view}`)}
      remedy={t(`empty.${address.view}Remedy`)}
    />
  );
};
