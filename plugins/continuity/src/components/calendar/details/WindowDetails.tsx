import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Calendar } from '@continuity/plugin-continuity-common';
import {
  DegradedMark,
  ResourceView,
  WindowChip,
  WindowFact,
  WindowRules,
  useCalendar,
} from '@continuity/plugin-continuity-react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { calendarTranslationRef } from '../../../translation/calendarTranslationRef';
import { CalendarLink } from '../../shared/CalendarLink';
import { EntityLink } from '../../shared/EntityLink';
import { needs } from '../../shared/permissions';
import type { OpenWindow } from '../address/calendarAddress';
import { useCalendarPaths } from '../shared/useCalendarPaths';
import { BothZones } from './BothZones';
import { WindowFindings } from './WindowFindings';

const useStyles = makeStyles(
  theme => ({
    chips: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      marginBottom: theme.spacing(2),
    },
    heading: { margin: theme.spacing(2, 0, 0.5) },
    times: { margin: 0, paddingLeft: theme.spacing(2.5) },
    actions: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      marginTop: theme.spacing(2),
    },
  }),
  { name: 'ContinuityWindowDetails' },
);

type CalendarWindow = Calendar['items'][number];
type Occurrence = CalendarWindow['next'][number];

/** What the calendar knows of the occurrence that was pressed. */
export interface PressedOccurrence {
  /** Epoch milliseconds. */
  start: number;
  end: number;
  timezone: string;
  note?: string;
}

const Times = (props: { occurrences: Occurrence[] }) => {
  const classes = useStyles();
  return (
    <ol className={classes.times}>
      {props.occurrences.map(({ start, end, timezone, note }) => (
        <li key={start}>
          <BothZones
            start={Date.parse(start)}
            end={Date.parse(end)}
            timezone={timezone}
            note={note}
          />
        </li>
      ))}
    </ol>
  );
};

const Found = (props: {
  window: CalendarWindow;
  findings: Calendar['findings'];
}) => {
  const { window, findings } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(calendarTranslationRef);
  const paths = useCalendarPaths();
  const { active, next, scope } = window;
  return (
    <>
      <WindowRules
        window={window}
        editPath={
          window.portalWindowId
            ? paths?.editWindow(window.portalWindowId)
            : undefined
        }
      >
        {active ? (
          <WindowFact name={t('details.now')}>
            <BothZones
              start={Date.parse(active.start)}
              end={Date.parse(active.end)}
              timezone={active.timezone}
              note={active.note}
            />
          </WindowFact>
        ) : null}
        <WindowFact name={t('details.reason')}>{window.reason}</WindowFact>
        <WindowFact name={t('details.whom')}>
          {scope.length === 0 ? (
            t('details.everything')
          ) : (
            <ul>
              {scope.map(sentence => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          )}
          <Typography variant="caption" color="textSecondary" component="p">
            {t('details.services', { count: window.services })}
          </Typography>
        </WindowFact>
        <WindowFact name={t('details.repeats')}>
          {window.rrule ? <code>{window.rrule}</code> : t('details.once')}
        </WindowFact>
        <WindowFact name={t('details.owner')}>
          <EntityLink entityRef={window.owner} />
        </WindowFact>
        <WindowFact name={t('details.calendar')}>
          <CalendarLink
            calendarRef={window.calendarRef}
            title={window.calendarTitle}
          />
        </WindowFact>
      </WindowRules>
      <Typography
        variant="subtitle2"
        component="h3"
        className={classes.heading}
      >
        {t('details.next')}
      </Typography>
      {next.length === 0 ? (
        <Typography variant="body2">{t('details.nextNone')}</Typography>
      ) : (
        <Times occurrences={next} />
      )}
      <WindowFindings
        findings={findings.filter(
          ({ windowId }) => windowId === window.windowId,
        )}
      />
    </>
  );
};

/** All that is known of a window; what it does, why, for whom, when, and where it is edited. */
export const WindowDetails = (props: {
  open: OpenWindow;
  pressed?: PressedOccurrence;
  onOnlyCalendar: (calendarRef: string) => void;
  onSubscribe: (calendarRef: string) => void;
}) => {
  const { open, pressed } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(calendarTranslationRef);
  const calendar = useCalendar(open.calendarRef);
  return (
    <>
      {pressed ? (
        <>
          <Typography
            variant="subtitle2"
            component="h3"
            className={classes.heading}
          >
            {t('details.occurrence')}
          </Typography>
          <BothZones {...pressed} />
        </>
      ) : null}
      <div className={classes.heading} />
      <ResourceView
        resource={calendar}
        what={t('details.what')}
        permission={needs.calendar}
        lines={8}
        notFound={<Typography>{t('details.gone')}</Typography>}
      >
        {({ items, findings }) => {
          const window = items.find(
            ({ windowId }) => windowId === open.windowId,
          );
          if (!window) return <Typography>{t('details.gone')}</Typography>;
          return (
            <>
              <div className={classes.chips}>
                <WindowChip window={window} />
                {window.degraded ? <DegradedMark /> : null}
              </div>
              <Found window={window} findings={findings} />
            </>
          );
        }}
      </ResourceView>
      <div className={classes.actions}>
        <Button
          size="small"
          variant="outlined"
          onClick={() => props.onOnlyCalendar(open.calendarRef)}
        >
          {t('details.onlyThis')}
        </Button>
        <Button
          size="small"
          variant="outlined"
          onClick={() => props.onSubscribe(open.calendarRef)}
        >
          {t('details.subscribe')}
        </Button>
      </div>
    </>
  );
};
