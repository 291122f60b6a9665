import type { ScorecardPoints } from '@continuity/plugin-continuity-common';
import { makeStyles } from '@material-ui/core/styles';

const useStyles = makeStyles(
  theme => ({
    bar: {
      display: 'block',
      width: '100%',
      maxWidth: 480,
      height: 12,
      margin: theme.spacing(1, 0),
      border: `1px solid ${theme.palette.text.secondary}`,
      borderRadius: theme.shape.borderRadius,
    },
    pass: { fill: theme.palette.success.main },
    fail: { fill: theme.palette.error.main },
    unknown: { fill: theme.palette.action.disabledBackground },
  }),
  { name: 'ContinuityScoreBar' },
);

/** Points that pass, are unknown and fail, side by side. The words beside it say the same. */
export const ScoreBar = ({ points }: { points: ScorecardPoints }) => {
  const { pass, unknown, fail, total } = points;
  const classes = useStyles();
  if (total === 0) return null;
  return (
    <svg
      className={classes.bar}
      viewBox={`0 0 ${total} 1`}
      preserveAspectRatio="none"
      aria-hidden
    >
      <rect className={classes.pass} width={pass} height={1} />
      <rect className={classes.unknown} x={pass} width={unknown} height={1} />
      <rect
        className={classes.fail}
        x={pass + unknown}
        width={fail}
        height={1}
      />
    </svg>
  );
};
