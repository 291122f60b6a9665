import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useNavigate, useParams } from 'react-router-dom';
import { calendarTranslationRef } from '../../translation/calendarTranslationRef';
import { WindowFormContent } from './form/WindowFormContent';
import { useCalendarPaths } from './shared/useCalendarPaths';

const useStyles = makeStyles(
  theme => ({ heading: { margin: theme.spacing(1, 0, 2) } }),
  { name: 'ContinuityWindowPage' },
);

/** The form for a window of the portal, with the way back to the calendar. */
export const WindowPage = () => {
  const classes = useStyles();
  const { id } = useParams();
  const navigate = useNavigate();
  const paths = useCalendarPaths();
  const { t } = useTranslationRef(calendarTranslationRef);
  const back = paths?.calendar() ?? '..';
  return (
    <>
      <Link to={back}>{t('page.back')}</Link>
      <Typography variant="h5" component="h2" className={classes.heading}>
        {t(id === undefined ? 'page.newWindow' : 'page.changeWindow')}
      </Typography>
      <WindowFormContent
        key={id ?? ''}
        windowId={id}
        onDone={() => navigate(back)}
      />
    </>
  );
};
