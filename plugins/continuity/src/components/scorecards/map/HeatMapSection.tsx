import { useApi } from '@backstage/core-plugin-api';
import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  Scorecard,
  ScorecardResultsPage,
} from '@continuity/plugin-continuity-common';
import {
  continuityApiRef,
  ResourceView,
} from '@continuity/plugin-continuity-react';
import Button from '@material-ui/core/Button';
import LinearProgress from '@material-ui/core/LinearProgress';
import { makeStyles } from '@material-ui/core/styles';
import Typography from '@material-ui/core/Typography';
import { scorecardsTranslationRef } from '../../../translation/scorecardsTranslationRef';
import { CsvButton } from '../../shared/CsvButton';
import { Empty } from '../../shared/Empty';
import { needs } from '../../shared/permissions';
import { Section } from '../../shared/Section';
import {
  isFiltered,
  toQuery,
  type ChangeAddress,
  type ScorecardsAddress,
} from '../page/scorecardsAddress';
import { HeatMapFilters } from './HeatMapFilters';
import { HeatMapTable } from './HeatMapTable';
import { useHeatMapPages, type HeatMapPages } from './useHeatMapPages';

const useStyles = makeStyles(
  { progress: { height: 4 } },
  { name: 'ContinuityHeatMap' },
);

const PageOfMap = (props: {
  scorecard: Scorecard;
  address: ScorecardsAddress;
  value: ScorecardResultsPage;
  pages: HeatMapPages;
}) => {
  const { scorecard, address, value, pages } = props;
  const { items, totals, nextCursor } = value;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  if (items.length === 0 && !pages.onPrevious) {
    return isFiltered(address) ? (
      <Empty title={t('map.empty')} remedy={t('map.emptyRemedy')} />
    ) : (
      <Empty title={t('summary.empty')} remedy={t('summary.emptyRemedy')} />
    );
  }
  return (
    <>
      <HeatMapTable scorecard={scorecard} page={value} />
      <Typography variant="caption" color="textSecondary" component="p">
        {t('map.count', {
          shown: String(items.length),
          count: totals.services,
        })}
        {' · '}
        {t('map.riskMeans')}
      </Typography>
      {pages.onPrevious ? (
        <Button onClick={pages.onPrevious}>{t('map.previous')}</Button>
      ) : null}
      {nextCursor ? (
        <Button onClick={() => pages.onNext(nextCursor)}>
          {t('map.next')}
        </Button>
      ) : null}
    </>
  );
};

/** Services by check, with what they are narrowed to in the address. */
export const HeatMapSection = (props: {
  scorecard: Scorecard;
  address: ScorecardsAddress;
  change: ChangeAddress;
}) => {
  const { scorecard, address, change } = props;
  const classes = useStyles();
  const api = useApi(continuityApiRef);
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const pages = useHeatMapPages(scorecard.id, address);
  const { page } = pages;
  return (
    <Section
      title={t('map.title')}
      action={
        <CsvButton
          name={`${scorecard.id}.csv`}
          load={() =>
            api.exportScorecardResults(scorecard.id, toQuery(address))
          }
        />
      }
    >
      <HeatMapFilters scorecard={scorecard} address={address} change={change} />
      <div className={classes.progress}>
        {page.state === 'ready' && page.refreshing ? (
          <LinearProgress aria-label={t('map.what')} />
        ) : null}
      </div>
      <ResourceView
        resource={page}
        what={t('map.what')}
        permission={needs.scorecard}
        lines={10}
      >
        {value => (
          <PageOfMap
            scorecard={scorecard}
            address={address}
            value={value}
            pages={pages}
          />
        )}
      </ResourceView>
    </Section>
  );
};
