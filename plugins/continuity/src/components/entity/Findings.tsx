import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { ContinuityProfile } from '@continuity/plugin-continuity-common';
import { ToneIcon } from '@continuity/plugin-continuity-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { continuityTranslationRef } from '../../translation';

const useStyles = makeStyles(
  theme => ({
    heading: { marginTop: theme.spacing(2) },
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      display: 'flex',
      gap: theme.spacing(1),
      padding: theme.spacing(0.5, 0),
    },
  }),
  { name: 'ContinuityFindings' },
);

/** Where what was declared and what follows from it disagree, and what to do. */
export const Findings = (props: {
  findings: ContinuityProfile['findings'];
}) => {
  const classes = useStyles();
  const { t } = useTranslationRef(continuityTranslationRef);
  if (props.findings.length === 0) return null;
  return (
    <>
      <Typography
        variant="subtitle2"
        component="h3"
        className={classes.heading}
      >
        {t('who.findings')}
      </Typography>
      <ul className={classes.list}>
        {props.findings.map(({ id, message, remedy }) => (
          <li key={`${id}:${message}`} className={classes.item}>
            <ToneIcon tone="notice" />
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
