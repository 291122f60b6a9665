import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Scorecard } from '@continuity/plugin-continuity-common';
import { useScorecardSummary } from '@continuity/plugin-continuity-react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { scorecardsTranslationRef } from '../../../translation/scorecardsTranslationRef';
import { scorecardTranslationRef } from '../../../translation/scorecardTranslationRef';
import { ChoiceField, type Choice } from '../../shared/ChoiceField';
import { SearchField } from '../../shared/SearchField';
import { useTitledChoices } from '../../shared/useTitles';
import { useTierName } from '../shared/useTierName';
import {
  EXEMPT,
  isFiltered,
  SORTS,
  STATES,
  UNFILTERED,
  type ChangeAddress,
  type ScorecardsAddress,
} from '../page/scorecardsAddress';

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
  { name: 'ContinuityHeatMapFilters' },
);

/** The groups that services are in; none while they are not known. */
function useGroups(scorecard: string, by: 'owner' | 'system'): Choice[] {
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const summary = useScorecardSummary(scorecard, { by });
  const groups = summary.state === 'ready' ? summary.value.groups : [];
  const titled = useTitledChoices(groups.flatMap(({ group }) => group ?? []));
  return groups.some(({ group }) => group === undefined)
    ? [...titled, { value: 'none', label: t(`groups.none.${by}`) }]
    : titled;
}

function useTiers(scorecard: string): Choice[] {
  const nameOfTier = useTierName();
  const summary = useScorecardSummary(scorecard, { by: 'owner' });
  const tiers = summary.state === 'ready' ? summary.value.total.byTier : [];
  return tiers.map(row => ({ value: row.tier, label: nameOfTier(row) }));
}

/** What the heat map is narrowed to, and its order. */
export const HeatMapFilters = (props: {
  scorecard: Scorecard;
  address: ScorecardsAddress;
  change: ChangeAddress;
}) => {
  const { scorecard, address, change } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const { t: tShared } = useTranslationRef(scorecardTranslationRef);
  const any = t('filter.any');
  const groups = {
    owner: useGroups(scorecard.id, 'owner'),
    system: useGroups(scorecard.id, 'system'),
    tier: useTiers(scorecard.id),
    level: [
      { value: 'none', label: t('level.none') },
      ...scorecard.levels.map(({ id, title }) => ({ value: id, label: title })),
    ],
  };
  return (
    <div
      className={classes.filters}
      role="search"
      aria-label={t('filter.label')}
    >
      <SearchField
        label={t('filter.text')}
        value={address.text ?? ''}
        onChange={text => change({ text: text || undefined })}
      />
      {(['owner', 'system', 'tier', 'level'] as const).map(name => (
        <ChoiceField
          key={name}
          label={t(`filter.${name}`)}
          any={any}
          value={address[name]}
          choices={groups[name]}
          onChange={chosen => change({ [name]: chosen })}
        />
      ))}
      <ChoiceField
        label={t('filter.check')}
        any={t('filter.anyCheck')}
        value={address.check}
        choices={scorecard.checks.map(({ id, title }) => ({
          value: id,
          label: title,
        }))}
        onChange={check => change({ check })}
      />
      <ChoiceField
        label={t('filter.state')}
        any={any}
        value={address.state}
        choices={STATES.map(value => ({
          value,
          label: tShared(`state.${value}`),
        }))}
        onChange={chosen =>
          change({ state: STATES.find(value => value === chosen) })
        }
      />
      <ChoiceField
        label={t('filter.exempt')}
        any={any}
        value={address.exempt}
        choices={EXEMPT.map(value => ({
          value,
          label: t(`filter.exempts.${value}`),
        }))}
        onChange={chosen =>
          change({ exempt: EXEMPT.find(value => value === chosen) })
        }
      />
      <ChoiceField
        label={t('filter.sort')}
        value={address.sort ?? 'risk'}
        choices={SORTS.map(value => ({
          value,
          label: t(`filter.sorts.${value}`),
        }))}
        onChange={chosen =>
          change({ sort: SORTS.find(value => value === chosen) })
        }
      />
      {isFiltered(address) ? (
        <Button size="small" onClick={() => change(UNFILTERED)}>
          {t('filter.clear')}
        </Button>
      ) : null}
    </div>
  );
};
