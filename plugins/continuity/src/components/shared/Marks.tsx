import { makeStyles } from '@material-ui/core/styles';
import type { ReactNode } from 'react';

const useStyles = makeStyles(
  theme => ({
    marks: {
      ...theme.typography.body2,
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 1),
    },
  }),
  { name: 'ContinuityMarks' },
);

/** Marks side by side, or one below the other where there is no room. */
export const Marks = (props: { children: ReactNode }) => (
  <div className={useStyles().marks}>{props.children}</div>
);
