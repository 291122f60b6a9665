import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  ScorecardLevel,
  ScorecardScore,
} from '@continuity/plugin-continuity-common';
import { StatusMark } from '@continuity/plugin-continuity-react';
import { scorecardTranslationRef } from '../../../translation/scorecardTranslationRef';
import { titleOfLevel, toneOfLevel } from './levels';

/** The level that a service stands on. */
export const LevelMark = (props: {
  levels: readonly ScorecardLevel[];
  /** Absent: not even the lowest. */
  level?: string;
  /** Absent: no check applies, so there is nothing to stand on. */
  score?: ScorecardScore;
}) => {
  const { levels, level, score } = props;
  const { t } = useTranslationRef(scorecardTranslationRef);
  if (!score && level === undefined) {
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
