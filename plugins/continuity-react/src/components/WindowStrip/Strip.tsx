import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { formatInstant, useReader, type Day } from '../../time';
import { continuityReactTranslationRef } from '../../translation';
import { Applies } from './Applies';
import { Bars } from './Bars';
import { position, type Row } from './layoutWindows';

const LABEL_WIDTH = 240;

const useStyles = makeStyles(
  theme => ({
    scroll: { overflowX: 'auto', paddingBottom: theme.spacing(1) },
    strip: { minWidth: 720, position: 'relative' },
    row: {
      display: 'grid',
      gridTemplateColumns: `${LABEL_WIDTH}px 1fr`,
      alignItems: 'center',
      borderTop: `1px solid ${theme.palette.divider}`,
      minHeight: theme.spacing(6),
    },
    label: {
      padding: theme.spacing(0.5, 1, 0.5, 0),
      overflowWrap: 'anywhere',
    },
    axis: { position: 'relative', height: theme.spacing(5) },
    day: {
      position: 'absolute',
      top: 0,
      bottom: 0,
      borderLeft: `1px solid ${theme.palette.divider}`,
      textAlign: 'center',
      fontSize: theme.typography.caption.fontSize,
      color: theme.palette.text.primary,
    },
    weekend: { backgroundColor: theme.palette.action.hover },
    month: { display: 'block', minHeight: '1.4em', whiteSpace: 'nowrap' },
    plot: { position: 'relative', alignSelf: 'stretch' },
    now: {
      position: 'absolute',
      top: 0,
      bottom: 0,
      borderLeft: `2px dashed ${theme.palette.text.primary}`,
      pointerEvents: 'none',
    },
  }),
  { name: 'ContinuityWindowStrip' },
);

const percent = (share: number) => `${share * 100}%`;

/** The rows of windows over their axis. */
export const Strip = (props: {
  rows: Row[];
  days: Day[];
  now: number;
  timeZone?: string;
}) => {
  const { rows, days, now } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(continuityReactTranslationRef);
  const reader = useReader();
  const timeZone = props.timeZone ?? reader.timeZone;
  const from = days[0].start;
  const to = days[days.length - 1].end;
  const marker = percent(position(now, from, to));
  const month = (day: Day) =>
    new Intl.DateTimeFormat(reader.locale, { month: 'short', timeZone }).format(
      day.start,
    );
  const nowLabel = `${t('windows.now')}: ${formatInstant(
    new Date(now).toISOString(),
    { locale: reader.locale, timeZone },
  )}`;

  return (
    <div
      className={classes.scroll}
      // Scrolls sideways on a narrow screen, hence within reach of the keyboard.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      role="group"
      aria-label={nowLabel}
    >
      <div className={classes.strip}>
        <div className={classes.row} aria-hidden>
          <Typography variant="caption" className={classes.label}>
            {nowLabel}
          </Typography>
          <div className={classes.axis} data-testid="axis">
            {days.map((day, index) => (
              <span
                key={day.start}
                className={`${classes.day} ${
                  day.weekday > 5 ? classes.weekend : ''
                }`}
                style={{
                  left: percent(position(day.start, from, to)),
                  width: percent((day.end - day.start) / (to - from)),
                }}
              >
                <span className={classes.month}>
                  {index === 0 || day.dayOfMonth === 1 ? month(day) : ''}
                </span>
                {day.dayOfMonth}
              </span>
            ))}
          </div>
        </div>
        {rows.map(row => (
          <div key={row.key} className={classes.row}>
            <div className={classes.label}>
              <Typography variant="body2">{row.window.title}</Typography>
              <Typography variant="caption" color="textSecondary" component="p">
                {t(`enforcement.${row.window.enforcement}`)} ·{' '}
                {row.window.calendarTitle} · <Applies window={row.window} />
              </Typography>
            </div>
            <div className={classes.plot}>
              <Bars
                bars={row.bars}
                label={row.window.title}
                timeZone={timeZone}
              />
              <span
                className={classes.now}
                style={{ left: marker }}
                aria-hidden
              />
            </div>
          </div>
        ))}
      </div>
    </div>
  );
};
