import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Override } from '@continuity/plugin-continuity-common';
import {
  Moment,
  ToneIcon,
  useLiveUpdates,
  useOverrides,
} from '@continuity/plugin-continuity-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { continuityTranslationRef } from '../../translation';
import { useOverridePaths } from '../changes/overrides/shared/useOverridePaths';

const EVERY_MS = 60_000;
/** So many are named; the page has all of them. */
const MOST = 3;

const useStyles = makeStyles(
  theme => ({
    bar: {
      position: 'fixed',
      bottom: 0,
      left: 0,
      right: 0,
      zIndex: theme.zIndex.snackbar,
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      gap: theme.spacing(0.5, 2),
      padding: theme.spacing(0.75, 2),
      backgroundColor: theme.palette.background.paper,
      color: theme.palette.text.primary,
      borderTop: `4px solid ${theme.palette.error.main}`,
      overflowWrap: 'anywhere',
    },
  }),
  { name: 'ContinuityOverrideBar' },
);

/** The root of a portal is there before its pages are, so their addresses are asked for late. */
const Incident = ({ override }: { override: Override }) => {
  const { t } = useTranslationRef(continuityTranslationRef);
  const paths = useOverridePaths();
  const { id, incident, end } = override;
  return (
    <Typography variant="body2" component="span">
      {paths ? <Link to={paths.override(id)}>{incident}</Link> : incident}
      {end === undefined ? null : (
        <>
          {' '}
          {t('override.until')} <Moment at={end} />
        </>
      )}
    </Typography>
  );
};

/**
 * Tells on every page of the portal that the glass is broken, in a line; the pages of
 * Continuity say more. Silent otherwise, and where it cannot be asked.
 */
export const OverrideBar = () => {
  const classes = useStyles();
  const { t } = useTranslationRef(continuityTranslationRef);
  const found = useOverrides({ state: 'in-force', limit: MOST });
  useLiveUpdates(
    () => {
      if (found.state !== 'loading') found.retry();
    },
    { about: 'override' },
    EVERY_MS,
  );
  if (found.state !== 'ready' || found.value.items.length === 0) return null;
  return (
    <aside className={classes.bar} aria-label={t('override.title')}>
      <ToneIcon tone="bad" />
      <Typography variant="body2" component="strong">
        {t('override.title')}
      </Typography>
      {found.value.items.map(override => (
        <Incident key={override.id} override={override} />
      ))}
    </aside>
  );
};
