import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { GraphFinding } from '@continuity/plugin-continuity-common';
import { ToneIcon, type Tone } from '@continuity/plugin-continuity-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { graphTranslationRef } from '../../../translation/graphTranslationRef';
import { NamedText } from './NamedText';
import { NodeName, useNodeWord } from './NodeName';

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

/**
 * Findings, those together that say of one single point of failure what it brings down
 * and that the same would mend. What is exempt stands alone, with its own end.
 */
function together(findings: readonly GraphFinding[]): GraphFinding[][] {
  const rows = new Map<string, GraphFinding[]>();
  for (const finding of findings) {
    const { id, kind, other, remedy, exemption } = finding;
    const key =
      kind === 'single-point-of-failure' &&
      other &&
      exemption?.state !== 'in-force'
        ? JSON.stringify([other.id, remedy])
        : id;
    rows.set(key, [...(rows.get(key) ?? []), finding]);
  }
  return [...rows.values()];
}

/** Why: in the words of the finding, or what all of them bring down. */
const Explanation = ({ row }: { row: readonly GraphFinding[] }) => {
  const { t } = useTranslationRef(graphTranslationRef);
  const word = useNodeWord();
  const [{ explanation, mentions, other }] = row;
  if (row.length === 1 || !other) {
    return <NamedText text={explanation} mentions={mentions} />;
  }
  return (
    <>
      {t('section.bringsDown', { name: word(other) })}{' '}
      {row.map(({ id, node }, index) => (
        <span key={id}>
          {index > 0 ? ', ' : ''}
          <NodeName node={node} inText />
        </span>
      ))}
    </>
  );
};

/** What cannot hold: what, why, and what would mend it. */
export const FindingList = (props: {
  label: string;
  findings: readonly GraphFinding[];
}) => {
  const classes = useStyles();
  const { t } = useTranslationRef(graphTranslationRef);
  return (
    <ul className={classes.list} aria-label={props.label}>
      {together(props.findings).map(row => {
        // The worst comes first.
        const [{ id, severity, title, remedy, mentions, exemption }] = row;
        return (
          <li key={id} className={classes.item}>
            <ToneIcon tone={SEVERITY_TONES[severity]} />
            <div>
              <Typography variant="body1">
                {title} ({t(`severity.${severity}`)})
                {exemption?.state === 'in-force'
                  ? ` · ${t('section.exempt', { until: exemption.until })}`
                  : ''}
              </Typography>
              <Typography variant="body2">
                <Explanation row={row} />
              </Typography>
              <Typography variant="body2" color="textSecondary">
                {t('section.remedy')}:{' '}
                <NamedText text={remedy} mentions={mentions} />
              </Typography>
            </div>
          </li>
        );
      })}
    </ul>
  );
};
