import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { CalendarView } from '@continuity/plugin-continuity-common';
import { makeStyles } from '@material-ui/core/styles';
import { useCallback, useMemo, useState, type MutableRefObject } from 'react';
import { calendarTranslationRef } from '../../translation/calendarTranslationRef';
import { Empty } from '../shared/Empty';
import { Notice } from '../shared/Notice';
import { useTitles } from '../shared/useTitles';
import type { CalendarAddress } from './address/calendarAddress';
import type { ChangeAddress } from './address/useCalendarAddress';
import { Legend } from './controls/Legend';
import { WindowDetails } from './details/WindowDetails';
import { WindowDrawer } from './details/WindowDrawer';
import { findPressed } from './details/findPressed';
import { indexOccurrences } from './layout/occurrenceIndex';
import { OccurrencesDialog, type Listed } from './list/OccurrencesDialog';
import { PrintedHeading } from './print/PrintedHeading';
import { PrintSheet } from './print/PrintSheet';
import { usePrinting } from './print/usePrinting';
import type { ShownPeriod } from './shared/usePeriod';
import type { ViewProps } from './shared/viewTypes';
import { ShownView } from './ShownView';
import type { CivilDay } from './time/civilDay';
import type { ZoneDay } from './time/zoneDays';
import type { Row } from './timeline/TimelineRow';

const useStyles = makeStyles(
  theme => ({ empty: { marginBottom: theme.spacing(2) } }),
  { name: 'ContinuityLoadedCalendar' },
);

const NO_ROWS: NonNullable<CalendarView['rows']> = [];

/** Everything that an answer of the backend is needed for. */
export const LoadedCalendar = (props: {
  view: CalendarView;
  address: CalendarAddress;
  change: ChangeAddress;
  shown: ShownPeriod;
  grab: MutableRefObject<boolean>;
  filtered: boolean;
  onSubscribe: (calendarRef: string) => void;
}) => {
  const { view, address, change, shown, grab } = props;
  const { period, days, words } = shown;
  const classes = useStyles();
  const { t } = useTranslationRef(calendarTranslationRef);
  const index = useMemo(() => indexOccurrences(view), [view]);
  const [listed, setListed] = useState<Listed>();
  const printing = usePrinting();

  const onOpen = useCallback(
    (position: number) => {
      const { calendarRef, windowId } = index.window(position);
      const at = index.occurrence(position).start;
      change({ open: { calendarRef, windowId, at } }, { push: true });
    },
    [index, change],
  );
  const onDay = useCallback(
    ({ day, start, end }: ZoneDay) =>
      setListed({
        title: t('day.title', { day: words.day(day) }),
        positions: positionsWithin(index, start, end),
      }),
    [index, words, t],
  );
  const onRow = useCallback(
    (row: Row) =>
      setListed({
        title: t('day.rowTitle', { row: row.title, period: period.title }),
        positions: row.windows
          .flatMap(window => [...index.ofWindow(window)])
          .sort((a, b) => a - b),
      }),
    [index, period.title, t],
  );
  const onGo = useCallback((day: CivilDay) => change({ day }), [change]);

  const common: ViewProps = {
    index,
    days,
    words,
    today: shown.today,
    title: period.title,
    onOpen,
    onDay,
    onGo,
    grab,
  };
  const rows = useTitledRows(
    view.rows ?? NO_ROWS,
    address.view === 'timeline' && address.rows === 'team',
  );
  const shownView = (printed: boolean) => (
    <ShownView
      {...common}
      key={`${address.view} ${address.scale} ${period.first} ${words.timeZone}`}
      address={address}
      change={change}
      shown={shown}
      rows={rows}
      onRow={onRow}
      printed={printed}
    />
  );
  const { open } = address;
  const found = open ? findPressed(index, open) : undefined;

  return (
    <>
      {view.truncated ? (
        <Notice
          tone="notice"
          title={t('notice.truncated', {
            number: view.occurrences.length.toLocaleString(words.locale),
          })}
        >
          {t('notice.truncatedMeans')}
        </Notice>
      ) : null}
      {index.count === 0 ? (
        <div className={classes.empty} role="status">
          {props.filtered ? (
            <Empty title={t('notice.emptyFiltered')} />
          ) : (
            <Empty title={t('notice.empty')} remedy={t('notice.emptyRemedy')} />
          )}
        </div>
      ) : null}
      {shownView(false)}
      <Legend />
      <OccurrencesDialog
        index={index}
        words={words}
        listed={listed}
        onOpen={onOpen}
        onClose={() => setListed(undefined)}
      />
      {open ? (
        <WindowDrawer
          title={found?.title}
          onClose={() => change({ open: undefined })}
        >
          <WindowDetails
            open={open}
            pressed={found?.pressed}
            onOnlyCalendar={calendar =>
              change({ filters: { calendar }, open: undefined }, { push: true })
            }
            onSubscribe={props.onSubscribe}
          />
        </WindowDrawer>
      ) : null}
      {printing ? (
        <PrintSheet>
          <PrintedHeading
            title={period.title}
            words={words}
            filters={address.filters}
            now={shown.now}
          />
          {shownView(true)}
          <Legend />
        </PrintSheet>
      ) : null}
    </>
  );
};

/** Rows of teams by what the portal calls them, which the answer does not know. */
function useTitledRows(
  rows: NonNullable<CalendarView['rows']>,
  teams: boolean,
): NonNullable<CalendarView['rows']> {
  const titleOf = useTitles(teams ? rows.map(({ id }) => id) : []);
  const titles = rows.map(({ id, title }) =>
    teams && id.includes(':') ? titleOf(id) : title,
  );
  // Equal titles are the same rows: none is laid out anew.
  const key = JSON.stringify(titles);
  return useMemo(() => {
    const known: string[] = JSON.parse(key);
    return rows.map((row, position) => ({ ...row, title: known[position] }));
  }, [rows, key]);
}

/** Positions of the occurrences that touch a stretch of time, earliest first. */
function positionsWithin(
  index: ViewProps['index'],
  start: number,
  end: number,
): number[] {
  const positions: number[] = [];
  for (let position = 0; position < index.count; position++) {
    if (index.starts[position] >= end) break;
    if (index.ends[position] > start) positions.push(position);
  }
  return positions;
}
