import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Checkbox from '@material-ui/core/Checkbox';
import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormHelperText from '@material-ui/core/FormHelperText';
import { makeStyles } from '@material-ui/core/styles';
import { windowFormTranslationRef } from '../../../translation/windowFormTranslationRef';
import { Section } from '../../shared/Section';
import { Choice, Field, Row } from '../../shared/fields';
import { OverridesEditor } from './OverridesEditor';
import { problemAt, type DraftProblem } from '../../shared/problems';
import { RecurrenceEditor } from './RecurrenceEditor';
import { movedTo } from './recurrenceForm';
import { ScopeEditor, type ScopeProposals } from './ScopeEditor';
import { idFrom, type WindowForm } from './windowForm';

const useStyles = makeStyles(
  theme => ({ part: { marginBottom: theme.spacing(3) } }),
  { name: 'ContinuityWindowFields' },
);

/** Lengths that people use; any other may be typed. */
const DURATIONS = ['PT30M', 'PT1H', 'PT2H', 'PT12H', 'P1D', 'P2D', 'P7D'];

export interface WindowFieldsProps {
  form: WindowForm;
  onChange: (part: Partial<WindowForm>) => void;
  problems: readonly DraftProblem[];
  /** Owners that the reader may choose; others may be typed. */
  owners: readonly string[];
  zones: readonly string[];
  proposals: ScopeProposals;
  /** On the clock, when it takes place next. */
  starts: readonly string[];
  /** The owner of a saved window does not change. */
  ownerFixed: boolean;
  disabled?: boolean;
}

const What = (props: WindowFieldsProps) => {
  const { form, onChange, problems, disabled } = props;
  const { t } = useTranslationRef(windowFormTranslationRef);
  return (
    <>
      <Row>
        <Field
          label={t('field.title')}
          required
          disabled={disabled}
          value={form.title}
          error={problemAt(problems, 'window.title')}
          onChange={title => onChange({ title })}
        />
        <Field
          label={t('field.id')}
          required
          disabled={disabled}
          value={form.idFollows ? idFrom(form.title) : form.id}
          help={t('field.idHelp')}
          error={problemAt(problems, 'window.id')}
          onChange={id => onChange({ id, idFollows: false })}
        />
      </Row>
      <Row>
        <Field
          label={t('field.reason')}
          required
          multiline
          disabled={disabled}
          value={form.reason}
          help={t('field.reasonHelp')}
          error={problemAt(problems, 'window.reason')}
          onChange={reason => onChange({ reason })}
        />
      </Row>
      <Row>
        <Field
          label={t('field.owner')}
          required
          disabled={disabled || props.ownerFixed}
          value={form.owner}
          proposals={props.owners}
          help={t('field.ownerHelp')}
          error={problemAt(problems, 'owner')}
          onChange={owner => onChange({ owner })}
        />
        <Field
          label={t('field.link')}
          type="url"
          disabled={disabled}
          value={form.link}
          help={t('field.linkHelp')}
          error={problemAt(problems, 'window.link')}
          onChange={link => onChange({ link })}
        />
      </Row>
    </>
  );
};

const When = (props: WindowFieldsProps) => {
  const { form, onChange, problems, disabled } = props;
  const { t } = useTranslationRef(windowFormTranslationRef);
  const end = problemAt(problems, 'window.end');
  return (
    <>
      <Row>
        <Field
          label={t('field.timezone')}
          required
          disabled={disabled}
          value={form.timezone}
          proposals={props.zones}
          help={t('field.timezoneHelp')}
          error={
            problemAt(problems, 'timezone') ??
            problemAt(problems, 'window.timezone')
          }
          onChange={timezone => onChange({ timezone })}
        />
        <FormControlLabel
          label={t('field.allDay')}
          disabled={disabled}
          control={
            <Checkbox
              color="primary"
              checked={form.allDay}
              onChange={(_, allDay) =>
                onChange({
                  allDay,
                  // A length in hours has no meaning for whole days, and the reverse.
                  duration: allDay ? 'P1D' : 'PT12H',
                })
              }
            />
          }
        />
      </Row>
      <Row>
        <Field
          label={t('field.startDate')}
          type="date"
          required
          disabled={disabled}
          value={form.startDate}
          error={problemAt(problems, 'window.start')}
          onChange={startDate =>
            onChange({
              startDate,
              recurrence: movedTo(form.recurrence, form.startDate, startDate),
            })
          }
        />
        {form.allDay ? null : (
          <Field
            label={t('field.startTime')}
            type="time"
            required
            disabled={disabled}
            value={form.startTime}
            onChange={startTime => onChange({ startTime })}
          />
        )}
        <Choice
          label={t('field.lengthBy')}
          value={form.lengthBy}
          disabled={disabled}
          choices={[
            { value: 'duration', label: t('field.byDuration') },
            { value: 'end', label: t('field.byEnd') },
          ]}
          onChange={lengthBy => onChange({ lengthBy })}
        />
        {form.lengthBy === 'duration' ? (
          <Field
            label={t('field.duration')}
            required
            disabled={disabled}
            value={form.duration}
            proposals={DURATIONS}
            help={t('field.durationHelp')}
            error={problemAt(problems, 'window.duration') ?? end}
            onChange={duration => onChange({ duration })}
          />
        ) : (
          <Field
            label={form.allDay ? t('field.endDate') : t('field.endDateTime')}
            type="date"
            required
            disabled={disabled}
            value={form.endDate}
            help={form.allDay ? t('field.endDateHelp') : undefined}
            error={end}
            onChange={endDate => onChange({ endDate })}
          />
        )}
        {form.lengthBy === 'end' && !form.allDay ? (
          <Field
            label={t('field.endTime')}
            type="time"
            required
            disabled={disabled}
            value={form.endTime}
            onChange={endTime => onChange({ endTime })}
          />
        ) : null}
      </Row>
      <RecurrenceEditor
        value={form.recurrence}
        disabled={disabled}
        error={problemAt(problems, 'window.rrule')}
        onChange={recurrence => onChange({ recurrence })}
      />
      <Row>
        <Field
          label={t('field.exdates')}
          multiline
          disabled={disabled}
          value={form.exdates}
          help={t('field.exdatesHelp')}
          error={problemAt(problems, 'window.exdates')}
          onChange={exdates => onChange({ exdates })}
        />
        <Field
          label={t('field.rdates')}
          multiline
          disabled={disabled}
          value={form.rdates}
          help={t('field.rdatesHelp')}
          error={problemAt(problems, 'window.rdates')}
          onChange={rdates => onChange({ rdates })}
        />
      </Row>
      {form.recurrence.repeats !== 'once' || form.overrides.length > 0 ? (
        <OverridesEditor
          value={form.overrides}
          problems={problems}
          starts={props.starts}
          disabled={disabled}
          onChange={overrides => onChange({ overrides })}
        />
      ) : null}
    </>
  );
};

const How = (props: WindowFieldsProps) => {
  const { form, onChange, disabled } = props;
  const { t } = useTranslationRef(windowFormTranslationRef);
  return (
    <>
      <Row>
        <Choice
          label={t('field.effect')}
          value={form.effect}
          disabled={disabled}
          choices={(['freeze', 'maintenance'] as const).map(value => ({
            value,
            label: t(`effect.${value}`),
          }))}
          onChange={effect => onChange({ effect })}
        />
      </Row>
      <Row>
        <Choice
          label={t('field.enforcement')}
          value={form.enforcement}
          disabled={disabled}
          choices={(['block', 'approval', 'warn'] as const).map(value => ({
            value,
            label: t(`enforcement.${value}`),
          }))}
          onChange={enforcement => onChange({ enforcement })}
        />
        <Choice
          label={t('field.onRunning')}
          value={form.onRunning}
          disabled={disabled}
          choices={(['finish', 'pause'] as const).map(value => ({
            value,
            label: t(`onRunning.${value}`),
          }))}
          onChange={onRunning => onChange({ onRunning })}
        />
      </Row>
      <FormControl disabled={disabled}>
        <FormControlLabel
          label={t('field.rollbacksExempt')}
          control={
            <Checkbox
              color="primary"
              checked={form.rollbacksExempt}
              onChange={(_, rollbacksExempt) => onChange({ rollbacksExempt })}
            />
          }
        />
        <FormHelperText>{t('field.rollbacksExemptHelp')}</FormHelperText>
      </FormControl>
    </>
  );
};

/** Everything that can be said of a window, in the order in which people think of it. */
export const WindowFields = (props: WindowFieldsProps) => {
  const classes = useStyles();
  const { t } = useTranslationRef(windowFormTranslationRef);
  return (
    <>
      <Section title={t('parts.what')} className={classes.part}>
        <What {...props} />
      </Section>
      <Section title={t('parts.when')} className={classes.part}>
        <When {...props} />
      </Section>
      <Section title={t('parts.whom')} className={classes.part}>
        <ScopeEditor
          value={props.form.scope}
          proposals={props.proposals}
          problems={props.problems}
          disabled={props.disabled}
          onChange={scope => props.onChange({ scope })}
        />
      </Section>
      <Section title={t('parts.how')} className={classes.part}>
        <How {...props} />
      </Section>
    </>
  );
};
