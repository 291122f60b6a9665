import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { Link } from 'react-router-dom';
import { changesTranslationRef } from '../../../translation/changesTranslationRef';
import { LinkGroup } from '../../shared/LinkGroup';
import { Section } from '../../shared/Section';
import { StatusBanner } from '../../shared/StatusBanner';
import { LAYOUTS, VIEWS } from '../address/changesAddress';
import { useChangesAddress } from '../address/useChangesAddress';
import { useChangePaths } from '../shared/useChangePaths';
import { useMayRaise } from '../shared/useMayRaise';
import { ChangesBoard } from './ChangesBoard';
import { ChangesFilterBar } from './ChangesFilterBar';
import { ChangesList } from './ChangesList';

const useStyles = makeStyles(
  theme => ({
    controls: {
      display: 'flex',
      flexWrap: 'wrap',
      justifyContent: 'space-between',
      gap: theme.spacing(0, 2),
    },
  }),
  { name: 'ContinuityChanges' },
);

/** Changes: those that wait for the reader, their team's, their own, or all of them. */
export const ChangesContent = () => {
  const classes = useStyles();
  const { t } = useTranslationRef(changesTranslationRef);
  const paths = useChangePaths();
  const mayRaise = useMayRaise();
  const [address, change] = useChangesAddress();
  const { view, layout, ...filters } = address;
  return (
    <>
      <StatusBanner />
      {paths ? (
        <div className={classes.controls}>
          <LinkGroup
            label={t('views.label')}
            links={VIEWS.map(one => ({
              key: one,
              to: paths.list({ ...filters, layout, view: one }),
              label: t(`views.${one}`),
              current: one === view,
            }))}
          />
          <LinkGroup
            label={t('layout.label')}
            links={LAYOUTS.map(one => ({
              key: one,
              to: paths.list({
                ...filters,
                layout: one,
                // What waits for somebody is one column of a board.
                view: one === 'board' && view === 'approve' ? 'all' : view,
              }),
              label: t(`layout.${one}`),
              current: one === layout,
            }))}
          />
        </div>
      ) : null}
      <Section
        title={t('title')}
        action={
          paths && mayRaise ? (
            <Button
              component={Link}
              to={paths.raise()}
              variant="contained"
              color="primary"
            >
              {t('raise')}
            </Button>
          ) : null
        }
      >
        <ChangesFilterBar address={address} change={change} />
        {layout === 'board' ? (
          <ChangesBoard address={address} />
        ) : (
          <ChangesList
            key={`${view} ${Object.values(filters).join(' ')}`}
            address={address}
          />
        )}
      </Section>
    </>
  );
};
