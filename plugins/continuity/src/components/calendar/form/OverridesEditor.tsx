import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { windowFormTranslationRef } from '../../../translation/windowFormTranslationRef';
import { Field, Row } from '../../shared/fields';
import { problemAt, type DraftProblem } from '../../shared/problems';
import type { OverrideForm } from './windowForm';

const useStyles = makeStyles(
  theme => ({
    group: {
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      margin: theme.spacing(0, 0, 2),
      minWidth: 0,
      padding: theme.spacing(2),
    },
    help: { marginBottom: theme.spacing(1) },
  }),
  { name: 'ContinuityOverridesEditor' },
);

const NOTHING: OverrideForm = {
  occurrence: '',
  start: '',
  end: '',
  duration: '',
  title: '',
  reason: '',
};

/**
 * Single occurrences that are not like the others of their window: each is named by the
 * start that the rule gives it, and says what is different. One that does not take place
 * at all stands in the list of those instead.
 */
export const OverridesEditor = (props: {
  value: readonly OverrideForm[];
  onChange: (value: OverrideForm[]) => void;
  problems: readonly DraftProblem[];
  /** Starts that come next, to choose from; others may be typed. */
  starts: readonly string[];
  disabled?: boolean;
}) => {
  const { value, onChange, problems, starts, disabled } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(windowFormTranslationRef);
  const change = (place: number, part: Partial<OverrideForm>) =>
    onChange(
      value.map((one, at) => (at === place ? { ...one, ...part } : one)),
    );
  return (
    <>
      {value.map((one, place) => {
        const error = (part: string) =>
          problemAt(problems, `window.overrides.${place}.${part}`);
        const field = (part: keyof OverrideForm) => ({
          label: t(`overrides.${part}`),
          value: one[part],
          error: error(part),
          disabled,
          onChange: (text: string) => change(place, { [part]: text }),
        });
        return (
          // Rows have no name of their own, and are added at the end only.
          // eslint-disable-next-line react/no-array-index-key
          <fieldset key={place} className={classes.group}>
            <Typography variant="subtitle2" component="legend">
              {t('overrides.one', { number: String(place + 1) })}
            </Typography>
            <Row>
              <Field
                {...field('occurrence')}
                required
                proposals={starts}
                help={t('overrides.occurrenceHelp')}
              />
              <Field {...field('start')} help={t('overrides.startHelp')} />
            </Row>
            <Row>
              <Field {...field('end')} help={t('overrides.endHelp')} />
              <Field
                {...field('duration')}
                help={t('overrides.durationHelp')}
              />
            </Row>
            <Row>
              <Field {...field('title')} />
              <Field {...field('reason')} />
            </Row>
            <Button
              size="small"
              disabled={disabled}
              aria-label={t('overrides.removeOne', {
                number: String(place + 1),
              })}
              onClick={() => onChange(value.filter((_, at) => at !== place))}
            >
              {t('overrides.remove')}
            </Button>
          </fieldset>
        );
      })}
      <Typography
        variant="body2"
        color="textSecondary"
        className={classes.help}
      >
        {t('overrides.help')}
      </Typography>
      <Button
        size="small"
        variant="outlined"
        disabled={disabled}
        onClick={() => onChange([...value, NOTHING])}
      >
        {t('overrides.add')}
      </Button>
    </>
  );
};
