import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { CalendarView } from '@continuity/plugin-continuity-common';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { Fragment, memo, useMemo, useState, type KeyboardEvent } from 'react';
import { calendarTranslationRef } from '../../../translation/calendarTranslationRef';
import { EntityLink } from '../../shared/EntityLink';
import type { RowKind } from '../address/calendarAddress';
import type { OccurrenceIndex } from '../layout/occurrenceIndex';
import {
  layoutTimelineRow,
  type TimelineOptions,
} from '../layout/timelineLayout';
import { OccurrenceButton } from '../shared/OccurrenceButton';
import { titleOf, useOccurrenceLabel } from '../shared/useOccurrenceWords';
import { EDGE_PX } from '../shared/useWindowStyles';
import type { TimeWords } from '../time/timeWords';

export type Row = NonNullable<CalendarView['rows']>[number];

export const LABEL_PX = 210;
const LANE_PX = 24;
const PAD_PX = 6;
/** Narrower than this, and a bar has no room for words. */
const WORDS_PX = 56;

const useStyles = makeStyles(
  theme => ({
    row: {
      display: 'grid',
      gridTemplateColumns: `${LABEL_PX}px minmax(0, 1fr)`,
      borderBottom: `1px solid ${theme.palette.divider}`,
    },
    label: {
      position: 'sticky',
      left: 0,
      zIndex: 3,
      boxSizing: 'border-box',
      padding: theme.spacing(0.5, 1),
      overflowWrap: 'anywhere',
      backgroundColor: theme.palette.background.paper,
      borderRight: `1px solid ${theme.palette.divider}`,
    },
    more: { padding: 0, textDecoration: 'underline' },
    plot: { position: 'relative' },
    bar: {
      position: 'absolute',
      height: LANE_PX - 3,
      minWidth: EDGE_PX,
      zIndex: 1,
    },
    beside: {
      position: 'absolute',
      zIndex: 1,
      boxSizing: 'border-box',
      height: LANE_PX - 3,
      padding: '0 4px',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
      fontSize: theme.typography.caption.fontSize,
      lineHeight: `${LANE_PX - 3}px`,
      color: theme.palette.text.primary,
      cursor: 'pointer',
    },
    bare: { padding: 0, '&::before': { flexGrow: 1, borderRight: 'none' } },
  }),
  { name: 'ContinuityTimelineRow' },
);

/** Rows of these kinds are entities of the catalog. */
const IN_CATALOG: readonly RowKind[] = ['system', 'team'];

/**
 * The windows for one system, team, tier or region; one stop of the tab key, arrow keys
 * move between its bars.
 */
export const TimelineRow = memo(
  (props: {
    index: OccurrenceIndex;
    row: Row;
    rowKind: RowKind;
    /** Position of the row, for the arrow keys. */
    position: number;
    options: TimelineOptions;
    plotPx: number;
    words: TimeWords;
    onRow: (row: Row) => void;
  }) => {
    const { index, row, position, options, plotPx, words } = props;
    const classes = useStyles();
    const { t } = useTranslationRef(calendarTranslationRef);
    const label = useOccurrenceLabel(index, words);
    const [active, setActive] = useState(0);
    const { bars, lanes, hidden } = useMemo(
      () => layoutTimelineRow(index, row.windows, options),
      [index, row.windows, options],
    );

    const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
      const last = bars.length - 1;
      const next = {
        ArrowLeft: Math.max(active - 1, 0),
        ArrowRight: Math.min(active + 1, last),
        Home: 0,
        End: last,
      }[event.key];
      if (next === undefined) return;
      event.preventDefault();
      event.currentTarget
        .querySelector<HTMLElement>(`[data-col="${next}"]`)
        ?.focus();
    };

    return (
      <div className={classes.row} role="group" aria-label={row.title}>
        <div className={classes.label}>
          <Typography variant="body2" component="div">
            {IN_CATALOG.includes(props.rowKind) ? (
              <EntityLink entityRef={row.id} title={row.title} />
            ) : (
              row.title
            )}
          </Typography>
          <Typography variant="caption" component="div" color="textSecondary">
            {t('grid.rowFacts', {
              windows:
                row.windows.length > 0
                  ? t('grid.windows', { count: row.windows.length })
                  : t('grid.noWindows'),
              services: t('grid.services', { count: row.services }),
            })}
          </Typography>
          {hidden > 0 ? (
            <Button
              size="small"
              className={classes.more}
              aria-label={t('grid.moreIn', {
                number: words.number(hidden),
                row: row.title,
              })}
              onClick={() => props.onRow(row)}
            >
              {t('grid.more', { number: words.number(hidden) })}
            </Button>
          ) : null}
        </div>
        {/* Keys of the bars within arrive here. */}
        {/* eslint-disable-next-line jsx-a11y/no-static-element-interactions */}
        <div
          className={classes.plot}
          style={{ minHeight: lanes * LANE_PX + 2 * PAD_PX }}
          onKeyDown={onKeyDown}
        >
          {bars.map((bar, col) => {
            const bare = (bar.to - bar.from) * plotPx < WORDS_PX;
            const top = PAD_PX + bar.lane * LANE_PX;
            const said = label(bar.position, bar.count);
            return (
              <Fragment key={bar.position}>
                <OccurrenceButton
                  index={index}
                  position={bar.position}
                  count={bar.count}
                  bare={bare}
                  before={index.starts[bar.position] < options.from}
                  after={index.ends[bar.position] > options.to}
                  label={said}
                  className={`${classes.bar} ${bare ? classes.bare : ''}`}
                  data-row={position}
                  data-col={col}
                  tabIndex={col === Math.min(active, bars.length - 1) ? 0 : -1}
                  onFocus={() => setActive(col)}
                  style={{
                    top,
                    // At the very end a bar stands back to be seen whole.
                    left: `min(${bar.from * 100}%, 100% - ${EDGE_PX}px)`,
                    width: `${(bar.to - bar.from) * 100}%`,
                  }}
                />
                {bare && bar.room * plotPx >= WORDS_PX ? (
                  // The mark says it all; these are its words where there is room.
                  <span
                    aria-hidden
                    className={classes.beside}
                    data-position={bar.position}
                    title={said}
                    style={{
                      top,
                      left: `max(${bar.to * 100}%, ${
                        bar.from * 100
                      }% + ${EDGE_PX}px)`,
                      maxWidth: `${bar.room * 100}%`,
                    }}
                  >
                    {titleOf(index, bar.position)}
                    {bar.count > 1 ? ` × ${bar.count}` : ''}
                  </span>
                ) : null}
              </Fragment>
            );
          })}
        </div>
      </div>
    );
  },
);
