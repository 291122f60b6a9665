import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Fleet } from '@continuity/plugin-continuity-common';
import { EnforcementChip, Moment } from '@continuity/plugin-continuity-react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { continuityTranslationRef } from '../../translation';
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

const UpcomingChange = ({ change }: { change: Change }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(continuityTranslationRef);
  return (
    <li className={classes.item}>
      <Typography variant="body2">
        <strong>
          {t(change.change === 'begins' ? 'fleet.begins' : 'fleet.lifts')}
        </strong>{' '}
        <Moment at={change.at} zone={change.occurrence.timezone} />
      </Typography>
      <Typography variant="body2" component="div">
        {change.title} <EnforcementChip enforcement={change.enforcement} />
      </Typography>
      <Typography variant="caption" component="p" color="textSecondary">
        <EntityLink entityRef={change.calendarRef} /> ·{' '}
        {t('fleet.services', { count: change.services })}
      </Typography>
    </li>
  );
};

/** Which windows begin and lift within a week, for the services of the filter. */
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
