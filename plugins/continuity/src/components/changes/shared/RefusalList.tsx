import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Refusal } from '@continuity/plugin-continuity-common';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { changeTranslationRef } from '../../../translation/changeTranslationRef';

const useStyles = makeStyles(
  theme => ({
    list: {
      margin: theme.spacing(0.5, 0),
      paddingLeft: theme.spacing(2.5),
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'ContinuityRefusals' },
);

/** Why something is not possible, and what to do instead; each as a sentence. */
export const RefusalList = (props: {
  id?: string;
  label?: string;
  refusals: readonly Refusal[];
}) => {
  const classes = useStyles();
  const { t } = useTranslationRef(changeTranslationRef);
  return (
    <ul id={props.id} aria-label={props.label} className={classes.list}>
      {props.refusals.map(({ reason, remedy }) => (
        <li key={reason}>
          <Typography variant="body2">{reason}</Typography>
          {remedy ? (
            <Typography variant="body2" color="textSecondary">
              <strong>{t('steps.remedy')}:</strong> {remedy}
            </Typography>
          ) : null}
        </li>
      ))}
    </ul>
  );
};
