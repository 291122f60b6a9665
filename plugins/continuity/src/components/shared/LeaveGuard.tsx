import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import Dialog from '@material-ui/core/Dialog';
import DialogActions from '@material-ui/core/DialogActions';
import DialogContent from '@material-ui/core/DialogContent';
import DialogTitle from '@material-ui/core/DialogTitle';
import Typography from '@material-ui/core/Typography';
import { useContext, useEffect, useId, useState } from 'react';
import { UNSAFE_NavigationContext } from 'react-router-dom';
import { continuityTranslationRef } from '../../translation';

/**
 * Asks before something that is not saved is left: by a link, a tab of the page, closing or
 * loading it anew. The router of a portal has no way to hold a navigation back, so what it
 * navigates with is held instead, for as long as there is something to lose.
 */
export const LeaveGuard = ({ active }: { active: () => boolean }) => {
  const { navigator } = useContext(UNSAFE_NavigationContext);
  const { t } = useTranslationRef(continuityTranslationRef);
  const title = useId();
  const [leave, setLeave] = useState<() => void>();

  useEffect(() => {
    const { push, replace } = navigator;
    const held =
      (go: typeof push): typeof push =>
      (...where) => {
        const on = () => go.apply(navigator, where);
        if (active()) setLeave(() => on);
        else on();
      };
    navigator.push = held(push);
    navigator.replace = held(replace);
    const onUnload = (event: BeforeUnloadEvent) => {
      if (active()) event.preventDefault();
    };
    window.addEventListener('beforeunload', onUnload);
    return () => {
      navigator.push = push;
      navigator.replace = replace;
      window.removeEventListener('beforeunload', onUnload);
    };
  }, [navigator, active]);

  const stay = () => setLeave(undefined);
  return (
    <Dialog open={leave !== undefined} onClose={stay} aria-labelledby={title}>
      <DialogTitle id={title}>{t('leave.title')}</DialogTitle>
      <DialogContent>
        <Typography>{t('leave.means')}</Typography>
      </DialogContent>
      <DialogActions>
        <Button color="primary" onClick={stay}>
          {t('leave.stay')}
        </Button>
        <Button
          onClick={() => {
            stay();
            leave?.();
          }}
        >
          {t('leave.leave')}
        </Button>
      </DialogActions>
    </Dialog>
  );
};
