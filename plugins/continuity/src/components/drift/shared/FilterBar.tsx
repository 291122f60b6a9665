import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useFleet } from '@continuity/plugin-continuity-react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';
import { driftTranslationRef } from '../../../translation/driftTranslationRef';
import { ChoiceField } from '../../shared/ChoiceField';
import { SearchField } from '../../shared/SearchField';
import { useTitledChoices } from '../../shared/useTitles';

const useStyles = makeStyles(
  theme => ({
    filters: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1.5, 2),
      marginBottom: theme.spacing(2),
    },
  }),
  { name: 'ContinuityDriftFilters' },
);

/** Which services are meant. */
export interface ServiceFilter {
  text?: string;
  owner?: string;
  tier?: string;
}

/** Filters by service, with others of the page behind them. */
export const FilterBar = (props: {
  filter: ServiceFilter;
  change: (part: ServiceFilter) => void;
  /** Absent: nothing is filtered. */
  onClear?: () => void;
  children: ReactNode;
}) => {
  const { filter, change, onClear, children } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(driftTranslationRef);
  // Owners and tiers that there are; without them a filter of the address still counts.
  const fleet = useFleet({ limit: 1 });
  const known = fleet.state === 'ready' ? fleet.value.filters : undefined;
  const owners = useTitledChoices(known?.owners ?? []);
  const any = t('filter.any');
  return (
    <div
      className={classes.filters}
      role="search"
      aria-label={t('filter.label')}
    >
      <SearchField
        label={t('filter.text')}
        value={filter.text ?? ''}
        onChange={text => change({ text: text || undefined })}
      />
      <ChoiceField
        label={t('filter.owner')}
        any={any}
        value={filter.owner}
        choices={owners}
        onChange={owner => change({ owner })}
      />
      <ChoiceField
        label={t('filter.tier')}
        any={any}
        value={filter.tier}
        choices={[
          ...(known?.tiers ?? [])
            .filter(({ id }) => id !== 'unclassified')
            .map(({ id, title }) => ({ value: id, label: title })),
          { value: 'unclassified', label: t('list.unclassified') },
        ]}
        onChange={tier => change({ tier })}
      />
      {children}
      {onClear ? (
        <Button size="small" onClick={onClear}>
          {t('filter.clear')}
        </Button>
      ) : null}
    </div>
  );
};
