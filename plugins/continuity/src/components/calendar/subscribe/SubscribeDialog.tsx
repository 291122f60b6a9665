import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { SubscriptionSubject } from '@continuity/plugin-continuity-common';
import {
  continuityApiRef,
  isForbidden,
  useCalendarSubscriptions,
} from '@continuity/plugin-continuity-react';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useEffect, useId, useRef, useState } from 'react';
import { calendarTranslationRef } from '../../../translation/calendarTranslationRef';
import { ChoiceField } from '../../shared/ChoiceField';
import { Notice } from '../../shared/Notice';
import { needs } from '../../shared/permissions';
import { MadeAddress } from './MadeAddress';
import { OwnSubscriptions } from './OwnSubscriptions';
import { useSubjectName, type Subject } from './subjects';
import { useTask } from '../../shared/useTask';

const useStyles = makeStyles(
  theme => ({
    make: {
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(2),
      margin: theme.spacing(2, 0),
    },
  }),
  { name: 'ContinuitySubscribe' },
);

const keyOf = ({ kind, ref }: SubscriptionSubject) => `${kind} ${ref}`;

/**
 * Makes an address for calendars outside the portal, shows it once, and revokes the ones
 * that were made before.
 */
export const SubscribeDialog = (props: {
  /** What there is to choose from; the first is chosen unless `initial` says otherwise. */
  subjects: Subject[];
  initial?: SubscriptionSubject;
  onClose: () => void;
}) => {
  const { subjects, onClose } = props;
  const classes = useStyles();
  const id = useId();
  const { t } = useTranslationRef(calendarTranslationRef);
  const nameOf = useSubjectName(subjects);
  const api = useApi(continuityApiRef);
  const own = useCalendarSubscriptions();
  const [chosen, setChosen] = useState(
    props.initial ? keyOf(props.initial) : undefined,
  );
  const subject =
    subjects.find(known => keyOf(known) === chosen) ?? subjects.at(0);
  // The address of one of them is worth nothing any more.
  const [revoked, setRevoked] = useState<string[]>([]);
  const [making, make] = useTask(async (of: SubscriptionSubject) => {
    const made = await api.createCalendarSubscription({
      kind: of.kind,
      ref: of.ref,
    });
    return made;
  });
  // Also one that was made while the others were still being asked for is among them.
  const listedAfter = useRef<string>();
  useEffect(() => {
    if (making.state !== 'done' || own.state === 'loading') return;
    if (listedAfter.current === making.value.id) return;
    listedAfter.current = making.value.id;
    own.retry();
  }, [making, own]);

  return (
    <Dialog open fullWidth maxWidth="sm" onClose={onClose} aria-labelledby={id}>
      <DialogTitle id={id}>{t('subscribe.title')}</DialogTitle>
      <DialogContent>
        <Typography variant="body2">{t('subscribe.means')}</Typography>
        {subject ? (
          <div className={classes.make}>
            <ChoiceField
              label={t('subscribe.subject')}
              value={keyOf(subject)}
              choices={subjects.map(known => ({
                value: keyOf(known),
                label: nameOf(known),
              }))}
              onChange={setChosen}
            />
            <Button
              variant="contained"
              color="primary"
              disabled={making.state === 'busy'}
              onClick={() => make(subject)}
            >
              {making.state === 'busy'
                ? t('subscribe.making')
                : t('subscribe.make')}
            </Button>
          </div>
        ) : (
          <Typography variant="body2" className={classes.make}>
            {t('subscribe.none')}
          </Typography>
        )}
        {making.state === 'failed' ? (
          <Notice tone="bad" title={t('subscribe.failed')}>
            {isForbidden(making.error)
              ? t('subscribe.forbidden', { permission: needs.subscribe })
              : making.error.message}
          </Notice>
        ) : null}
        {making.state === 'done' && !revoked.includes(making.value.id) ? (
          <MadeAddress subscription={making.value} />
        ) : null}
        <OwnSubscriptions
          own={own}
          subjects={subjects}
          onRevoked={gone => setRevoked(before => [...before, gone])}
        />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('subscribe.close')}</Button>
      </DialogActions>
    </Dialog>
  );
};
