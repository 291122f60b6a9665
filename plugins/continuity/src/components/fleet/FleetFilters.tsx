import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Fleet } from '@continuity/plugin-continuity-common';
import Button from '@material-ui/core/Button';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import { makeStyles } from '@material-ui/core/styles';
import Switch from '@material-ui/core/Switch';
import { continuityTranslationRef } from '../../translation';
import { ChoiceField } from '../shared/ChoiceField';
import { useTitledChoices } from '../shared/useTitles';
import { SearchField } from '../shared/SearchField';
import { isFiltered, type FleetView } from './fleetParams';

const useStyles = makeStyles(
  theme => ({
    filters: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(2),
      padding: theme.spacing(2),
    },
  }),
  { name: 'ContinuityFleetFilters' },
);

/** Narrows the table and what changes soon; the state is in the address. */
export const FleetFilters = (props: {
  filters: Fleet['filters'];
  view: FleetView;
  change: (part: Partial<FleetView>) => void;
}) => {
  const { filters, view, change } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(continuityTranslationRef);
  const any = t('filter.any');
  const owners = useTitledChoices(filters.owners);
  const systems = useTitledChoices(filters.systems);
  return (
    <div
      className={classes.filters}
      role="search"
      aria-label={t('filter.title')}
    >
      <SearchField
        label={t('filter.text')}
        value={view.text ?? ''}
        onChange={text => change({ text: text || undefined })}
      />
      <ChoiceField
        label={t('filter.owner')}
        any={any}
        value={view.owner}
        choices={owners}
        onChange={owner => change({ owner })}
      />
      <ChoiceField
        label={t('filter.system')}
        any={any}
        value={view.system}
        choices={systems}
        onChange={system => change({ system })}
      />
      <ChoiceField
        label={t('filter.tier')}
        any={any}
        value={view.tier}
        choices={[
          ...filters.tiers
            .filter(({ id }) => id !== 'unclassified')
            .map(({ id, title }) => ({ value: id, label: title })),
          { value: 'unclassified', label: t('fleet.unclassified') },
        ]}
        onChange={tier => change({ tier })}
      />
      <FormControlLabel
        control={
          <Switch
            color="primary"
            checked={view.frozen}
            onChange={(_, frozen) => change({ frozen })}
          />
        }
        label={t('filter.frozen')}
      />
      {isFiltered(view) ? (
        <Button
          size="small"
          onClick={() =>
            change({
              owner: undefined,
              system: undefined,
              tier: undefined,
              text: undefined,
              frozen: false,
            })
          }
        >
          {t('filter.clear')}
        </Button>
      ) : null}
    </div>
  );
};
