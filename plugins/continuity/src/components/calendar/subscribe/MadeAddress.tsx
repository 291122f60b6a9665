import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { CopyTextButton } from '@backstage/core-components';
import type { CalendarSubscription } from '@continuity/plugin-continuity-common';
import { makeStyles } from '@material-ui/core/styles';
import TextField from '@material-ui/core/TextField';
import { useId } from 'react';
import { calendarTranslationRef } from '../../../translation/calendarTranslationRef';
import { Notice } from '../../shared/Notice';

const useStyles = makeStyles(
  theme => ({
    address: {
      display: 'flex',
      alignItems: 'center',
      gap: theme.spacing(1),
      marginTop: theme.spacing(1.5),
    },
  }),
  { name: 'ContinuityMadeAddress' },
);

/** The address of a feed, the one time that it is told. */
export const MadeAddress = (props: { subscription: CalendarSubscription }) => {
  const classes = useStyles();
  const id = useId();
  const { t } = useTranslationRef(calendarTranslationRef);
  const address = props.subscription.url ?? '';
  return (
    <Notice tone="good" title={t('subscribe.made')}>
      {t('subscribe.once')}
      <div className={classes.address}>
        <TextField
          id={id}
          fullWidth
          size="small"
          variant="outlined"
          label={t('subscribe.address')}
          value={address}
          inputProps={{ readOnly: true }}
          onFocus={event => event.target.select()}
        />
        <CopyTextButton
          text={address}
          tooltipText={t('subscribe.copied')}
          aria-label={t('subscribe.copy')}
        />
      </div>
    </Notice>
  );
};
