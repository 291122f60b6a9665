import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { ScorecardLevel } from '@continuity/plugin-continuity-common';
import { StatusMark } from '@continuity/plugin-continuity-react';
import { scorecardTranslationRef } from '../../../translation/scorecardTranslationRef';
import { titleOfLevel, toneOfLevel } from './levels';

/** The level that a service stands on. */
export const LevelMark = (props: {
  levels: readonly ScorecardLevel[];
  /** Absent: not even the lowest. */
  level?: string;
  /** Some check applies. Where none does, there is nothing to stand on. */
  isJudged: boolean;
}) => {
  const { levels, level, isJudged } = props;
  const { t } = useTranslationRef(scorecardTranslationRef);
  if (!isJudged && level === undefined) {
    return <StatusMark tone="unknown" label={t('level.noScore')} />;
  }
  return (
    <StatusMark
      tone={toneOfLevel(levels, level)}
      label={
        level === undefined
          ? t('level.none')
          : t('level.is', { level: titleOfLevel(levels, level) })
      }
    />
  );
};
