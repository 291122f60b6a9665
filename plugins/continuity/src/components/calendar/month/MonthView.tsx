import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import {
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
} from 'react';
import { calendarTranslationRef } from '../../../translation/calendarTranslationRef';
import { layoutWeeks } from '../layout/monthLayout';
import { pressedPosition } from '../shared/OccurrenceButton';
import type { ViewProps } from '../shared/viewTypes';
import { addMonths, startOfMonth, type CivilDay } from '../time/civilDay';
import { MonthWeek } from './MonthWeek';

/** Windows that a day has room for; a sheet of paper has more. */
const LANES = 4;
const PRINTED_LANES = 8;

const useStyles = makeStyles(
  theme => ({
    scroll: { overflowX: 'auto' },
    grid: {
      minWidth: 760,
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      backgroundColor: theme.palette.background.paper,
    },
    header: { display: 'grid', gridTemplateColumns: 'repeat(7, 1fr)' },
    weekday: {
      padding: theme.spacing(0.5, 1),
      fontSize: theme.typography.caption.fontSize,
      fontWeight: 'bold',
      color: theme.palette.text.secondary,
    },
  }),
  { name: 'ContinuityMonth' },
);

/** How far a key leads, in days; from the day that is focused. */
function destination(
  key: string,
  day: CivilDay,
  first: CivilDay,
): CivilDay | undefined {
  const column = (day - first) % 7;
  switch (key) {
    case 'ArrowLeft':
      return day - 1;
    case 'ArrowRight':
      return day + 1;
    case 'ArrowUp':
      return day - 7;
    case 'ArrowDown':
      return day + 7;
    case 'Home':
      return day - column;
    case 'End':
      return day - column + 6;
    case 'PageUp':
      return addMonths(day, -1);
    case 'PageDown':
      return addMonths(day, 1);
    default:
      return undefined;
  }
}

export interface MonthViewProps extends ViewProps {
  /** A day of the month that is meant; days of other months stand back. */
  day: CivilDay;
}

/** A month in weeks; one stop of the tab key, arrow keys move between its days. */
export const MonthView = (props: MonthViewProps) => {
  const { index, days, words, title, onOpen, onDay, onGo, grab, printed } =
    props;
  const classes = useStyles();
  const keys = useId();
  const { t } = useTranslationRef(calendarTranslationRef);
  const weeks = useMemo(
    () => layoutWeeks(index, days, printed ? PRINTED_LANES : LANES),
    [index, days, printed],
  );
  const month = startOfMonth(props.day);
  const [active, setActive] = useState(props.day);
  const grid = useRef<HTMLDivElement>(null);
  const first = days[0].day;

  const focusDay = (day: CivilDay) =>
    grid.current?.querySelector<HTMLElement>(`[data-day="${day}"]`)?.focus();

  useEffect(() => {
    if (!grab.current) return;
    grab.current = false;
    focusDay(props.day);
  }, [grab, props.day]);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const cell =
      event.target instanceof Element
        ? event.target.closest<HTMLElement>('[data-day]')
        : null;
    if (!cell) return;
    const day = Number(cell.dataset.day);
    if (event.key === 'Enter' && event.target === cell) {
      event.preventDefault();
      onDay(days[day - first]);
      return;
    }
    const to = destination(event.key, day, first);
    if (to === undefined) return;
    event.preventDefault();
    const paged = event.key.startsWith('Page');
    if (!paged && to >= first && to < first + days.length) {
      setActive(to);
      focusDay(to);
    } else {
      grab.current = true;
      onGo(to);
    }
  };

  const onClick = (event: MouseEvent) => {
    const position = pressedPosition(event.target);
    if (position !== undefined) onOpen(position);
  };

  return (
    <div className={classes.scroll}>
      {/* Presses of the windows within arrive here; keys move between its cells. */}
      {/* eslint-disable-next-line jsx-a11y/interactive-supports-focus */}
      <div
        ref={grid}
        role="grid"
        aria-label={title}
        aria-describedby={printed ? undefined : keys}
        className={classes.grid}
        onKeyDown={onKeyDown}
        onClick={onClick}
      >
        {printed ? null : (
          <span id={keys} hidden>
            {t('grid.keyboardMonth')}
          </span>
        )}
        <div role="row" className={classes.header}>
          {days.slice(0, 7).map(({ day }) => (
            <div key={day} role="columnheader" className={classes.weekday}>
              {words.weekday(day)}
            </div>
          ))}
        </div>
        {weeks.map(week => {
          const [{ day }] = week.days;
          const holds = active >= day && active < day + 7;
          return (
            <MonthWeek
              key={day}
              index={index}
              week={week}
              words={words}
              month={month}
              today={props.today}
              active={holds ? active : undefined}
              onDay={onDay}
              onFocusDay={setActive}
              printed={printed}
            />
          );
        })}
      </div>
    </div>
  );
};
