import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { CalendarFinding } from '@continuity/plugin-continuity-common';
import { ToneIcon, type Tone } from '@continuity/plugin-continuity-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { calendarTranslationRef } from '../../../translation/calendarTranslationRef';

const useStyles = makeStyles(
  theme => ({
    heading: { margin: theme.spacing(2, 0, 0.5) },
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      display: 'flex',
      gap: theme.spacing(1),
      padding: theme.spacing(0.5, 0),
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'ContinuityWindowFindings' },
);

const tones = {
  error: 'bad',
  warning: 'notice',
  info: 'unknown',
} satisfies Record<CalendarFinding['severity'], Tone>;

/** What its author probably did not mean, and what to write instead. */
export const WindowFindings = (props: { findings: CalendarFinding[] }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(calendarTranslationRef);
  if (props.findings.length === 0) return null;
  return (
    <>
      <Typography
        variant="subtitle2"
        component="h3"
        className={classes.heading}
      >
        {t('details.findings')}
      </Typography>
      <ul className={classes.list}>
        {props.findings.map(({ rule, severity, message, remedy }) => (
          <li key={`${rule}:${message}`} className={classes.item}>
            <ToneIcon tone={tones[severity]} />
            <Typography variant="body2" component="div">
              {message}
              <br />
              {remedy}
            </Typography>
          </li>
        ))}
      </ul>
    </>
  );
};
