import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Fleet } from '@continuity/plugin-continuity-common';
import { EnforcementChip, Moment } from '@continuity/plugin-continuity-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { continuityTranslationRef } from '../../translation';
import { Empty } from '../shared/Empty';
import { EntityLink } from '../shared/EntityLink';
import { Section } from '../shared/Section';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      padding: theme.spacing(1, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
      '&:first-child': { borderTop: 'none', paddingTop: 0 },
    },
  }),
  { name: 'ContinuityUpcoming' },
);

/** Enough to plan a week by; the rest is counted. */
const SHOWN = 12;

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
  const more = upcoming.length - SHOWN;
  return (
    <Section title={t('fleet.upcoming')}>
      {upcoming.length === 0 ? (
        <Empty title={t('fleet.upcomingEmpty')} />
      ) : null}
      <ul className={classes.list}>
        {upcoming.slice(0, SHOWN).map(change => (
          <UpcomingChange
            key={`${change.calendarRef}#${change.windowId}@${change.at}${change.change}`}
            change={change}
          />
        ))}
      </ul>
      {more > 0 ? (
        <Typography variant="body2" color="textSecondary">
          {t('fleet.upcomingMore', { count: more })}
        </Typography>
      ) : null}
    </Section>
  );
};
