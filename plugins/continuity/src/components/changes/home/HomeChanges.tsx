import { Link } from '@backstage/core-components';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { ChangesQuery } from '@continuity/plugin-continuity-common';
import {
  ResourceView,
  useChanges,
  useLiveUpdates,
} from '@continuity/plugin-continuity-react';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { useId } from 'react';
import { changesTranslationRef } from '../../../translation/changesTranslationRef';
import { OverrideBanner } from '../../shared/OverrideBanner';
import { needs } from '../../shared/permissions';
import type { ChangesAddress } from '../address/changesAddress';
import { Flags } from '../shared/Flags';
import { Marks } from '../../shared/Marks';
import { PlannedTime } from '../shared/PlannedTime';
import { StateMark } from '../shared/StateMark';
import { OPEN_STATES } from '../shared/states';
import { useChangePaths } from '../shared/useChangePaths';

const useStyles = makeStyles(
  theme => ({
    list: { listStyle: 'none', margin: 0, padding: 0 },
    item: {
      padding: theme.spacing(1, 0),
      borderTop: `1px solid ${theme.palette.divider}`,
      overflowWrap: 'anywhere',
    },
    part: { marginBottom: theme.spacing(2) },
  }),
  { name: 'ContinuityHomeChanges' },
);

/** As many as are read at a glance; the list has the others. */
const LIMIT = 5;
const EVERY_MS = 60_000;

const Part = (props: {
  view: ChangesAddress['view'] & ('approve' | 'mine');
  query: ChangesQuery;
}) => {
  const { view, query } = props;
  const classes = useStyles();
  const heading = useId();
  const paths = useChangePaths();
  const { t } = useTranslationRef(changesTranslationRef);
  const changes = useChanges({ ...query, limit: LIMIT });
  useLiveUpdates(
    () => {
      if (changes.state !== 'loading') changes.retry();
    },
    { about: 'change' },
    EVERY_MS,
  );
  return (
    <section aria-labelledby={heading} className={classes.part}>
      <Typography variant="subtitle2" component="h3" id={heading}>
        {t(`views.${view}`)}
      </Typography>
      <ResourceView
        resource={changes}
        what={t('what')}
        permission={needs.change}
        lines={3}
      >
        {({ items, nextCursor }) => (
          <>
            {items.length === 0 ? (
              <Typography variant="body2">{t(`home.none.${view}`)}</Typography>
            ) : (
              <ul className={classes.list} aria-labelledby={heading}>
                {items.map(change => (
                  <li key={change.id} className={classes.item}>
                    <Typography variant="body2">
                      {paths ? (
                        <Link to={paths.change(change.id)}>{change.title}</Link>
                      ) : (
                        change.title
                      )}
                    </Typography>
                    <Marks>
                      <StateMark state={change.state} />
                      <Flags summary={change} />
                    </Marks>
                    <Typography variant="caption" component="p">
                      <PlannedTime window={change.window} />
                    </Typography>
                  </li>
                ))}
              </ul>
            )}
            {paths && (items.length > 0 || nextCursor) ? (
              <Link to={paths.list({ view })}>{t('home.all')}</Link>
            ) : null}
          </>
        )}
      </ResourceView>
    </section>
  );
};

/** Changes that wait for the reader, and their own that are not over; for a home page. */
export const HomeChanges = () => (
  <>
    <OverrideBanner />
    <Part view="approve" query={{ mine: 'approve' }} />
    <Part view="mine" query={{ mine: 'author', state: OPEN_STATES.join() }} />
  </>
);
