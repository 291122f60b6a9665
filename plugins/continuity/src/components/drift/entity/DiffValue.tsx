import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { DriftValue } from '@continuity/plugin-continuity-common';
import { toneColor } from '@continuity/plugin-continuity-react';
import { alpha, makeStyles, type Theme } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { driftTranslationRef } from '../../../translation/driftTranslationRef';
import { isCut } from './adoptable';

const coloured = (theme: Theme, tone: 'good' | 'bad') => {
  const color = toneColor(theme, tone);
  return {
    borderLeft: `4px solid ${color}`,
    backgroundColor: alpha(color, 0.08),
  };
};

const useStyles = makeStyles(
  theme => ({
    value: { padding: theme.spacing(0.5, 1), minWidth: 0 },
    desired: coloured(theme, 'good'),
    live: coloured(theme, 'bad'),
    text: {
      margin: 0,
      maxHeight: 240,
      overflow: 'auto',
      whiteSpace: 'pre-wrap',
      overflowWrap: 'anywhere',
      fontSize: theme.typography.body2.fontSize,
    },
  }),
  { name: 'ContinuityDiffValue' },
);

/** What the engine puts in the place of a whole value. */
const MASK = '(masked)';

/** Lists and mappings line by line; the rest as it is. */
function readable(text: string): string {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null
      ? JSON.stringify(value, null, 2)
      : text;
  } catch {
    // It was cut; what there is of it is shown.
    return text;
  }
}

/** One side of a difference. Absent: the report does not say. */
export const DiffValue = (props: {
  side: 'desired' | 'live';
  value?: DriftValue;
}) => {
  const { side, value } = props;
  const classes = useStyles();
  const { t } = useTranslationRef(driftTranslationRef);
  // Of a mapping with a secret in it the rest is shown.
  const isShown = value?.state !== 'absent' && value?.text !== MASK;
  return (
    <div className={`${classes.value} ${classes[side]}`}>
      <Typography variant="caption" component="div">
        {t(`finding.${side}`)}
      </Typography>
      {value && isShown ? (
        <pre
          className={classes.text}
          // A keyboard has to be able to scroll it.
          // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
          tabIndex={0}
        >
          {readable(value.text)}
        </pre>
      ) : null}
      {value?.state === 'masked' ? (
        <Typography variant="body2">
          <strong>{t('finding.masked')}</strong> {t('finding.maskedMeans')}
        </Typography>
      ) : null}
      {!value || value.state === 'absent' ? (
        <Typography variant="body2">{t('finding.absent')}</Typography>
      ) : null}
      {value && isCut(value) ? (
        <Typography variant="caption" component="div">
          {t('finding.cut')}
        </Typography>
      ) : null}
    </div>
  );
};
