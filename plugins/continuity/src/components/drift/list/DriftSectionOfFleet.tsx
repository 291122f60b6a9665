import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { DriftPage } from '@continuity/plugin-continuity-common';
import {
  ResourceView,
  useDrift,
  useRegularly,
} from '@continuity/plugin-continuity-react';
import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { driftTranslationRef } from '../../../translation/driftTranslationRef';
import { Empty } from '../../shared/Empty';
import { needs } from '../../shared/permissions';
import { Section } from '../../shared/Section';
import { toDriftQuery, useDriftAddress } from '../address/driftAddress';
import { PageButtons } from '../shared/PageButtons';
import { STANDINGS } from '../shared/StandingMark';
import { usePaging, type Paging } from '../shared/usePaging';
import { DriftFilters } from './DriftFilters';
import { DriftTable } from './DriftTable';

/** As many rows as are drawn at once, however many services there are. */
const LIMIT = 50;
const EVERY_MS = 60_000;

const useStyles = makeStyles(
  { progress: { height: 4 } },
  { name: 'ContinuityDriftList' },
);

const Totals = ({ totals }: Pick<DriftPage, 'totals'>) => {
  const { t } = useTranslationRef(driftTranslationRef);
  return (
    <Typography variant="body2" gutterBottom>
      {t('list.totals', { count: totals.services })}{' '}
      {STANDINGS.map(standing =>
        t('list.tally', {
          number: String(totals.standings[standing]),
          standing: t(`standing.${standing}`),
        }),
      ).join(' · ')}
    </Typography>
  );
};

const Shown = (props: {
  page: DriftPage;
  isFiltered: boolean;
  paging: Paging;
}) => {
  const { page, isFiltered, paging } = props;
  const { items, nextCursor, totals } = page;
  const { t } = useTranslationRef(driftTranslationRef);
  if (items.length === 0 && !paging.onPrevious) {
    return isFiltered ? (
      <Empty title={t('list.noMatch')} remedy={t('list.noMatchRemedy')} />
    ) : (
      <Empty title={t('list.empty')} remedy={t('list.emptyRemedy')} />
    );
  }
  return (
    <>
      <Totals totals={totals} />
      <DriftTable entries={items} />
      <Typography variant="caption" color="textSecondary" component="p">
        {t('list.shown', {
          shown: String(items.length),
          total: String(totals.scans),
        })}
      </Typography>
      <PageButtons paging={paging} nextCursor={nextCursor} />
    </>
  );
};

/** Who drifts, how long, and whether anybody was allowed to. */
export const DriftSectionOfFleet = () => {
  const classes = useStyles();
  const { t } = useTranslationRef(driftTranslationRef);
  const [address, change, clear] = useDriftAddress();
  const query = toDriftQuery(address);
  const isFiltered = Object.keys(query).length > 0;
  const paging = usePaging(JSON.stringify(query));
  const page = useDrift({ ...query, limit: LIMIT, cursor: paging.cursor });
  useRegularly(() => {
    if (page.state !== 'loading') page.retry();
  }, EVERY_MS);
  return (
    <Section title={t('list.title')}>
      <DriftFilters
        address={address}
        change={change}
        onClear={isFiltered ? clear : undefined}
      />
      <div className={classes.progress}>
        {page.state === 'ready' && page.refreshing ? (
          <LinearProgress aria-label={t('list.what')} />
        ) : null}
      </div>
      <ResourceView
        resource={page}
        what={t('list.what')}
        permission={needs.drift}
        notFound={
          <Empty title={t('pages.unknown')} remedy={t('pages.unknownRemedy')} />
        }
        lines={10}
      >
        {value => (
          <Shown page={value} isFiltered={isFiltered} paging={paging} />
        )}
      </ResourceView>
    </Section>
  );
};
