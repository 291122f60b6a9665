import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  GraphPath,
  GraphPathStep,
} from '@continuity/plugin-continuity-common';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { graphTranslationRef } from '../../../translation/graphTranslationRef';
import { NodeName } from './NodeName';

const useStyles = makeStyles(
  theme => ({
    steps: { margin: 0, paddingLeft: theme.spacing(3) },
    step: { padding: theme.spacing(0.25, 0), overflowWrap: 'anywhere' },
  }),
  { name: 'ContinuityGraphPath' },
);

/** How a step depends on the one before it, in words. */
function useStepWords(): (step: GraphPathStep) => string {
  const { t } = useTranslationRef(graphTranslationRef);
  return ({ strength, source, group }) =>
    [
      strength ? t(`path.${strength}`) : '',
      group
        ? t('path.group', {
            name: group.name,
            min: String(group.minAvailable),
            size: String(group.size),
          })
        : '',
      source ? t('path.source', { source: t(`source.${source}`) }) : '',
    ]
      .filter(Boolean)
      .join('; ');
}

/** A path from the cause to what it affects: each step depends on the one before. */
export const PathView = ({ path }: { path: GraphPath }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(graphTranslationRef);
  const words = useStepWords();
  return (
    <ol className={classes.steps} aria-label={t('path.label')}>
      {path.map((step, index) => (
        <li key={`${step.node.id} ${index}`} className={classes.step}>
          <NodeName node={step.node} />
          {index > 0 && step.strength ? (
            <Typography variant="caption" component="div" color="textSecondary">
              {words(step)}
            </Typography>
          ) : null}
        </li>
      ))}
    </ol>
  );
};
