import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import type { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    facts: {
      display: 'grid',
      gridTemplateColumns: 'minmax(110px, 1fr) 3fr',
      gap: theme.spacing(1, 2),
      margin: 0,
      [theme.breakpoints.down('xs')]: { gridTemplateColumns: '1fr' },
    },
    name: { ...theme.typography.body2, color: theme.palette.text.secondary },
    value: {
      ...theme.typography.body2,
      margin: 0,
      minWidth: 0,
      overflowWrap: 'anywhere',
    },
    prose: { whiteSpace: 'pre-wrap' },
  }),
  { name: 'ContinuityFacts' },
);

/** What is known of something, by name. */
export const Facts = (props: { children: ReactNode }) => (
  <dl className={useStyles().facts}>{props.children}</dl>
);

/** One of the {@link Facts}. */
export const Fact = (props: { name: string; children: ReactNode }) => {
  const classes = useStyles();
  return (
    <>
      <dt className={classes.name}>{props.name}</dt>
      <dd className={classes.value}>{props.children}</dd>
    </>
  );
};

/** Text as it was typed, with its lines. */
export const Prose = (props: { children: string }) => (
  <Typography variant="body2" component="div" className={useStyles().prose}>
    {props.children}
  </Typography>
);
