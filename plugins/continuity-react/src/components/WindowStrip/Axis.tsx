import { makeStyles } from '@material-ui/core/styles';
import { useReader, type Day } from '../../time';
import { position } from './layoutWindows';

/** More days than this, and only Mondays have room for their number. */
const DENSE = 45;
/** A month's name needs about as much room as this many days. */
const NAME_DAYS = 4;

const useStyles = makeStyles(
  theme => ({
    axis: { position: 'relative', height: theme.spacing(5) },
    day: {
      position: 'absolute',
      top: 0,
      bottom: 0,
      borderLeft: `1px solid ${theme.palette.divider}`,
      textAlign: 'center',
      whiteSpace: 'nowrap',
      fontSize: theme.typography.caption.fontSize,
      color: theme.palette.text.primary,
    },
    dense: { borderLeft: 'none', textAlign: 'left' },
    monday: {
      borderLeft: `1px solid ${theme.palette.divider}`,
      textAlign: 'left',
      paddingLeft: 2,
    },
    weekend: { backgroundColor: theme.palette.action.hover },
    month: { display: 'block', minHeight: '1.4em', whiteSpace: 'nowrap' },
  }),
  { name: 'ContinuityWindowAxis' },
);

const percent = (share: number) => `${share * 100}%`;

/** The days of a strip with their numbers, or the Mondays of a long one. */
export const Axis = (props: { days: Day[]; timeZone: string }) => {
  const { days, timeZone } = props;
  const classes = useStyles();
  const { locale } = useReader();
  const from = days[0].start;
  const to = days[days.length - 1].end;
  const dense = days.length > DENSE;
  const format = new Intl.DateTimeFormat(locale, { month: 'short', timeZone });
  const named = (day: Day, index: number) =>
    day.dayOfMonth === 1 ||
    (index === 0 &&
      !days.slice(1, NAME_DAYS).some(({ dayOfMonth }) => dayOfMonth === 1));
  return (
    <div className={classes.axis} data-testid="axis">
      {days.map((day, index) => {
        const styles = [
          classes.day,
          dense ? classes.dense : '',
          dense && day.weekday === 1 ? classes.monday : '',
          day.weekday > 5 ? classes.weekend : '',
        ];
        return (
          <span
            key={day.start}
            className={styles.filter(Boolean).join(' ')}
            style={{
              left: percent(position(day.start, from, to)),
              width: percent((day.end - day.start) / (to - from)),
            }}
          >
            <span className={classes.month}>
              {named(day, index) ? format.format(day.start) : ''}
            </span>
            {dense && day.weekday !== 1 ? '' : day.dayOfMonth}
          </span>
        );
      })}
    </div>
  );
};
