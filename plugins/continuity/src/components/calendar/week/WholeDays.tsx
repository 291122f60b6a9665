import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import ButtonBase from '@material-ui/core/ButtonBase';
import { makeStyles } from '@material-ui/core/styles';
import { calendarTranslationRef } from '../../../translation/calendarTranslationRef';
import type { WeekLayout } from '../layout/monthLayout';
import type { OccurrenceIndex } from '../layout/occurrenceIndex';
import { OccurrenceButton } from '../shared/OccurrenceButton';
import type { Spot } from '../shared/useGridFocus';
import { useOccurrenceLabel } from '../shared/useOccurrenceWords';
import type { TimeWords } from '../time/timeWords';
import type { ZoneDay } from '../time/zoneDays';

const LANE_PX = 24;

const useStyles = makeStyles(
  theme => ({
    band: {
      display: 'grid',
      gridTemplateColumns: '72px minmax(0, 1fr)',
      borderTop: `1px solid ${theme.palette.divider}`,
    },
    name: {
      padding: '4px 6px 4px 0',
      textAlign: 'right',
      fontSize: theme.typography.caption.fontSize,
      color: theme.palette.text.secondary,
    },
    plot: { position: 'relative' },
    window: { position: 'absolute', height: LANE_PX - 3 },
    more: {
      position: 'absolute',
      bottom: 0,
      padding: '0 6px',
      fontSize: theme.typography.caption.fontSize,
      textDecoration: 'underline',
      '&:focus-visible': {
        outline: `2px solid ${theme.palette.text.primary}`,
      },
    },
  }),
  { name: 'ContinuityWholeDays' },
);

const percent = (columns: number) => `${(columns / 7) * 100}%`;

/** What fills whole days of a week. Absent when nothing does. */
export const WholeDays = (props: {
  index: OccurrenceIndex;
  band: WeekLayout;
  words: TimeWords;
  /** The place that the tab key leads to. */
  active: Spot;
  onDay: (day: ZoneDay) => void;
}) => {
  const { index, band, words, active, onDay } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(calendarTranslationRef);
  const label = useOccurrenceLabel(index, words);
  if (band.segments.length === 0) return null;
  const hides = band.hidden.some(count => count > 0);
  const rows = new Array<number>(7).fill(0);
  const place = (column: number) => {
    rows[column] += 1;
    const row = rows[column];
    return {
      'data-col': column,
      'data-row': row,
      tabIndex: active.col === column && active.row === row ? 0 : -1,
    };
  };
  return (
    <div className={classes.band}>
      <span className={classes.name}>{t('grid.allDay')}</span>
      <div
        className={classes.plot}
        style={{ height: (band.lanes + (hides ? 1 : 0)) * LANE_PX + 3 }}
      >
        {band.segments.map(segment => {
          const { position, count, first, last, lane, before, after } = segment;
          return (
            <OccurrenceButton
              key={`${position}:${first}`}
              index={index}
              position={position}
              count={count}
              before={before}
              after={after}
              label={label(position, count)}
              className={classes.window}
              style={{
                top: 3 + lane * LANE_PX,
                left: `calc(${percent(first)} + 2px)`,
                width: `calc(${percent(last - first + 1)} - 4px)`,
              }}
              {...place(first)}
            />
          );
        })}
        {band.hidden.map((count, column) =>
          count > 0 ? (
            <ButtonBase
              key={band.days[column].day}
              className={classes.more}
              style={{ left: percent(column) }}
              aria-label={t('grid.moreOf', {
                number: words.number(count),
                day: words.day(band.days[column].day),
              })}
              onClick={() => onDay(band.days[column])}
              {...place(column)}
            >
              {t('grid.more', { number: words.number(count) })}
            </ButtonBase>
          ) : null,
        )}
      </div>
    </div>
  );
};
