import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { DriftParityPage } from '@continuity/plugin-continuity-common';
import {
  ResourceView,
  useDriftParity,
  useRegularly,
} from '@continuity/plugin-continuity-react';
import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { driftTranslationRef } from '../../../translation/driftTranslationRef';
import { ChoiceField } from '../../shared/ChoiceField';
import { Empty } from '../../shared/Empty';
import { needs } from '../../shared/permissions';
import { Section } from '../../shared/Section';
import {
  PARITY_STATES,
  toParityQuery,
  useDriftAddress,
} from '../address/driftAddress';
import { FilterBar } from '../shared/FilterBar';
import { PageButtons } from '../shared/PageButtons';
import { usePaging, type Paging } from '../shared/usePaging';
import { ParityTable } from './ParityTable';

const LIMIT = 50;
const EVERY_MS = 60_000;

const useStyles = makeStyles(
  { progress: { height: 4 } },
  { name: 'ContinuityParity' },
);

const Shown = (props: {
  page: DriftParityPage;
  isFiltered: boolean;
  paging: Paging;
}) => {
  const { page, isFiltered, paging } = props;
  const { items, totals, nextCursor } = page;
  const { t } = useTranslationRef(driftTranslationRef);
  if (items.length === 0 && !paging.onPrevious) {
    return isFiltered ? (
      <Empty title={t('list.noMatch')} remedy={t('list.noMatchRemedy')} />
    ) : (
      <Empty title={t('parity.empty')} remedy={t('parity.emptyRemedy')} />
    );
  }
  return (
    <>
      <Typography variant="body2" gutterBottom>
        {t('parity.totals', { count: totals.services })}{' '}
        {PARITY_STATES.map(state =>
          t('list.tally', {
            number: String(totals[state]),
            standing: t(`parity.state.${state}`),
          }),
        ).join(' · ')}
      </Typography>
      <ParityTable page={page} />
      <PageButtons paging={paging} nextCursor={nextCursor} />
    </>
  );
};

/** Services by environments: is each secondary and standby like its primary? */
export const ParitySection = () => {
  const classes = useStyles();
  const { t } = useTranslationRef(driftTranslationRef);
  const [address, change, clear] = useDriftAddress();
  const query = toParityQuery(address);
  const isFiltered = Object.keys(query).length > 0;
  const paging = usePaging(JSON.stringify(query));
  const page = useDriftParity({
    ...query,
    limit: LIMIT,
    cursor: paging.cursor,
  });
  useRegularly(() => {
    if (page.state !== 'loading') page.retry();
  }, EVERY_MS);
  return (
    <Section title={t('parity.title')}>
      <Typography variant="body2" paragraph>
        {t('parity.means')}
      </Typography>
      <FilterBar
        filter={address}
        change={change}
        onClear={isFiltered ? clear : undefined}
      >
        <ChoiceField
          label={t('filter.state')}
          any={t('filter.any')}
          value={address.state}
          choices={PARITY_STATES.map(value => ({
            value,
            label: t(`parity.state.${value}`),
          }))}
          onChange={chosen =>
            change({ state: PARITY_STATES.find(value => value === chosen) })
          }
        />
      </FilterBar>
      <div className={classes.progress}>
        {page.state === 'ready' && page.refreshing ? (
          <LinearProgress aria-label={t('parity.what')} />
        ) : null}
      </div>
      <ResourceView
        resource={page}
        what={t('parity.what')}
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
