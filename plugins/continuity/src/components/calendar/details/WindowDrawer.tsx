import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Drawer from '@material-ui/core/Drawer';
import IconButton from '@material-ui/core/IconButton';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import CloseIcon from '@material-ui/icons/Close';
import { useId, type ReactNode } from 'react';
import { calendarTranslationRef } from '../../../translation/calendarTranslationRef';

const useStyles = makeStyles(
  theme => ({
    paper: {
      boxSizing: 'border-box',
      width: 520,
      maxWidth: '100vw',
      padding: theme.spacing(2, 3),
    },
    header: {
      display: 'flex',
      alignItems: 'flex-start',
      gap: theme.spacing(1),
      marginBottom: theme.spacing(1),
    },
    title: { flex: 1, minWidth: 0, overflowWrap: 'anywhere' },
  }),
  { name: 'ContinuityWindowDrawer' },
);

/** A panel at the side for the details of a window; Escape closes it. */
export const WindowDrawer = (props: {
  /** Known at once from the calendar, or later from the details. */
  title?: string;
  onClose: () => void;
  children: ReactNode;
}) => {
  const classes = useStyles();
  const id = useId();
  const { t } = useTranslationRef(calendarTranslationRef);
  return (
    <Drawer
      open
      anchor="right"
      onClose={props.onClose}
      classes={{ paper: classes.paper }}
      PaperProps={{ role: 'dialog', 'aria-modal': true, 'aria-labelledby': id }}
    >
      <div className={classes.header}>
        <Typography
          id={id}
          variant="h5"
          component="h2"
          className={classes.title}
        >
          {props.title ?? t('details.title')}
        </Typography>
        <IconButton
          size="small"
          aria-label={t('details.close')}
          onClick={props.onClose}
        >
          <CloseIcon />
        </IconButton>
      </div>
      {props.children}
    </Drawer>
  );
};
