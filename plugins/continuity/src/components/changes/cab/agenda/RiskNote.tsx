import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { ChangeRisk } from '@continuity/plugin-continuity-common';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { cabTranslationRef } from '../../../../translation/cabTranslationRef';

const useStyles = makeStyles(
  theme => ({
    summary: {
      cursor: 'pointer',
      '&:focus-visible': { outline: `2px solid ${theme.palette.text.primary}` },
    },
    list: { margin: theme.spacing(0.5, 0), paddingLeft: '1.2em' },
  }),
  { name: 'ContinuityCabRisk' },
);

/** How risky a change is beside others, and why at a press. */
export const RiskNote = ({ risk }: { risk: ChangeRisk }) => {
  const classes = useStyles();
  const { t } = useTranslationRef(cabTranslationRef);
  return (
    <Typography variant="body2" component="details">
      <summary className={classes.summary}>
        {t('agenda.risk', { points: String(risk.points) })}
      </summary>
      {risk.factors.length === 0 ? (
        t('agenda.riskNone')
      ) : (
        <ul className={classes.list} aria-label={t('agenda.riskWhy')}>
          {risk.factors.map(({ kind, points, explanation }) => (
            <li key={kind}>
              {t('agenda.points', { points: String(points), explanation })}
            </li>
          ))}
        </ul>
      )}
    </Typography>
  );
};
