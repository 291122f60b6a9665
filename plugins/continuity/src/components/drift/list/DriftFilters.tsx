import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { driftTranslationRef } from '../../../translation/driftTranslationRef';
import { ChoiceField } from '../../shared/ChoiceField';
import { SearchField } from '../../shared/SearchField';
import {
  AGAINSTS,
  AGES,
  type ChangeDriftAddress,
  type DriftAddress,
} from '../address/driftAddress';
import { FilterBar } from '../shared/FilterBar';
import { STANDINGS } from '../shared/StandingMark';

/** What the list of drift is narrowed to. */
export const DriftFilters = (props: {
  address: DriftAddress;
  change: ChangeDriftAddress;
  onClear?: () => void;
}) => {
  const { address, change, onClear } = props;
  const { t } = useTranslationRef(driftTranslationRef);
  const any = t('filter.any');
  return (
    <FilterBar filter={address} change={change} onClear={onClear}>
      <SearchField
        label={t('filter.environment')}
        value={address.environment ?? ''}
        onChange={text => change({ environment: text || undefined })}
      />
      <ChoiceField
        label={t('filter.against')}
        any={any}
        value={address.against}
        choices={AGAINSTS.map(value => ({
          value,
          label: t(`filter.againsts.${value}`),
        }))}
        onChange={chosen =>
          change({ against: AGAINSTS.find(value => value === chosen) })
        }
      />
      <ChoiceField
        label={t('filter.standing')}
        any={any}
        value={address.standing}
        choices={STANDINGS.map(value => ({
          value,
          label: t(`standing.${value}`),
        }))}
        onChange={chosen =>
          change({ standing: STANDINGS.find(value => value === chosen) })
        }
      />
      <ChoiceField
        label={t('filter.older')}
        any={any}
        value={address.olderThanDays?.toString()}
        choices={AGES.map(days => ({
          value: String(days),
          label: t('filter.days', { count: days }),
        }))}
        onChange={chosen =>
          change({ olderThanDays: chosen ? Number(chosen) : undefined })
        }
      />
    </FilterBar>
  );
};
