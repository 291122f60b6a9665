import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { CalendarView } from '@continuity/plugin-continuity-common';
import { continuityReactTranslationRef } from '@continuity/plugin-continuity-react';
import Button from '@material-ui/core/Button';
import Chip from '@material-ui/core/Chip';
import { makeStyles } from '@material-ui/core/styles';
import { useState } from 'react';
import { calendarTranslationRef } from '../../../translation/calendarTranslationRef';
import { ChoiceField } from '../../shared/ChoiceField';
import { useTitledChoices, useTitles } from '../../shared/useTitles';
import { SearchField } from '../../shared/SearchField';
import {
  EFFECTS,
  ENFORCEMENTS,
  isFiltered,
  type CalendarFilters,
} from '../address/calendarAddress';
import type { ChangeAddress } from '../address/useCalendarAddress';

const useStyles = makeStyles(
  theme => ({
    filters: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(1.5, 2),
      padding: theme.spacing(1.5, 2),
    },
    entity: { margin: 0 },
  }),
  { name: 'ContinuityCalendarFilters' },
);

const NOTHING: CalendarView['filters'] = {
  owners: [],
  systems: [],
  tiers: [],
  environments: [],
  regions: [],
  calendars: [],
};

/** Narrows the windows that are shown; the state is in the address. */
export const CalendarFilterBar = (props: {
  /** The values that there are; absent until they are known. */
  known?: CalendarView['filters'];
  filters: CalendarFilters;
  change: ChangeAddress;
}) => {
  const { filters, change, known = NOTHING } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(calendarTranslationRef);
  const { t: tShared } = useTranslationRef(continuityReactTranslationRef);
  const { environment, region, effect, enforcement } = filters;
  const [all, setAll] = useState(
    Boolean(environment || region || effect || enforcement),
  );
  const set = (part: Partial<CalendarFilters>) =>
    change({ filters: { ...filters, ...part } });
  const any = t('filter.any');
  const owners = useTitledChoices(known.owners);
  const systems = useTitledChoices(known.systems);
  const titleOf = useTitles(filters.entity ? [filters.entity] : []);
  const plain = (values: readonly string[]) =>
    values.map(value => ({ value, label: value }));
  return (
    <div
      className={classes.filters}
      role="search"
      aria-label={t('filter.label')}
    >
      {filters.entity ? (
        <Chip
          className={classes.entity}
          label={t('filter.entity', { entity: titleOf(filters.entity) })}
          onDelete={() => set({ entity: undefined })}
        />
      ) : null}
      <SearchField
        label={t('filter.text')}
        value={filters.text ?? ''}
        onChange={text => set({ text: text || undefined })}
      />
      <ChoiceField
        label={t('filter.calendar')}
        any={any}
        value={filters.calendar}
        choices={known.calendars.map(({ ref, title }) => ({
          value: ref,
          label: title,
        }))}
        onChange={calendar => set({ calendar })}
      />
      <ChoiceField
        label={t('filter.owner')}
        any={any}
        value={filters.owner}
        choices={owners}
        onChange={owner => set({ owner })}
      />
      <ChoiceField
        label={t('filter.system')}
        any={any}
        value={filters.system}
        choices={systems}
        onChange={system => set({ system })}
      />
      <ChoiceField
        label={t('filter.tier')}
        any={any}
        value={filters.tier}
        choices={[
          ...known.tiers
            .filter(({ id }) => id !== 'unclassified')
            .map(({ id, title }) => ({ value: id, label: title })),
          { value: 'unclassified', label: t('filter.unclassified') },
        ]}
        onChange={tier => set({ tier })}
      />
      {all ? (
        <>
          <ChoiceField
            label={t('filter.environment')}
            any={any}
            value={environment}
            choices={plain(known.environments)}
            onChange={value => set({ environment: value })}
          />
          <ChoiceField
            label={t('filter.region')}
            any={any}
            value={region}
            choices={plain(known.regions)}
            onChange={value => set({ region: value })}
          />
          <ChoiceField
            label={t('filter.effect')}
            any={any}
            value={effect}
            choices={EFFECTS.map(value => ({
              value,
              label: t(`filter.effects.${value}`),
            }))}
            onChange={chosen =>
              set({ effect: EFFECTS.find(value => value === chosen) })
            }
          />
          <ChoiceField
            label={t('filter.enforcement')}
            any={any}
            value={enforcement}
            choices={ENFORCEMENTS.map(value => ({
              value,
              label: tShared(`enforcement.${value}`),
            }))}
            onChange={chosen =>
              set({ enforcement: ENFORCEMENTS.find(value => value === chosen) })
            }
          />
        </>
      ) : null}
      <Button
        size="small"
        aria-expanded={all}
        onClick={() => setAll(shown => !shown)}
      >
        {t(all ? 'filter.fewer' : 'filter.more')}
      </Button>
      {isFiltered(filters) ? (
        <Button size="small" onClick={() => change({ filters: {} })}>
          {t('filter.clear')}
        </Button>
      ) : null}
    </div>
  );
};
