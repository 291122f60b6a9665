import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { GraphFinding } from '@continuity/plugin-continuity-common';
import { ToneIcon, type Tone } from '@continuity/plugin-continuity-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { graphTranslationRef } from '../../../translation/graphTranslationRef';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      display: 'flex',
      gap: theme.spacing(1),
      padding: theme.spacing(0.75, 0),
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'ContinuityGraphFindings' },
);

export const SEVERITY_TONES = {
  high: 'bad',
  medium: 'notice',
  low: 'unknown',
} satisfies Record<GraphFinding['severity'], Tone>;

/** What cannot hold: what, why, and what would mend it. */
export const FindingList = (props: {
  label: string;
  findings: readonly GraphFinding[];
}) => {
  const classes = useStyles();
  const { t } = useTranslationRef(graphTranslationRef);
  return (
    <ul className={classes.list} aria-label={props.label}>
      {props.findings.map(
        ({ id, severity, title, explanation, remedy, exemption }) => (
          <li key={id} className={classes.item}>
            <ToneIcon tone={SEVERITY_TONES[severity]} />
            <div>
              <Typography variant="body1">
                {title} ({t(`severity.${severity}`)})
                {exemption?.state === 'in-force'
                  ? ` · ${t('section.exempt', { until: exemption.until })}`
                  : ''}
              </Typography>
              <Typography variant="body2">{explanation}</Typography>
              <Typography variant="body2" color="textSecondary">
                {t('section.remedy')}: {remedy}
              </Typography>
            </div>
          </li>
        ),
      )}
    </ul>
  );
};
