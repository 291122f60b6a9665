import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { CalendarView } from '@continuity/plugin-continuity-common';
import { makeStyles } from '@material-ui/core/styles';
import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import {
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type MouseEvent,
} from 'react';
import useMeasure from 'react-use/esm/useMeasure';
import { calendarTranslationRef } from '../../../translation/calendarTranslationRef';
import { Empty } from '../../shared/Empty';
import type { RowKind, Scale } from '../address/calendarAddress';
import type { TimelineOptions } from '../layout/timelineLayout';
import { pressedPosition } from '../shared/OccurrenceButton';
import { spotOf } from '../shared/useGridFocus';
import { EDGE_PX } from '../shared/useWindowStyles';
import type { ViewProps } from '../shared/viewTypes';
import { TimelineAxis, TimelineGround } from './TimelineAxis';
import { LABEL_PX, TimelineRow, type Row } from './TimelineRow';
import { timelineTicks } from './timelineTicks';

const LEAST_PLOT_PX = 720;
/** Before it is measured, and on paper. */
const USUAL_PLOT_PX = 900;
const GAP_PX = 2;
const LANES = 4;
/** Nobody can press on paper for the rest. */
const PRINTED_LANES = 8;
const ROW_PX = 56;
const FIRST_RECT = { width: 1200, height: 640 };

const useStyles = makeStyles(
  theme => ({
    scroll: {
      overflow: 'auto',
      maxHeight: '68vh',
      border: `1px solid ${theme.palette.divider}`,
      borderRadius: theme.shape.borderRadius,
      backgroundColor: theme.palette.background.paper,
      position: 'relative',
    },
    printed: { maxHeight: 'none', overflow: 'visible' },
    inner: { position: 'relative', minWidth: LABEL_PX + LEAST_PLOT_PX },
    rows: { position: 'relative' },
    row: { position: 'absolute', top: 0, left: 0, right: 0 },
    printedRow: { breakInside: 'avoid' },
    empty: { padding: theme.spacing(2) },
  }),
  { name: 'ContinuityTimeline' },
);

export interface TimelineViewProps extends ViewProps {
  rows: NonNullable<CalendarView['rows']>;
  rowKind: RowKind;
  scale: Scale;
  /** Epoch milliseconds of the marker. */
  now: number;
  firstWeekday: number;
  /** A day of the period before (-1) and of the one after (1). */
  onPage: (direction: -1 | 1) => void;
  /** Lists all occurrences of a row. */
  onRow: (row: Row) => void;
}

/** Windows by system, team, tier or region; only the rows in sight are made. */
export const TimelineView = (props: TimelineViewProps) => {
  const { index, days, words, rows, scale, now, printed, grab, onPage } = props;
  const classes = useStyles();
  const keys = useId();
  const { t } = useTranslationRef(calendarTranslationRef);
  const scroll = useRef<HTMLDivElement>(null);
  const [measure, { width }] = useMeasure<HTMLDivElement>();
  const plotPx = printed || width === 0 ? USUAL_PLOT_PX : width - LABEL_PX;

  const from = days[0].start;
  const to = days[days.length - 1].end;
  const options = useMemo<TimelineOptions>(
    () => ({
      from,
      to,
      lanes: printed ? PRINTED_LANES : LANES,
      least: EDGE_PX / plotPx,
      gap: GAP_PX / plotPx,
    }),
    [from, to, plotPx, printed],
  );
  const ticks = useMemo(
    () => timelineTicks(days, scale, words, props.firstWeekday),
    [days, scale, words, props.firstWeekday],
  );
  const marker =
    now >= from && now < to ? (now - from) / (to - from) : undefined;

  // Stays when it is scrolled out of sight: the focus would go with it.
  const [focused, setFocused] = useState<number>();
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_PX,
    getItemKey: position => rows[position].id,
    initialRect: FIRST_RECT,
    overscan: 4,
    rangeExtractor: range => {
      const inSight = defaultRangeExtractor(range);
      return focused === undefined ||
        focused >= rows.length ||
        inSight.includes(focused)
        ? inSight
        : [...inSight, focused].sort((a, b) => a - b);
    },
  });

  useEffect(() => {
    if (!grab.current) return;
    grab.current = false;
    const bar = scroll.current?.querySelector<HTMLElement>(
      '[tabindex="0"][data-row]',
    );
    (bar ?? scroll.current)?.focus();
  }, [grab]);

  const focusSpot = useCallback(
    (row: number, col: number) => {
      virtual.scrollToIndex(row);
      // A row that was out of sight is there after the next frame.
      requestAnimationFrame(() => {
        for (let at = col; at >= 0; at--) {
          const found = scroll.current?.querySelector<HTMLElement>(
            `[data-row="${row}"][data-col="${at}"]`,
          );
          if (found) {
            found.focus();
            return;
          }
        }
      });
    },
    [virtual],
  );

  const onKeyDown = (event: KeyboardEvent) => {
    const spot = spotOf(event.target);
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    // Without bars the whole is focused, and has nothing else to do with these keys.
    if (!spot && (event.target !== scroll.current || index.count > 0)) return;
    if (event.key === 'PageUp' || event.key === 'PageDown') {
      event.preventDefault();
      grab.current = true;
      onPage(event.key === 'PageUp' ? -1 : 1);
    } else if (spot && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault();
      const row = spot.row + (event.key === 'ArrowUp' ? -1 : 1);
      if (row >= 0 && row < rows.length) focusSpot(row, spot.col);
    }
  };

  const onClick = (event: MouseEvent) => {
    const position = pressedPosition(event.target);
    if (position !== undefined) props.onOpen(position);
  };

  if (rows.length === 0) return <Empty title={t('grid.noRows')} />;

  const rowAt = (position: number) => (
    <TimelineRow
      index={index}
      row={rows[position]}
      rowKind={props.rowKind}
      position={position}
      options={options}
      plotPx={plotPx}
      words={words}
      onRow={props.onRow}
    />
  );

  return (
    // Keys and presses of what is within arrive here.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events
    <div
      ref={scroll}
      className={`${classes.scroll} ${printed ? classes.printed : ''}`}
      role="group"
      aria-label={props.title}
      aria-describedby={printed ? undefined : keys}
      onKeyDown={onKeyDown}
      onFocus={event => setFocused(spotOf(event.target)?.row)}
      onBlur={() => setFocused(undefined)}
      onClick={onClick}
      // Scrolls, hence within reach of the keyboard.
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={printed ? undefined : 0}
    >
      {printed ? null : (
        <span id={keys} hidden>
          {t('grid.keyboardTimeline')}
        </span>
      )}
      <div ref={measure} className={classes.inner}>
        <TimelineAxis
          ticks={ticks.ticks}
          name={t(`toolbar.rowsBy.${props.rowKind}`)}
        />
        <TimelineGround {...ticks} marker={marker} />
        {printed ? (
          rows.map((row, position) => (
            <div key={row.id} className={classes.printedRow}>
              {rowAt(position)}
            </div>
          ))
        ) : (
          <div
            className={classes.rows}
            style={{ height: virtual.getTotalSize() }}
          >
            {virtual.getVirtualItems().map(item => (
              <div
                key={item.key}
                data-index={item.index}
                ref={virtual.measureElement}
                className={classes.row}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                {rowAt(item.index)}
              </div>
            ))}
          </div>
        )}
      </div>
    </div>
  );
};
