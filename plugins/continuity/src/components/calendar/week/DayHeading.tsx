import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import { calendarTranslationRef } from '../../../translation/calendarTranslationRef';
import type { TimeWords } from '../time/timeWords';
import type { ZoneDay } from '../time/zoneDays';

const HOUR_MS = 3_600_000;

const useStyles = makeStyles(
  theme => ({
    heading: {
      display: 'block',
      width: '100%',
      padding: theme.spacing(0.5),
      textAlign: 'left',
      fontSize: theme.typography.body2.fontSize,
      color: theme.palette.text.primary,
      borderLeft: `1px solid ${theme.palette.divider}`,
      '&:hover': { backgroundColor: theme.palette.action.hover },
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.text.primary}`,
        outlineOffset: -2,
      },
    },
    today: { boxShadow: `inset 0 -3px 0 ${theme.palette.text.primary}` },
    note: {
      display: 'block',
      fontSize: theme.typography.caption.fontSize,
      fontWeight: 'normal',
    },
  }),
  { name: 'ContinuityDayHeading' },
);

/** How many hours a day has, when it is not 24. */
function oddHours(day: ZoneDay, locale: string): string | undefined {
  const hours = (day.end - day.start) / HOUR_MS;
  return hours === 24 ? undefined : hours.toLocaleString(locale);
}

/** The name of a day; a press lists all its windows. */
export const DayHeading = (props: {
  day: ZoneDay;
  words: TimeWords;
  today: boolean;
  /** How many windows the day has. */
  count: number;
  column: number;
  focusable: boolean;
  onDay: (day: ZoneDay) => void;
}) => {
  const { day, words, today, count } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(calendarTranslationRef);
  const gone = day.end <= day.start;
  const hours = oddHours(day, words.locale);
  const lengthWords = hours ? t('grid.dayLength', { hours }) : '';
  const says = [
    words.day(day.day),
    today ? t('grid.today') : '',
    gone ? t('grid.noSuchDay', { zone: words.timeZone }) : lengthWords,
    count > 0 ? t('grid.windows', { count }) : t('grid.noWindows'),
  ];
  return (
    <ButtonBase
      className={`${classes.heading} ${today ? classes.today : ''}`}
      aria-label={says.filter(Boolean).join(', ')}
      aria-current={today ? 'date' : undefined}
      data-col={props.column}
      data-row={0}
      tabIndex={props.focusable ? 0 : -1}
      onClick={() => props.onDay(day)}
    >
      <strong>
        {words.weekday(day.day)} {words.shortDay(day.day)}
      </strong>
      <span className={classes.note} title={lengthWords || undefined}>
        {hours && !gone ? `${t('grid.hours', { hours })} · ` : ''}
        {count > 0 ? t('grid.windows', { count }) : '\u00a0'}
      </span>
    </ButtonBase>
  );
};
