import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type { EntityScorecard } from '@continuity/plugin-continuity-common';
import { Age, StatusMark } from '@continuity/plugin-continuity-react';
import Typography from '@material-ui/core/Typography';
import { scorecardTranslationRef } from '../../../translation/scorecardTranslationRef';
import { Marks } from '../../shared/Marks';
import { LevelMark } from '../shared/LevelMark';
import { titleOfLevel } from '../shared/levels';
import { ScoreBar } from '../shared/ScoreBar';
import { useScoreWords } from '../shared/useScoreWords';

/** The level and the score, from the worst to the best case where something is unknown. */
export const Standing = ({ judged }: { judged: EntityScorecard }) => {
  const { scorecard, standing, score, points, levelLostAt } = judged;
  const { levels } = scorecard;
  const { t } = useTranslationRef(scorecardTranslationRef);
  const words = useScoreWords();
  const { level, levelAtBest } = standing;
  const meaning = score && words.meaning(score);
  return (
    <>
      <Marks>
        <LevelMark levels={levels} level={level} isJudged={Boolean(score)} />
        <strong>{score ? words.score(score) : t('score.none')}</strong>
        {levelLostAt ? (
          <>
            <StatusMark tone="bad" label={t('level.lost')} />
            <Age at={levelLostAt} />
          </>
        ) : null}
      </Marks>
      <ScoreBar points={points} />
      {score ? (
        <Typography variant="body2">
          {t('score.points', {
            total: String(points.total),
            pass: String(points.pass),
            fail: String(points.fail),
            unknown: String(points.unknown),
          })}{' '}
          {points.exempt > 0 ? t('score.exempt', { count: points.exempt }) : ''}
        </Typography>
      ) : null}
      {meaning ? <Typography variant="body2">{meaning}</Typography> : null}
      {levelAtBest !== undefined && levelAtBest !== level ? (
        <Typography variant="body2">
          {t('level.atBest', { level: titleOfLevel(levels, levelAtBest) })}
        </Typography>
      ) : null}
    </>
  );
};
