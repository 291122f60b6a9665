import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { CalendarView } from '@continuity/plugin-continuity-common';
import { formatDuration, useReader } from '@continuity/plugin-continuity-react';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import { useId } from 'react';
import { planTranslationRef } from '../../../translation/planTranslationRef';
import { ChoiceField } from '../../shared/ChoiceField';
import { useTitledChoices } from '../../shared/useTitles';
import { SearchField } from '../../shared/SearchField';
import { formatDay, parseDay, type CivilDay } from '../time/civilDay';
import {
  CLASSES,
  PERIODS,
  SLOTS,
  type PlanProblem,
  type PlanQuestion,
} from './planQuestion';

const useStyles = makeStyles(
  theme => ({
    fields: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'flex-start',
      gap: theme.spacing(1.5, 2),
    },
    group: {
      border: 0,
      margin: theme.spacing(0, 0, 2),
      padding: 0,
      minWidth: 0,
    },
    legend: {
      ...theme.typography.subtitle2,
      padding: 0,
      marginBottom: theme.spacing(1.5),
    },
  }),
  { name: 'ContinuityPlanForm' },
);

/** For whom, where and when; every answer follows at once, without a button. */
export const PlanForm = (props: {
  question: PlanQuestion;
  change: (part: Partial<PlanQuestion>) => void;
  problem?: PlanProblem;
  today: CivilDay;
  /** The values that there are; absent until they are known. */
  known?: CalendarView['filters'];
}) => {
  const { question, change, known, problem } = props;
  const classes = useStyles();
  const dateId = useId();
  const plannedId = useId();
  const { t } = useTranslationRef(planTranslationRef);
  const { locale, timeZone } = useReader();
  const any = t('form.any');
  const owners = useTitledChoices(known?.owners ?? []);
  const systems = useTitledChoices(known?.systems ?? []);
  return (
    <form
      aria-label={t('form.label')}
      onSubmit={event => event.preventDefault()}
    >
      <fieldset className={classes.group}>
        <legend className={classes.legend}>{t('form.whom')}</legend>
        <div className={classes.fields}>
          <SearchField
            label={t('form.entity')}
            value={question.entity}
            onChange={entity => change({ entity })}
          />
          <ChoiceField
            label={t('form.owner')}
            any={any}
            value={question.owner}
            choices={owners}
            onChange={owner => change({ owner })}
          />
          <ChoiceField
            label={t('form.system')}
            any={any}
            value={question.system}
            choices={systems}
            onChange={system => change({ system })}
          />
          <ChoiceField
            label={t('form.tier')}
            any={any}
            value={question.tier}
            choices={(known?.tiers ?? []).map(({ id, title }) => ({
              value: id,
              label: title,
            }))}
            onChange={tier => change({ tier })}
          />
          <ChoiceField
            label={t('form.environment')}
            value={question.environment}
            choices={(known?.environments ?? []).map(value => ({
              value,
              label: value,
            }))}
            onChange={environment => change({ environment })}
          />
          <ChoiceField
            label={t('form.class')}
            value={question.releaseClass}
            choices={CLASSES.map(value => ({
              value,
              label: t(`form.classes.${value}`),
            }))}
            onChange={chosen => {
              const releaseClass = CLASSES.find(value => value === chosen);
              if (releaseClass) change({ releaseClass });
            }}
          />
        </div>
      </fieldset>
      <fieldset className={classes.group}>
        <legend className={classes.legend}>{t('form.when')}</legend>
        <div className={classes.fields}>
          <TextField
            id={dateId}
            type="date"
            size="small"
            variant="outlined"
            label={t('form.from')}
            value={formatDay(question.day ?? props.today)}
            onChange={event => change({ day: parseDay(event.target.value) })}
            InputLabelProps={{ shrink: true }}
          />
          <ChoiceField
            label={t('form.days')}
            value={String(question.days)}
            choices={PERIODS.map(days => ({
              value: String(days),
              label: formatDuration(`P${days}D`, locale),
            }))}
            onChange={chosen => {
              const days = PERIODS.find(value => String(value) === chosen);
              if (days) change({ days });
            }}
          />
          <ChoiceField
            label={t('form.slot')}
            value={question.slot}
            choices={SLOTS.map(value => ({
              value,
              label: formatDuration(value, locale),
            }))}
            onChange={chosen => {
              const slot = SLOTS.find(value => value === chosen);
              if (slot) change({ slot });
            }}
          />
          <TextField
            id={plannedId}
            type="datetime-local"
            size="small"
            variant="outlined"
            label={t('form.planned')}
            value={question.planned}
            onChange={event => change({ planned: event.target.value })}
            error={problem === 'plannedEntity'}
            helperText={
              problem === 'plannedEntity'
                ? t('problem.plannedEntity')
                : t('form.plannedHelp', { zone: timeZone })
            }
            InputLabelProps={{ shrink: true }}
          />
        </div>
      </fieldset>
    </form>
  );
};
