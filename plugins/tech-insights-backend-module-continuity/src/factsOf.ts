import type {
  ScorecardCheckState,
  ScorecardLevel,
  ScorecardResult,
} from '@continuity/plugin-continuity-common';
import type { ScorecardFacts } from './factSchema';

/**
 * The facts of a result. None where there is nothing to rely on: something changed and is
 * not judged yet, or nothing of the scorecard applies to the service.
 *
 * @param levels - of the scorecard, lowest first
 */
export function factsOf(
  { standing, score, states, exempt, stale, judgedAt }: ScorecardResult,
  levels: readonly ScorecardLevel[],
): ScorecardFacts | undefined {
  if (stale || !score) return undefined;
  const count = (state: ScorecardCheckState) =>
    states.filter(other => other === state).length;
  return {
    level: standing.level ?? 'none',
    levelPlace: levels.findIndex(({ id }) => id === standing.level) + 1,
    worst: score.worst,
    best: score.best,
    pass: count('pass'),
    fail: count('fail'),
    unknown: count('unknown'),
    exempt: exempt.length,
    judgedAt,
  };
}
