import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { ScorecardScore } from '@continuity/plugin-continuity-common';
import { useReader } from '@continuity/plugin-continuity-react';
import { scorecardTranslationRef } from '../../../translation/scorecardTranslationRef';

export interface ScoreWords {
  /** Of a percentage from 0 to 100, e.g. `62.5%`. */
  percent(value: number): string;
  /** `Score 62%`, or `Score 40% to 62%` while something is unknown. */
  score(score: ScorecardScore): string;
  /** What both ends of a range stand for. Absent: nothing is unknown. */
  meaning(score: ScorecardScore): string | undefined;
}

/** A score in the reader's words; a range where something is unknown. */
export function useScoreWords(): ScoreWords {
  const { t } = useTranslationRef(scorecardTranslationRef);
  const { locale } = useReader();
  const format = new Intl.NumberFormat(locale, {
    style: 'percent',
    maximumFractionDigits: 1,
  });
  const percent = (value: number) => format.format(value / 100);
  return {
    percent,
    score: ({ worst, best }) =>
      worst === best
        ? t('score.exact', { score: percent(worst) })
        : t('score.range', { worst: percent(worst), best: percent(best) }),
    meaning: ({ worst, best }) =>
      worst === best
        ? undefined
        : t('score.means', { worst: percent(worst), best: percent(best) }),
  };
}
