import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { CalendarSubscription } from '@continuity/plugin-continuity-common';
import {
  ResourceView,
  continuityApiRef,
  formatAge,
  useNow,
  useReader,
  type Resource,
} from '@continuity/plugin-continuity-react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useState } from 'react';
import { calendarTranslationRef } from '../../../translation/calendarTranslationRef';
import { Notice } from '../../shared/Notice';
import { needs } from '../../shared/permissions';
import { useSubjectName, type Subject } from './subjects';
import { useTask } from '../../shared/useTask';

const useStyles = makeStyles(
  theme => ({
    heading: { margin: theme.spacing(2, 0, 0.5) },
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      padding: theme.spacing(0.5, 0),
    },
    text: { flex: 1, minWidth: 0, overflowWrap: 'anywhere' },
  }),
  { name: 'ContinuityOwnSubscriptions' },
);

const OwnSubscription = (props: {
  subscription: CalendarSubscription;
  name: string;
  busy: boolean;
  onRevoke: () => void;
}) => {
  const { subscription, name, busy } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(calendarTranslationRef);
  const { locale } = useReader();
  const now = useNow();
  const [asked, setAsked] = useState(false);
  const { createdAt, lastUsedAt } = subscription;
  // Both have been, however late this page looks at its clock.
  const age = (at: string) =>
    formatAge(at, Math.max(now, Date.parse(at)), locale);
  const facts = [
    t('subscribe.created', { age: age(createdAt) }),
    lastUsedAt
      ? t('subscribe.used', { age: age(lastUsedAt) })
      : t('subscribe.unused'),
  ];
  return (
    <li className={classes.item}>
      <div className={classes.text}>
        <Typography variant="body2">{name}</Typography>
        <Typography variant="caption" color="textSecondary" component="p">
          {facts.join(' · ')}
        </Typography>
      </div>
      <Button
        size="small"
        variant={asked ? 'contained' : 'outlined'}
        disabled={busy}
        aria-label={asked ? undefined : t('subscribe.revokeOf', { name })}
        // What follows the address stops at once, so one press is not enough.
        onClick={() => (asked ? props.onRevoke() : setAsked(true))}
        onBlur={() => setAsked(false)}
      >
        {t(asked ? 'subscribe.revokeSure' : 'subscribe.revoke')}
      </Button>
    </li>
  );
};

/** The addresses that the reader made, and the way to make them worthless. */
export const OwnSubscriptions = (props: {
  own: Resource<CalendarSubscription[]>;
  /** Names of what is subscribed to, where they are known. */
  subjects: Subject[];
  onRevoked: (id: string) => void;
}) => {
  const { own, subjects, onRevoked } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(calendarTranslationRef);
  const api = useApi(continuityApiRef);
  const [revoking, revoke] = useTask(async (id: string) => {
    await api.revokeCalendarSubscription(id);
    onRevoked(id);
    if (own.state !== 'loading') own.retry();
  });
  const known = ({ subject }: CalendarSubscription): Subject =>
    subjects.find(
      ({ kind, ref }) => kind === subject.kind && ref === subject.ref,
    ) ?? subject;

  const nameOf = useSubjectName(
    own.state === 'ready' ? own.value.map(known) : [],
  );

  return (
    <>
      <Typography
        variant="subtitle2"
        component="h3"
        className={classes.heading}
      >
        {t('subscribe.own')}
      </Typography>
      <div role="status">
        {revoking.state === 'done' ? (
          <Typography variant="body2">{t('subscribe.revoked')}</Typography>
        ) : null}
      </div>
      {revoking.state === 'failed' ? (
        <Notice tone="bad" title={t('subscribe.revokeFailed')}>
          {revoking.error.message}
        </Notice>
      ) : null}
      <ResourceView
        resource={own}
        what={t('subscribe.ownWhat')}
        permission={needs.subscribe}
        lines={2}
      >
        {items =>
          items.length === 0 ? (
            <Typography variant="body2">{t('subscribe.ownEmpty')}</Typography>
          ) : (
            <ul className={classes.list}>
              {items.map(subscription => (
                <OwnSubscription
                  key={subscription.id}
                  subscription={subscription}
                  name={nameOf(known(subscription))}
                  busy={revoking.state === 'busy'}
                  onRevoke={() => revoke(subscription.id)}
                />
              ))}
            </ul>
          )
        }
      </ResourceView>
    </>
  );
};
