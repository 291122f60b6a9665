import {
  ToneIcon,
  toneColor,
  type Tone,
} from '@continuity/plugin-continuity-react';
import { makeStyles, type Theme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { ReactNode } from 'react';

const useStyles = makeStyles<Theme, { tone: Tone }>(
  theme => ({
    root: {
      display: 'flex',
      gap: theme.spacing(1.5),
      padding: theme.spacing(1.5, 2),
      marginBottom: theme.spacing(2),
      backgroundColor: theme.palette.background.paper,
      border: `1px solid ${theme.palette.divider}`,
      borderLeft: ({ tone }) => `4px solid ${toneColor(theme, tone)}`,
      borderRadius: theme.shape.borderRadius,
    },
    text: { minWidth: 0, overflowWrap: 'anywhere' },
  }),
  { name: 'ContinuityNotice' },
);

/** Something that a reader should know before they read on. */
export const Notice = (props: {
  tone: Tone;
  title: string;
  children?: ReactNode;
}) => {
  const classes = useStyles(props);
  return (
    <div role="alert" className={classes.root}>
      <ToneIcon tone={props.tone} />
      <div className={classes.text}>
        <Typography variant="subtitle2" component="p">
          {props.title}
        </Typography>
        <Typography variant="body2" component="div">
          {props.children}
        </Typography>
      </div>
    </div>
  );
};
