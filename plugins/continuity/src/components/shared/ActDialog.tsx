import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import Typography from '@material-ui/core/Typography';
import { useId, type ReactNode } from 'react';
import { continuityTranslationRef } from '../../translation/continuityTranslationRef';
import type { Refused } from './readRefused';
import { RefusedNote } from './RefusedNote';

/** In which something is done: what it means, what has to be said with it, what came of it. */
export const ActDialog = (props: {
  title: string;
  means: string;
  /** What the button says. */
  act: string;
  /** Something that it needs is still missing. */
  isIncomplete?: boolean;
  isBusy: boolean;
  /** Absent: it was not refused. */
  refused?: Refused;
  onAct: () => void;
  onClose: () => void;
  children?: ReactNode;
}) => {
  const { title, isBusy, refused } = props;
  const heading = useId();
  const { t } = useTranslationRef(continuityTranslationRef);
  return (
    <Dialog
      open
      onClose={props.onClose}
      aria-labelledby={heading}
      maxWidth="sm"
      fullWidth
    >
      <DialogTitle id={heading}>{title}</DialogTitle>
      <DialogContent>
        <Typography variant="body2" color="textSecondary" paragraph>
          {props.means}
        </Typography>
        {props.children}
        {refused ? <RefusedNote refused={refused} /> : null}
        {isBusy ? (
          <Typography variant="body2" role="status">
            {t('act.acting')}
          </Typography>
        ) : null}
      </DialogContent>
      <DialogActions>
        <Button onClick={props.onClose}>{t('act.cancel')}</Button>
        <Button
          color="primary"
          variant="contained"
          disabled={isBusy || props.isIncomplete}
          onClick={props.onAct}
        >
          {props.act}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
