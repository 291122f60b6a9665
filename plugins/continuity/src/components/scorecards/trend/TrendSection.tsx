import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { Scorecard } from '@continuity/plugin-continuity-common';
import {
  ResourceView,
  useScorecardTrend,
} from '@continuity/plugin-continuity-react';
import Typography from '@material-ui/core/Typography';
import { scorecardsTranslationRef } from '../../../translation/scorecardsTranslationRef';
import { needs } from '../../shared/permissions';
import { Section } from '../../shared/Section';
import { TrendLines } from './TrendLines';
import { TrendTable } from './TrendTable';
import { trendOf } from './trendOf';

const DAYS = 90;

/** How many services stood on the highest level, and on none, over the last months. */
export const TrendSection = ({ scorecard }: { scorecard: Scorecard }) => {
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const days = useScorecardTrend(scorecard.id, DAYS);
  return (
    <Section title={t('trend.title')}>
      <ResourceView
        resource={days}
        what={t('trend.what')}
        permission={needs.scorecard}
        lines={5}
      >
        {value => {
          const trend = trendOf(scorecard.levels, value);
          return (
            <>
              <Typography variant="body2" color="textSecondary">
                {t('trend.lead')}
              </Typography>
              {trend.length < 2 ? (
                <Typography variant="body2">{t('trend.short')}</Typography>
              ) : (
                <TrendLines levels={scorecard.levels} trend={trend} />
              )}
              {trend.length > 0 ? (
                <TrendTable levels={scorecard.levels} trend={trend} />
              ) : null}
            </>
          );
        }}
      </ResourceView>
    </Section>
  );
};
