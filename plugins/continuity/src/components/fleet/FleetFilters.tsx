import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Fleet } from '@continuity/plugin-continuity-common';
import Button from '@material-ui/core/Button';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import { makeStyles } from '@material-ui/core/styles';
import Switch from '@material-ui/core/Switch';
import TextField from '@material-ui/core/TextField';
import { useId } from 'react';
import { continuityTranslationRef } from '../../translation';
import { isFiltered, type FleetView } from './fleetParams';
import { SearchField } from './SearchField';

const useStyles = makeStyles(
  theme => ({
    filters: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(2),
      padding: theme.spacing(2),
    },
    field: { minWidth: 160, maxWidth: 260 },
  }),
  { name: 'ContinuityFleetFilters' },
);

interface Choice {
  value: string;
  label: string;
}

/** A native list: it is at home on every device, and typing finds an entry. */
const Select = (props: {
  label: string;
  any: string;
  value?: string;
  choices: Choice[];
  onChange: (value: string | undefined) => void;
}) => {
  const classes = useStyles();
  const id = useId();
  const { value, choices } = props;
  // A deep link may name a value that no service has (any more).
  const shown =
    value && !choices.some(choice => choice.value === value)
      ? [...choices, { value, label: value }]
      : choices;
  return (
    <TextField
      select
      id={id}
      className={classes.field}
      size="small"
      variant="outlined"
      label={props.label}
      value={value ?? ''}
      onChange={event => props.onChange(event.target.value || undefined)}
      SelectProps={{ native: true }}
      InputLabelProps={{ shrink: true }}
    >
      <option value="">{props.any}</option>
      {shown.map(choice => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </TextField>
  );
};

/** A ref without what goes without saying: `group:default/payments` as `payments`. */
function shortRef(ref: string): string {
  return ref.replace(/^[^:]*:(default\/)?/, '');
}

const choicesOf = (refs: string[]): Choice[] =>
  refs.map(ref => ({ value: ref, label: shortRef(ref) }));

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
      <Select
        label={t('filter.owner')}
        any={any}
        value={view.owner}
        choices={choicesOf(filters.owners)}
        onChange={owner => change({ owner })}
      />
      <Select
        label={t('filter.system')}
        any={any}
        value={view.system}
        choices={choicesOf(filters.systems)}
        onChange={system => change({ system })}
      />
      <Select
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
