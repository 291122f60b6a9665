import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { memo } from 'react';
import { calendarTranslationRef } from '../../../translation/calendarTranslationRef';
import type { Segment, WeekLayout } from '../layout/monthLayout';
import type { OccurrenceIndex } from '../layout/occurrenceIndex';
import { OccurrenceButton } from '../shared/OccurrenceButton';
import { useOccurrenceLabel } from '../shared/useOccurrenceWords';
import { startOfMonth, type CivilDay } from '../time/civilDay';
import type { TimeWords } from '../time/timeWords';
import type { ZoneDay } from '../time/zoneDays';

const DATE_PX = 28;
const LANE_PX = 24;
const MORE_PX = 24;
const LEAST_LANES = 2;

const useStyles = makeStyles(
  theme => ({
    week: {
      position: 'relative',
      display: 'grid',
      gridTemplateColumns: 'repeat(7, 1fr)',
      borderTop: `1px solid ${theme.palette.divider}`,
      // A week is not torn apart at the end of a sheet.
      breakInside: 'avoid',
    },
    cell: {
      minWidth: 0,
      boxSizing: 'border-box',
      borderLeft: `1px solid ${theme.palette.divider}`,
      cursor: 'default',
      '&:first-child': { borderLeft: 'none' },
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.text.primary}`,
        outlineOffset: -2,
      },
    },
    other: { backgroundColor: theme.palette.action.hover },
    date: {
      display: 'inline-block',
      margin: theme.spacing(0.25),
      padding: '0 6px',
      lineHeight: '22px',
      fontSize: theme.typography.caption.fontSize,
      color: theme.palette.text.primary,
    },
    today: {
      fontWeight: 'bold',
      borderRadius: 11,
      boxShadow: `inset 0 0 0 2px ${theme.palette.text.primary}`,
    },
    missing: {
      padding: theme.spacing(0, 1),
      fontSize: theme.typography.caption.fontSize,
    },
    window: { position: 'absolute', height: LANE_PX - 3, zIndex: 1 },
    more: {
      position: 'absolute',
      bottom: 1,
      height: MORE_PX - 2,
      padding: '0 6px',
      justifyContent: 'flex-start',
      fontSize: theme.typography.caption.fontSize,
      textDecoration: 'underline',
      color: theme.palette.text.primary,
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.text.primary}`,
        outlineOffset: -2,
      },
    },
  }),
  { name: 'ContinuityMonthWeek' },
);

const percent = (columns: number) => `${(columns / 7) * 100}%`;

export interface MonthWeekProps {
  index: OccurrenceIndex;
  week: WeekLayout;
  words: TimeWords;
  /** First day of the month that is meant. */
  month: CivilDay;
  today: CivilDay;
  /** The day that the tab key leads to, when it is one of these. */
  active?: CivilDay;
  onDay: (day: ZoneDay) => void;
  onFocusDay: (day: CivilDay) => void;
  printed?: boolean;
}

/** A week of the month. Rendered again only when something of it has changed. */
export const MonthWeek = memo((props: MonthWeekProps) => {
  const { index, week, words, month, today, active } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(calendarTranslationRef);
  const label = useOccurrenceLabel(index, words);
  const height =
    DATE_PX + Math.max(week.lanes, LEAST_LANES) * LANE_PX + MORE_PX;

  const windowOf = (segment: Segment, tabIndex: number) => {
    const { position, count, first, last, lane, before, after } = segment;
    const timed = count === 1 && !before;
    return (
      <OccurrenceButton
        key={`${position}:${first}`}
        index={index}
        position={position}
        count={count}
        before={before}
        after={after}
        lead={timed ? words.time(index.starts[position]) : undefined}
        label={label(position, count)}
        className={classes.window}
        tabIndex={tabIndex}
        style={{
          top: DATE_PX + lane * LANE_PX,
          left: `calc(${percent(first)} + ${before ? 0 : 3}px)`,
          width: `calc(${percent(last - first + 1)} - ${
            (before ? 0 : 3) + (after ? 0 : 3)
          }px)`,
        }}
      />
    );
  };

  return (
    <div role="row" className={classes.week} style={{ minHeight: height }}>
      {week.days.map((zoneDay, column) => {
        const { day } = zoneDay;
        const tabIndex = day === active ? 0 : -1;
        const count = week.windows[column];
        const hidden = week.hidden[column];
        const gone = zoneDay.end <= zoneDay.start;
        const says = [
          words.day(day),
          day === today ? t('grid.today') : '',
          count > 0 ? t('grid.windows', { count }) : t('grid.noWindows'),
        ];
        const names = [
          classes.cell,
          startOfMonth(day) === month ? '' : classes.other,
        ];
        return (
          <div
            key={day}
            role="gridcell"
            aria-label={says.filter(Boolean).join(', ')}
            aria-current={day === today ? 'date' : undefined}
            data-day={day}
            tabIndex={props.printed ? undefined : tabIndex}
            onFocus={() => props.onFocusDay(day)}
            className={names.filter(Boolean).join(' ')}
          >
            <span
              className={`${classes.date} ${
                day === today ? classes.today : ''
              }`}
            >
              {words.dayOfMonth(day)}
            </span>
            {gone ? (
              <Typography className={classes.missing}>
                {t('grid.noSuchDay', { zone: words.timeZone })}
              </Typography>
            ) : null}
            {week.segments
              .filter(({ first }) => first === column)
              .map(segment => windowOf(segment, tabIndex))}
            {hidden > 0 ? (
              <ButtonBase
                className={classes.more}
                style={{ left: percent(column), width: percent(1) }}
                tabIndex={tabIndex}
                aria-label={t('grid.moreOf', {
                  number: words.number(hidden),
                  day: words.day(day),
                })}
                onClick={() => props.onDay(zoneDay)}
              >
                {t('grid.more', { number: words.number(hidden) })}
              </ButtonBase>
            ) : null}
          </div>
        );
      })}
    </div>
  );
});
