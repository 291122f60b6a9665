import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import { useEffect, useId, useMemo, useRef, type MouseEvent } from 'react';
import { calendarTranslationRef } from '../../../translation/calendarTranslationRef';
import { layoutDays, type DayColumn as Column } from '../layout/dayLayout';
import { layoutWeeks, type WeekLayout } from '../layout/monthLayout';
import { weekAxis } from '../layout/weekAxis';
import { pressedPosition } from '../shared/OccurrenceButton';
import { useGridFocus } from '../shared/useGridFocus';
import type { ViewProps } from '../shared/viewTypes';
import { dayIndexAt } from '../time/zoneDays';
import { DayColumn } from './DayColumn';
import { DayHeading } from './DayHeading';
import { WholeDays } from './WholeDays';

const HOUR_PX = 44;
const PRINTED_HOUR_PX = 26;
/** The height that a block needs for a line of text, as minutes. */
const LEAST_MINUTES = 28;
const LANES = 3;
/** Where a day begins for most people; the view opens there. */
const MORNING_MINUTES = 6 * 60;
const DAY_MS = 86_400_000;

const useStyles = makeStyles(
  theme => ({
    scroll: { overflowX: 'auto' },
    week: {
      minWidth: 840,
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      backgroundColor: theme.palette.background.paper,
    },
    columns: {
      display: 'grid',
      gridTemplateColumns: '72px repeat(7, minmax(0, 1fr))',
    },
    hours: {
      overflowY: 'auto',
      maxHeight: '65vh',
      borderTop: `1px solid ${theme.palette.divider}`,
      // The headings above have no scroll bar; both keep room for it.
      scrollbarGutter: 'stable',
    },
    gutter: { overflowY: 'hidden', scrollbarGutter: 'stable' },
    printed: { maxHeight: 'none', overflow: 'visible' },
    ruler: { position: 'relative' },
    hour: {
      position: 'absolute',
      right: 6,
      transform: 'translateY(-50%)',
      fontSize: theme.typography.caption.fontSize,
      color: theme.palette.text.secondary,
      whiteSpace: 'nowrap',
      textAlign: 'right',
    },
    again: { fontStyle: 'italic' },
  }),
  { name: 'ContinuityWeek' },
);

/** How many occurrences a day has, shown or not. */
const countOf = (column: Column) =>
  [...column.blocks, ...column.hidden].reduce(
    (sum, { count }) => sum + count,
    0,
  );

/** A week by the hour; one stop of the tab key, arrow keys move within it. */
export const WeekView = (props: ViewProps) => {
  const { index, days, words, today, title, onOpen, onDay, printed } = props;
  const classes = useStyles();
  const keys = useId();
  const { t } = useTranslationRef(calendarTranslationRef);
  const scroll = useRef<HTMLDivElement>(null);
  const hourPx = printed ? PRINTED_HOUR_PX : HOUR_PX;

  const { axis, band, columns } = useMemo(() => {
    const whole = (position: number) => fillsDay(index, days, position);
    const hours = weekAxis(days);
    return {
      axis: hours,
      band: layoutWeeks(index, days, LANES * 2, whole)[0],
      columns: layoutDays(
        index,
        days,
        hours,
        { lanes: LANES, least: (LEAST_MINUTES * HOUR_PX) / hourPx },
        position => !whole(position),
      ),
    };
  }, [index, days, hourPx]);

  const todayColumn = days.findIndex(({ day }) => day === today);
  const { container, active, gridProps } = useGridFocus({
    initial: { col: Math.max(todayColumn, 0), row: 0 },
    onPage: direction => props.onGo(days[0].day + direction * 7),
    grab: props.grab,
  });

  const morning = (MORNING_MINUTES / 60) * hourPx;
  useEffect(() => {
    if (scroll.current) scroll.current.scrollTop = morning;
  }, [morning]);

  const onClick = (event: MouseEvent) => {
    const position = pressedPosition(event.target);
    if (position !== undefined) onOpen(position);
  };

  const height = (axis.length / 60) * hourPx;
  return (
    <div className={classes.scroll}>
      {/* Keys and presses of what is within arrive here. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events */}
      <div
        ref={container}
        role="group"
        aria-label={title}
        aria-describedby={printed ? undefined : keys}
        className={classes.week}
        onClick={onClick}
        {...gridProps}
      >
        {printed ? null : (
          <span id={keys} hidden>
            {t('grid.keyboardWeek')}
          </span>
        )}
        <div className={printed ? undefined : classes.gutter}>
          <div className={classes.columns}>
            <span />
            {days.map((day, column) => (
              <DayHeading
                key={day.day}
                day={day}
                words={words}
                today={day.day === today}
                count={band.windows[column] + countOf(columns[column])}
                column={column}
                focusable={active.col === column && active.row === 0}
                onDay={onDay}
              />
            ))}
          </div>
          <WholeDays
            index={index}
            band={band}
            words={words}
            active={active}
            onDay={onDay}
          />
        </div>
        {/* Focusable, so that a keyboard scrolls it also when it holds no window. */}
        <div
          ref={scroll}
          className={`${classes.hours} ${printed ? classes.printed : ''}`}
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
          role="group"
          aria-label={t('grid.hoursOfWeek')}
        >
          <div className={classes.columns} style={{ height }}>
            <div className={classes.ruler} aria-hidden>
              {axis.hours.slice(1).map(({ hour, at, again }) => (
                <span
                  key={at}
                  className={`${classes.hour} ${again ? classes.again : ''}`}
                  style={{ top: (at / 60) * hourPx }}
                >
                  {again
                    ? t('grid.again', { hour: words.hour(hour) })
                    : words.hour(hour)}
                </span>
              ))}
            </div>
            {columns.map((column, position) => (
              <DayColumn
                key={column.day.day}
                index={index}
                column={column}
                axis={axis}
                missing={axis.missing[position]}
                words={words}
                hourPx={hourPx}
                position={position}
                // Rows above are the heading and the whole days that begin here.
                firstRow={1 + bandRows(band, position)}
                activeRow={active.col === position ? active.row : undefined}
                onDay={onDay}
              />
            ))}
          </div>
        </div>
      </div>
    </div>
  );
};

/** Whether an occurrence fills a day, of the zone's own length, or is as long as one. */
function fillsDay(
  index: ViewProps['index'],
  days: ViewProps['days'],
  position: number,
): boolean {
  const start = index.starts[position];
  const end = index.ends[position];
  if (end - start >= DAY_MS) return true;
  const first = dayIndexAt(days, start);
  return [days[first], days[first + 1]].some(
    day => day && day.end > day.start && start <= day.start && end >= day.end,
  );
}

/** How many of the band's windows begin on a day; its "more" counts as one. */
function bandRows(band: WeekLayout, column: number): number {
  const begin = band.segments.filter(({ first }) => first === column).length;
  return begin + (band.hidden[column] > 0 ? 1 : 0);
}
