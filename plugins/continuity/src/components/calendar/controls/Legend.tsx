import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import {
  ToneIcon,
  windowTone,
  type WindowLook,
} from '@continuity/plugin-continuity-react';
import { makeStyles } from '@material-ui/core/styles';
import { calendarTranslationRef } from '../../../translation/calendarTranslationRef';
import { useWindowStyles } from '../shared/useWindowStyles';

const LOOKS = [
  'block',
  'approval',
  'warn',
  'open',
] as const satisfies WindowLook[];

const useStyles = makeStyles(
  theme => ({
    legend: {
      display: 'flex',
      flexWrap: 'wrap',
      gap: theme.spacing(1),
      margin: theme.spacing(1.5, 0, 0),
      padding: theme.spacing(0, 2, 1.5),
      listStyle: 'none',
    },
    sample: { cursor: 'default', height: 22, '&:hover': { boxShadow: 'none' } },
    plain: { padding: theme.spacing(0, 0.75) },
  }),
  { name: 'ContinuityCalendarLegend' },
);

/** What patterns, icons and colours mean. */
export const Legend = () => {
  const classes = useStyles();
  const windows = useWindowStyles();
  const { t } = useTranslationRef(calendarTranslationRef);
  return (
    <ul className={classes.legend} aria-label={t('legend.label')}>
      {LOOKS.map(look => (
        <li
          key={look}
          className={`${windows.window} ${windows[look]} ${classes.sample}`}
        >
          <ToneIcon tone={windowTone(look)} />
          {t(`legend.${look}`)}
        </li>
      ))}
      <li
        className={`${windows.window} ${windows.degraded} ${classes.sample} ${classes.plain}`}
      >
        {t('legend.degraded')}
      </li>
    </ul>
  );
};
