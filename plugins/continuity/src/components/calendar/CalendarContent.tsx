import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { CalendarView } from '@continuity/plugin-continuity-common';
import {
  ResourceView,
  useCalendarView,
  type Resource,
} from '@continuity/plugin-continuity-react';
import LinearProgress from '@material-ui/core/LinearProgress';
import Paper from '@material-ui/core/Paper';
import { makeStyles } from '@material-ui/core/styles';
import { useRef, useState } from 'react';
import { calendarTranslationRef } from '../../translation/calendarTranslationRef';
import { needs } from '../shared/permissions';
import { StatusBanner } from '../shared/StatusBanner';
import { UnreadableCalendars } from '../shared/UnreadableCalendars';
import { isFiltered, type CalendarAddress } from './address/calendarAddress';
import { useCalendarAddress } from './address/useCalendarAddress';
import { CalendarsSection } from './calendars/CalendarsSection';
import { CalendarFilterBar } from './controls/CalendarFilterBar';
import { CalendarToolbar } from './controls/CalendarToolbar';
import { LoadedCalendar } from './LoadedCalendar';
import { usePeriod, type ShownPeriod } from './shared/usePeriod';
import { SubscribeDialog } from './subscribe/SubscribeDialog';
import { subjectsOf } from './subscribe/subjectsOf';

const useStyles = makeStyles(
  theme => ({
    paper: { marginBottom: theme.spacing(3) },
    view: { padding: theme.spacing(1, 2, 2) },
    stale: { opacity: 0.5 },
    progress: { marginBottom: -4 },
  }),
  { name: 'ContinuityCalendar' },
);

/**
 * Whether an answer is one to the question that is asked. A former one is not: what it
 * leaves blank would be taken for open.
 */
function isAnswer(
  view: Resource<CalendarView>,
  shown: ShownPeriod,
  address: CalendarAddress,
): boolean {
  if (view.state !== 'ready' || !view.refreshing) return true;
  const { from, to } = view.value;
  return (
    address.view !== 'timeline' &&
    Date.parse(from) === Date.parse(shown.from) &&
    Date.parse(to) === Date.parse(shown.to)
  );
}

/** What is frozen when and for whom: a month, a week, a timeline or a list. */
export const CalendarContent = () => {
  const classes = useStyles();
  const { t } = useTranslationRef(calendarTranslationRef);
  const [address, change] = useCalendarAddress();
  const { filters } = address;
  const shown = usePeriod(address);
  const view = useCalendarView({
    from: shown.from,
    to: shown.to,
    ...filters,
    rows: address.view === 'timeline' ? address.rows : undefined,
  });
  const [subscribing, setSubscribing] = useState<string | true>();
  const grab = useRef(false);

  // What the controls offer outlives an answer, also one that fails.
  const latest = useRef<CalendarView>();
  if (view.state === 'ready') latest.current = view.value;
  const known = latest.current;
  const zones = [
    ...new Set(known?.windows.map(({ timezone }) => timezone)),
  ].sort();
  const refreshing = view.state === 'ready' && view.refreshing;

  return (
    <>
      <StatusBanner />
      {view.state === 'ready' ? (
        <UnreadableCalendars calendars={view.value.unreadableCalendars} />
      ) : null}
      <Paper className={classes.paper}>
        <CalendarToolbar
          address={address}
          change={change}
          period={shown.period}
          day={shown.day}
          zones={zones}
          onSubscribe={() => setSubscribing(true)}
          onPrint={() => window.print()}
        />
        <CalendarFilterBar
          known={known?.filters}
          filters={filters}
          change={change}
        />
        {refreshing ? (
          <LinearProgress
            aria-label={t('page.what')}
            className={classes.progress}
          />
        ) : null}
        <div
          className={`${classes.view} ${refreshing ? classes.stale : ''}`}
          aria-busy={refreshing}
        >
          <ResourceView
            resource={
              isAnswer(view, shown, address) ? view : { state: 'loading' }
            }
            what={t('page.what')}
            permission={needs.calendar}
            lines={14}
          >
            {value => (
              <LoadedCalendar
                view={value}
                address={address}
                change={change}
                shown={shown}
                grab={grab}
                filtered={isFiltered(filters)}
                onSubscribe={setSubscribing}
              />
            )}
          </ResourceView>
        </div>
      </Paper>
      <CalendarsSection
        onShow={calendar => change({ filters: { calendar } }, { push: true })}
        onSubscribe={setSubscribing}
      />
      {subscribing ? (
        <SubscribeDialog
          {...subjectsOf(
            known?.filters,
            filters,
            subscribing === true ? undefined : subscribing,
          )}
          onClose={() => setSubscribing(undefined)}
        />
      ) : null}
    </>
  );
};
