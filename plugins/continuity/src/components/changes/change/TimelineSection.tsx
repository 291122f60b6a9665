import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  Change,
  ChangeHappening,
} from '@continuity/plugin-continuity-common';
import {
  Age,
  ResourceView,
  useChangeTimeline,
} from '@continuity/plugin-continuity-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { changeTranslationRef } from '../../../translation/changeTranslationRef';
import { Empty } from '../../shared/Empty';
import { EntityLink } from '../../shared/EntityLink';
import { needs } from '../../shared/permissions';
import { Section } from '../../shared/Section';
import { versionOf } from './versionOf';

const useStyles = makeStyles(
  theme => ({
    list: {
      listStyle: 'none',
      margin: 0,
      padding: 0,
      borderLeft: `2px solid ${theme.palette.divider}`,
    },
    item: { padding: theme.spacing(0.75, 0, 0.75, 1.5) },
    details: { margin: 0, paddingLeft: theme.spacing(2.5) },
  }),
  { name: 'ContinuityChangeTimeline' },
);

const EVENTS = [
  'create',
  'assess',
  'revise',
  'request-approval',
  'pre-approve',
  'approve',
  'approval',
  'withdraw',
  'escalate',
  'overdue',
  'suspend',
  'reject',
  'schedule',
  'start',
  'finish',
  'complete-review',
  'cancel',
  'expire',
] as const;

const Happening = ({ happening }: { happening: ChangeHappening }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(changeTranslationRef);
  const { at, by, comment, details = [] } = happening;
  const known = EVENTS.find(event => event === happening.event);
  return (
    <li className={classes.item}>
      <Typography variant="body2" component="div">
        <strong>
          {known ? t(`timeline.event.${known}`) : happening.event}
        </strong>
        , <EntityLink entityRef={by} />, <Age at={at} />
      </Typography>
      {comment ? <Typography variant="body2">{comment}</Typography> : null}
      {details.length > 0 ? (
        <Typography variant="caption" component="div" color="textSecondary">
          <ul className={classes.details}>
            {details.map(detail => (
              <li key={detail}>{detail}</li>
            ))}
          </ul>
        </Typography>
      ) : null}
    </li>
  );
};

/** Everything that happened to the change, newest first: who, when, why, on what evidence. */
export const TimelineSection = ({ change }: { change: Change }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(changeTranslationRef);
  const timeline = useChangeTimeline(change.summary.id, versionOf(change));
  return (
    <Section title={t('timeline.title')}>
      <ResourceView
        resource={timeline}
        what={t('timeline.what')}
        permission={needs.change}
      >
        {happenings =>
          happenings.length === 0 ? (
            <Empty title={t('timeline.empty')} />
          ) : (
            <ol
              reversed
              className={classes.list}
              aria-label={t('timeline.title')}
            >
              {[...happenings].reverse().map(happening => (
                <Happening key={happening.id} happening={happening} />
              ))}
            </ol>
          )
        }
      </ResourceView>
    </Section>
  );
};
