import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import { continuityOperationsRetryPermission } from '@continuity/plugin-continuity-common';
import {
  useCollectors,
  useConnectors,
  useFollowedFeeds,
  useLedgerFollowers,
  useSetAsideEntries,
  type Resource,
} from '@continuity/plugin-continuity-react';
import Button from '@material-ui/core/Button';
import { makeStyles } from '@material-ui/core/styles';
import { operationsTranslationRef } from '../../translation/operationsTranslationRef';
import { Notice } from '../shared/Notice';
import { StatusBanner } from '../shared/StatusBanner';
import { CollectorsSection } from './CollectorsSection';
import { ConnectorsSection } from './ConnectorsSection';
import { FeedsSection } from './FeedsSection';
import { FollowersSection } from './FollowersSection';
import { SetAsideSection } from './SetAsideSection';
import { useMayRetry } from './useMayRetry';

const useStyles = makeStyles(
  theme => ({
    root: { display: 'grid', gap: theme.spacing(3), minWidth: 0 },
    again: { justifySelf: 'end' },
  }),
  { name: 'ContinuityOperations' },
);

/** How the service itself does, for those who run it: what runs, how far, and what failed. */
export const OperationsContent = () => {
  const classes = useStyles();
  const { t } = useTranslationRef(operationsTranslationRef);
  const followers = useLedgerFollowers();
  const entries = useSetAsideEntries();
  const feeds = useFollowedFeeds();
  const connectors = useConnectors();
  const collectors = useCollectors();
  const mayRetry = useMayRetry();
  const look = (...resources: Resource<unknown>[]) => {
    for (const resource of resources) {
      if (resource.state !== 'loading') resource.retry();
    }
  };
  return (
    <div className={classes.root}>
      <StatusBanner />
      {mayRetry === false ? (
        <Notice tone="notice" title={t('mayNotRetry')}>
          {t('mayNotRetryRemedy', {
            permission: continuityOperationsRetryPermission.name,
          })}
        </Notice>
      ) : null}
      <Button
        size="small"
        variant="outlined"
        className={classes.again}
        onClick={() => look(followers, entries, collectors, connectors, feeds)}
      >
        {t('again')}
      </Button>
      <FollowersSection followers={followers} />
      <SetAsideSection
        entries={entries}
        mayRetry={mayRetry === true}
        onTried={() => look(followers, entries)}
      />
      <CollectorsSection
        collectors={collectors}
        mayRun={mayRetry === true}
        onAsked={() => look(collectors)}
      />
      <ConnectorsSection
        connectors={connectors}
        mayRetry={mayRetry === true}
        onTried={() => look(connectors)}
      />
      <FeedsSection feeds={feeds} />
    </div>
  );
};
