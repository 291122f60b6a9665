import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { ReadinessDifference } from '@continuity/plugin-continuity-common';
import { ToneIcon } from '@continuity/plugin-continuity-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { changeTranslationRef } from '../../../translation/changeTranslationRef';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: theme.spacing(1, 0), padding: 0 },
    item: {
      display: 'flex',
      gap: theme.spacing(1),
      padding: theme.spacing(0.5, 0),
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'ContinuityDifferences' },
);

/** What is not as it was approved; what got worse comes first. */
export const DifferenceList = (props: {
  label: string;
  differences: readonly ReadinessDifference[];
}) => {
  const classes = useStyles();
  const { t } = useTranslationRef(changeTranslationRef);
  const worse = props.differences.filter(({ regressed }) => regressed);
  const others = props.differences.filter(({ regressed }) => !regressed);
  return (
    <ul className={classes.list} aria-label={props.label}>
      {[...worse, ...others].map(
        ({ part, subject, regressed, explanation }) => (
          <li
            key={`${part} ${subject} ${explanation}`}
            className={classes.item}
          >
            <ToneIcon tone={regressed ? 'bad' : 'notice'} />
            <div>
              <Typography variant="body2">
                <strong>
                  {t(regressed ? 'readiness.regressed' : 'readiness.otherwise')}
                  :
                </strong>{' '}
                {explanation}
              </Typography>
              <Typography variant="caption" component="p" color="textSecondary">
                {t(`readiness.parts.${part}`)}
                {regressed ? '' : ` · ${t('readiness.covers')}`}
              </Typography>
            </div>
          </li>
        ),
      )}
    </ul>
  );
};
