import { useTranslationRef } from '@backstage/core-plugin-api/alpha';
import type {
  Scorecard,
  ScorecardResult,
} from '@continuity/plugin-continuity-common';
import { StatusMark, useReader } from '@continuity/plugin-continuity-react';
import TableCell from '@material-ui/core/TableCell';
import TableRow from '@material-ui/core/TableRow';
import Typography from '@material-ui/core/Typography';
import { scorecardsTranslationRef } from '../../../translation/scorecardsTranslationRef';
import { EntityLink } from '../../shared/EntityLink';
import { LevelMark } from '../shared/LevelMark';
import { useScoreWords } from '../shared/useScoreWords';
import { useTierName } from '../shared/useTierName';
import { HeatMapCell } from './HeatMapCell';

const Score = ({ score }: Pick<ScorecardResult, 'score'>) => {
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const { percent } = useScoreWords();
  if (!score) return <>{t('map.noScore')}</>;
  const { worst, best } = score;
  return (
    <>
      {worst === best ? percent(worst) : `${percent(worst)} – ${percent(best)}`}
    </>
  );
};

/** One service: where it stands, and what came of each check. */
export const HeatMapRow = (props: {
  scorecard: Scorecard;
  /** Ids, in the order of the states. */
  checks: readonly string[];
  result: ScorecardResult;
}) => {
  const { scorecard, checks, result } = props;
  const { service, standing, score, risk, states, exempt, stale } = result;
  const { t } = useTranslationRef(scorecardsTranslationRef);
  const { locale } = useReader();
  const nameOfTier = useTierName();
  return (
    <TableRow>
      <TableCell component="th" scope="row">
        <EntityLink
          entityRef={service.entityRef}
          title={service.title ?? service.name}
        />
        {service.owner ? (
          <Typography variant="caption" component="div">
            <EntityLink entityRef={service.owner} />
          </Typography>
        ) : null}
        {stale ? <StatusMark tone="unknown" label={t('map.stale')} /> : null}
      </TableCell>
      <TableCell>{nameOfTier(service)}</TableCell>
      <TableCell>
        <LevelMark
          levels={scorecard.levels}
          level={standing.level}
          isJudged={Boolean(score)}
        />
      </TableCell>
      <TableCell>
        <Score score={score} />
      </TableCell>
      <TableCell>{new Intl.NumberFormat(locale).format(risk)}</TableCell>
      {checks.map((check, index) => (
        <HeatMapCell
          key={check}
          state={states[index] ?? 'unknown'}
          exempt={exempt.includes(check)}
        />
      ))}
    </TableRow>
  );
};
