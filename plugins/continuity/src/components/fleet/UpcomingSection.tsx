import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Fleet } from '@continuity/plugin-continuity-common';
import {
  Moment,
  WindowChip,
  useReader,
} from '@continuity/plugin-continuity-react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { Fragment, useState } from 'react';
import { continuityTranslationRef } from '../../translation';
import { useCalendarPaths } from '../calendar/shared/useCalendarPaths';
import { parseDay } from '../calendar/time/civilDay';
import { CalendarLink } from '../shared/CalendarLink';
import { Empty } from '../shared/Empty';
import { EntityLink } from '../shared/EntityLink';
import { Section } from '../shared/Section';

const useStyles = makeStyles(
  theme => ({
    list: {
      listStyle: 'none',
      margin: 0,
      padding: 0,
      display: 'grid',
      gridTemplateColumns: 'repeat(auto-fill, minmax(240px, 1fr))',
      gap: theme.spacing(2),
    },
    item: {
      paddingLeft: theme.spacing(1.5),
      borderLeft: `2px solid ${theme.palette.divider}`,
    },
  }),
  { name: 'ContinuityUpcoming' },
);

/** One row on a usual screen; the rest is a press away. */
const SHOWN = 4;

type Change = Fleet['upcoming'][number];

/** A maintenance window that begins opens; one that ends closes again. */
function wordOf({ change, effect }: Change) {
  if (effect === 'maintenance') {
    return change === 'begins' ? 'fleet.opens' : 'fleet.closesAgain';
  }
  return change === 'begins' ? 'fleet.begins' : 'fleet.lifts';
}

/** The first services that a change hits, by name, and how many more there are. */
const Hits = ({ change }: { change: Change }) => {
  const { t } = useTranslationRef(continuityTranslationRef);
  const { locale } = useReader();
  const { sample = [], services } = change;
  const more = services - sample.length;
  return (
    <>
      {t('fleet.services', { count: services })}
      {sample.length > 0 ? ': ' : ''}
      {sample.map((entityRef, index) => (
        <Fragment key={entityRef}>
          {index > 0 ? ', ' : ''}
          <EntityLink entityRef={entityRef} />
        </Fragment>
      ))}
      {sample.length > 0 && more > 0
        ? ` ${t('fleet.hitsMore', { number: more.toLocaleString(locale) })}`
        : ''}
    </>
  );
};

const UpcomingChange = ({ change }: { change: Change }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(continuityTranslationRef);
  const paths = useCalendarPaths();
  const { calendarRef, windowId, occurrence, effect = 'freeze' } = change;
  const title = occurrence.title ?? change.title;
  return (
    <li className={classes.item}>
      <Typography variant="body2">
        <strong>{t(wordOf(change))}</strong>{' '}
        <Moment at={change.at} zone={occurrence.timezone} />
      </Typography>
      <Typography variant="body2" component="div">
        {paths ? (
          <Link
            to={paths.calendar({
              day: parseDay(occurrence.startLocal.slice(0, 10)),
              open: { calendarRef, windowId, at: occurrence.start },
            })}
          >
            {title}
          </Link>
        ) : (
          title
        )}{' '}
        <WindowChip window={{ effect, enforcement: change.enforcement }} />
      </Typography>
      <Typography variant="caption" component="p" color="textSecondary">
        <CalendarLink calendarRef={calendarRef} title={change.calendarTitle} />
      </Typography>
      <Typography variant="caption" component="p" color="textSecondary">
        <Hits change={change} />
      </Typography>
    </li>
  );
};

/** Which windows begin and lift within a week, and whom they hit, of the services of the filter. */
export const UpcomingSection = (props: { upcoming: Change[] }) => {
  const { upcoming } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(continuityTranslationRef);
  const [all, setAll] = useState(false);
  const more = all ? 0 : upcoming.length - SHOWN;
  return (
    <Section title={t('fleet.upcoming')}>
      {upcoming.length === 0 ? (
        <Empty title={t('fleet.upcomingEmpty')} />
      ) : null}
      <ul className={classes.list}>
        {(all ? upcoming : upcoming.slice(0, SHOWN)).map(change => (
          <UpcomingChange
            key={`${change.calendarRef}#${change.windowId}@${change.at}${change.change}`}
            change={change}
          />
        ))}
      </ul>
      {more > 0 ? (
        <Button size="small" onClick={() => setAll(true)}>
          {t('fleet.upcomingMore', { count: more })}
        </Button>
      ) : null}
    </Section>
  );
};
