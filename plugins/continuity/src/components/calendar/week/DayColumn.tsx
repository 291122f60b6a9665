import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import { memo } from 'react';
import { calendarTranslationRef } from '../../../translation/calendarTranslationRef';
import type { DayColumn as Column } from '../layout/dayLayout';
import type { OccurrenceIndex } from '../layout/occurrenceIndex';
import type { Stretch, WeekAxis } from '../layout/weekAxis';
import { OccurrenceButton } from '../shared/OccurrenceButton';
import { useOccurrenceLabel } from '../shared/useOccurrenceWords';
import type { TimeWords } from '../time/timeWords';
import type { ZoneDay } from '../time/zoneDays';

/** Width that is kept for what there was no lane for. */
const MORE_PX = 34;

const useStyles = makeStyles(
  theme => ({
    column: {
      position: 'relative',
      borderLeft: `1px solid ${theme.palette.divider}`,
    },
    line: {
      position: 'absolute',
      left: 0,
      right: 0,
      borderTop: `1px solid ${theme.palette.divider}`,
    },
    missing: {
      position: 'absolute',
      left: 0,
      right: 0,
      overflow: 'hidden',
      padding: theme.spacing(0, 0.5),
      fontSize: theme.typography.caption.fontSize,
      color: theme.palette.text.primary,
      backgroundColor: theme.palette.action.hover,
      backgroundImage: `repeating-linear-gradient(135deg, ${theme.palette.divider} 0 1px, transparent 1px 6px)`,
      border: `1px dotted ${theme.palette.text.secondary}`,
      boxSizing: 'border-box',
    },
    window: {
      position: 'absolute',
      alignItems: 'flex-start',
      whiteSpace: 'normal',
      '& > *': { marginTop: 2 },
    },
    more: {
      position: 'absolute',
      right: 0,
      width: MORE_PX,
      alignItems: 'flex-start',
      fontSize: theme.typography.caption.fontSize,
      textDecoration: 'underline',
      color: theme.palette.text.primary,
      backgroundColor: theme.palette.action.hover,
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.text.primary}`,
      },
    },
  }),
  { name: 'ContinuityDayColumn' },
);

export interface DayColumnProps {
  index: OccurrenceIndex;
  column: Column;
  axis: WeekAxis;
  missing: readonly Stretch[];
  words: TimeWords;
  hourPx: number;
  /** Position of the day in the week. */
  position: number;
  /** Row of the first block, for the arrow keys. */
  firstRow: number;
  /** The row that the tab key leads to, when it is one of this day. */
  activeRow?: number;
  onDay: (day: ZoneDay) => void;
}

/** The hours of a day with its windows. Rendered again only when something has changed. */
export const DayColumn = memo((props: DayColumnProps) => {
  const { index, column, axis, words, hourPx, position, firstRow } = props;
  const { day, blocks, hidden } = column;
  const classes = useStyles();
  const { t } = useTranslationRef(calendarTranslationRef);
  const label = useOccurrenceLabel(index, words);
  const px = (minutes: number) => (minutes / 60) * hourPx;
  const place = (row: number) => ({
    'data-col': position,
    'data-row': row,
    tabIndex: props.activeRow === row ? 0 : -1,
  });
  const moreAt = (from: number, to: number) =>
    hidden.some(more => more.from < to && more.to > from) ? MORE_PX : 0;

  return (
    <div className={classes.column}>
      {axis.hours.slice(1).map(({ at }) => (
        <span
          key={at}
          className={classes.line}
          style={{ top: px(at) }}
          aria-hidden
        />
      ))}
      {props.missing.map(({ from, to }) => (
        <span
          key={from}
          className={classes.missing}
          style={{ top: px(from), height: px(to - from) }}
          title={t('grid.missing')}
        >
          {day.end > day.start
            ? t('grid.missing')
            : t('grid.noSuchDay', { zone: words.timeZone })}
        </span>
      ))}
      {blocks.map((block, row) => {
        const { from, drawnTo, lane, lanes, count } = block;
        const room = `(100% - 4px - ${moreAt(from, drawnTo)}px)`;
        return (
          <OccurrenceButton
            key={block.position}
            index={index}
            position={block.position}
            count={count}
            before={block.before}
            after={block.after}
            lead={
              block.before
                ? undefined
                : words.time(index.starts[block.position])
            }
            label={label(block.position, count)}
            className={classes.window}
            style={{
              top: px(from),
              height: Math.max(px(drawnTo - from) - 1, 1),
              left: `calc(2px + ${room} * ${lane / lanes})`,
              width: `calc(${room} * ${1 / lanes} - 2px)`,
            }}
            {...place(firstRow + row)}
          />
        );
      })}
      {hidden.map(({ from, to, count }, row) => (
        <ButtonBase
          key={from}
          className={classes.more}
          style={{ top: px(from), height: px(to - from) }}
          aria-label={t('grid.moreOf', {
            number: words.number(count),
            day: words.day(day.day),
          })}
          onClick={() => props.onDay(day)}
          {...place(firstRow + blocks.length + row)}
        >
          +{words.number(count)}
        </ButtonBase>
      ))}
    </div>
  );
});
