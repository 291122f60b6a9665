import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import { calendarTranslationRef } from '../../../translation/calendarTranslationRef';
import { LABEL_PX } from './TimelineRow';
import type { Tick, TimelineTicks } from './timelineTicks';

const AXIS_PX = 32;

const useStyles = makeStyles(
  theme => ({
    axis: {
      position: 'sticky',
      top: 0,
      zIndex: 4,
      display: 'grid',
      gridTemplateColumns: `${LABEL_PX}px minmax(0, 1fr)`,
      height: AXIS_PX,
      backgroundColor: theme.palette.background.paper,
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
    name: {
      position: 'sticky',
      left: 0,
      padding: theme.spacing(0.75, 1),
      fontSize: theme.typography.caption.fontSize,
      fontWeight: 'bold',
      backgroundColor: theme.palette.background.paper,
    },
    plot: { position: 'relative', overflow: 'hidden' },
    tick: {
      position: 'absolute',
      top: 0,
      bottom: 0,
      padding: theme.spacing(0.75, 0.25),
      boxSizing: 'border-box',
      whiteSpace: 'nowrap',
      overflow: 'visible',
      fontSize: theme.typography.caption.fontSize,
      color: theme.palette.text.primary,
      borderLeft: `1px solid ${theme.palette.divider}`,
    },
    ground: {
      position: 'absolute',
      top: AXIS_PX,
      bottom: 0,
      left: LABEL_PX,
      right: 0,
      pointerEvents: 'none',
    },
    line: {
      position: 'absolute',
      top: 0,
      bottom: 0,
      borderLeft: `1px solid ${theme.palette.divider}`,
    },
    weekend: {
      position: 'absolute',
      top: 0,
      bottom: 0,
      backgroundColor: theme.palette.action.hover,
    },
    now: {
      position: 'absolute',
      top: 0,
      bottom: 0,
      zIndex: 2,
      borderLeft: `2px dashed ${theme.palette.text.primary}`,
    },
  }),
  { name: 'ContinuityTimelineAxis' },
);

const percent = (share: number) => `${share * 100}%`;
const span = ({ from, to }: Tick) => ({
  left: percent(from),
  width: percent(to - from),
});

/** Days, weeks or months above the rows; stays in sight. */
export const TimelineAxis = (props: { ticks: Tick[]; name: string }) => {
  const classes = useStyles();
  return (
    <div className={classes.axis} aria-hidden>
      <span className={classes.name}>{props.name}</span>
      <div className={classes.plot}>
        {props.ticks.map(tick => (
          <span key={tick.key} className={classes.tick} style={span(tick)}>
            {tick.label}
          </span>
        ))}
      </div>
    </div>
  );
};

/** The lines behind the rows, the weekends, and where now is. */
export const TimelineGround = (props: TimelineTicks & { marker?: number }) => {
  const { ticks, weekends, marker } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(calendarTranslationRef);
  return (
    <div className={classes.ground} aria-hidden>
      {weekends.map(tick => (
        <span key={tick.key} className={classes.weekend} style={span(tick)} />
      ))}
      {ticks.map(tick => (
        <span
          key={tick.key}
          className={classes.line}
          style={{ left: percent(tick.from) }}
        />
      ))}
      {marker === undefined ? null : (
        <span
          className={classes.now}
          style={{ left: percent(marker) }}
          title={t('legend.now')}
        />
      )}
    </div>
  );
};
