import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { CabAgendaItem } from '@continuity/plugin-continuity-common';
import { Moment } from '@continuity/plugin-continuity-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { ReactNode } from 'react';
import { cabTranslationRef } from '../../../../translation/cabTranslationRef';
import { ClassMark } from '../../shared/ClassMark';
import { EntityNames } from '../../shared/EntityNames';
import { Flags } from '../../shared/Flags';
import { Marks } from '../../../shared/Marks';
import { PlannedTime } from '../../shared/PlannedTime';
import { useChangePaths } from '../../shared/useChangePaths';
import { useSeatsWord } from '../../shared/useSeatsWord';
import { VoteList } from '../shared/VoteList';
import { RiskNote } from './RiskNote';

const useStyles = makeStyles(
  theme => ({
    item: {
      padding: theme.spacing(2, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
      display: 'grid',
      gap: theme.spacing(0.75),
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'ContinuityCabAgendaItem' },
);

/** So many names fit; the change itself has all of them. */
const NAMED = 4;

/** A change that a board has to decide on. */
export const AgendaItem = (props: {
  item: CabAgendaItem;
  /** In which the reader decides. Absent: they are not asked. */
  children?: ReactNode;
}) => {
  const classes = useStyles();
  const { t } = useTranslationRef(cabTranslationRef);
  const paths = useChangePaths();
  const seatsWord = useSeatsWord();
  const { change, risk, votes, suspendedBecause, escalatesAt } = props.item;
  const { title } = change;
  return (
    <li className={classes.item}>
      <Typography variant="subtitle1" component="h3">
        {paths ? <Link to={paths.change(change.id)}>{title}</Link> : title}
      </Typography>
      <Marks>
        <ClassMark releaseClass={change.class} />
        <Flags summary={change} />
      </Marks>
      <Typography variant="body2" component="div">
        <EntityNames refs={change.entities} most={NAMED} />
        {` · ${change.environments.join(', ')} · ${t('agenda.planned')}: `}
        <PlannedTime window={change.window} />
        {` · ${t('agenda.seats', { seats: seatsWord(change.seats) })}`}
        {escalatesAt ? (
          <>
            {` · ${t('agenda.escalates')}: `}
            <Moment at={escalatesAt} />
          </>
        ) : null}
      </Typography>
      {suspendedBecause ? (
        <Typography variant="body2">
          {t('agenda.suspended')}: {suspendedBecause.join(' ')}
        </Typography>
      ) : null}
      <RiskNote risk={risk} />
      {votes.length > 0 ? (
        <VoteList label={t('agenda.votes')} votes={votes} />
      ) : (
        <Typography variant="body2" color="textSecondary">
          {t('agenda.noVotes')}
        </Typography>
      )}
      {props.children ?? (
        <Typography variant="body2" color="textSecondary">
          {t('agenda.notAsked')}
        </Typography>
      )}
    </li>
  );
};
