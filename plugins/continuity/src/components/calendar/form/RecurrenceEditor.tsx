import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { useReader } from '@continuity/plugin-continuity-react';
import FormControl from '@material-ui/core/FormControl';
import FormControlLabel from '@material-ui/core/FormControlLabel';
import FormGroup from '@material-ui/core/FormGroup';
import FormLabel from '@material-ui/core/FormLabel';
import Checkbox from '@material-ui/core/Checkbox';
import Typography from '@material-ui/core/Typography';
import { Info } from 'luxon';
import { windowFormTranslationRef } from '../../../translation/windowFormTranslationRef';
import { Choice, Field, Row } from '../../shared/fields';
import {
  ORDINALS,
  REPEATS,
  WEEKDAYS,
  toRule,
  type RecurrenceForm,
} from './recurrenceForm';

const MONTH_DAYS = [...Array.from({ length: 31 }, (_, day) => day + 1), -1];

/** How a window repeats: controls for what people use, the rule itself for the rest. */
export const RecurrenceEditor = (props: {
  value: RecurrenceForm;
  onChange: (value: RecurrenceForm) => void;
  error?: string;
  disabled?: boolean;
}) => {
  const { value, error, disabled } = props;
  const { t } = useTranslationRef(windowFormTranslationRef);
  const { locale } = useReader();
  const change = (part: Partial<RecurrenceForm>) =>
    props.onChange({ ...value, ...part });
  const weekdayNames = Info.weekdays('long', { locale });
  const nameOf = (day: (typeof WEEKDAYS)[number]) =>
    weekdayNames[WEEKDAYS.indexOf(day)];
  const numeric = (text: string) => Math.max(1, Math.floor(Number(text)) || 1);
  const rule = toRule(value);
  return (
    <>
      <Row>
        <Choice
          label={t('recurrence.title')}
          value={value.repeats}
          disabled={disabled}
          choices={REPEATS.map(name => ({
            value: name,
            label: t(`recurrence.${name}`),
          }))}
          onChange={repeats =>
            change({
              repeats,
              // The rule as it stands is where editing by hand begins.
              ...(repeats === 'raw' && { raw: rule ?? value.raw }),
            })
          }
        />
        {[
          'daily',
          'weekly',
          'monthlyByDate',
          'monthlyByWeekday',
          'yearly',
        ].includes(value.repeats) ? (
          <Field
            label={t('recurrence.interval')}
            type="number"
            disabled={disabled}
            value={String(value.interval)}
            onChange={text => change({ interval: numeric(text) })}
          />
        ) : null}
        {value.repeats === 'monthlyByDate' || value.repeats === 'yearly' ? (
          <Choice
            label={t('recurrence.monthDay')}
            value={String(value.monthDay)}
            disabled={disabled}
            choices={MONTH_DAYS.map(day => ({
              value: String(day),
              label: day === -1 ? t('recurrence.lastDay') : String(day),
            }))}
            onChange={day => change({ monthDay: Number(day) })}
          />
        ) : null}
        {value.repeats === 'yearly' ? (
          <Choice
            label={t('recurrence.month')}
            value={String(value.month)}
            disabled={disabled}
            choices={Info.months('long', { locale }).map((label, index) => ({
              value: String(index + 1),
              label,
            }))}
            onChange={month => change({ month: Number(month) })}
          />
        ) : null}
        {value.repeats === 'monthlyByWeekday' ? (
          <>
            <Choice
              label={t('recurrence.ordinal')}
              value={String(value.ordinal)}
              disabled={disabled}
              choices={ORDINALS.map(ordinal => ({
                value: String(ordinal),
                label: t(`ordinal.${ordinal}`),
              }))}
              onChange={text =>
                change({
                  ordinal:
                    ORDINALS.find(one => String(one) === text) ?? value.ordinal,
                })
              }
            />
            <Choice
              label={t('recurrence.weekday')}
              value={value.weekday}
              disabled={disabled}
              choices={WEEKDAYS.map(day => ({
                value: day,
                label: nameOf(day),
              }))}
              onChange={weekday => change({ weekday })}
            />
          </>
        ) : null}
      </Row>
      {value.repeats === 'weekly' ? (
        <FormControl component="fieldset" disabled={disabled}>
          <FormLabel component="legend">{t('recurrence.weekdays')}</FormLabel>
          <FormGroup row>
            {WEEKDAYS.map(day => (
              <FormControlLabel
                key={day}
                label={nameOf(day)}
                control={
                  <Checkbox
                    size="small"
                    color="primary"
                    checked={value.weekdays.includes(day)}
                    onChange={(_, checked) =>
                      change({
                        weekdays: checked
                          ? [...value.weekdays, day]
                          : value.weekdays.filter(one => one !== day),
                      })
                    }
                  />
                }
              />
            ))}
          </FormGroup>
        </FormControl>
      ) : null}
      {value.repeats === 'raw' ? (
        <Row>
          <Field
            label={t('recurrence.raw_field')}
            value={value.raw}
            disabled={disabled}
            onChange={raw => change({ raw })}
            help={t('recurrence.rawHelp')}
            error={error}
          />
        </Row>
      ) : null}
      {value.repeats === 'once' || value.repeats === 'raw' ? null : (
        <>
          <Row>
            <Choice
              label={t('recurrence.ends')}
              value={value.ends}
              disabled={disabled}
              choices={(['never', 'until', 'count'] as const).map(name => ({
                value: name,
                label: t(`recurrence.${name}`),
              }))}
              onChange={ends => change({ ends })}
            />
            {value.ends === 'until' ? (
              <Field
                label={t('recurrence.untilDate')}
                required
                type="date"
                disabled={disabled}
                value={value.until}
                onChange={until => change({ until })}
              />
            ) : null}
            {value.ends === 'count' ? (
              <Field
                label={t('recurrence.countField')}
                type="number"
                disabled={disabled}
                value={String(value.count)}
                onChange={text => change({ count: numeric(text) })}
              />
            ) : null}
          </Row>
          <Typography
            variant="body2"
            color={error === undefined ? 'textSecondary' : 'error'}
            paragraph
          >
            {error ?? t('recurrence.rule', { rule: rule ?? '' })}
          </Typography>
        </>
      )}
    </>
  );
};
