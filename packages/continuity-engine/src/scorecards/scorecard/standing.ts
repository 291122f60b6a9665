import type {
  LevelStanding,
  Scorecard,
  ScorecardLevel,
  ScorecardPoints,
  ScorecardRow,
} from './types';

type Row = Pick<ScorecardRow, 'check' | 'state'>;

/**
 * The level that a service stands on: the highest of which it meets everything, and
 * everything of the levels below. What is unknown meets nothing.
 */
export function standingOf(
  { levels }: Pick<Scorecard, 'levels'>,
  rows: readonly Row[],
  points: ScorecardPoints,
): LevelStanding {
  if (points.total === 0) return {};
  const states = new Map(rows.map(({ check, state }) => [check, state]));
  const worst = { share: points.pass, accepts: ['pass', 'not-applicable'] };
  const best = {
    share: points.pass + points.unknown,
    accepts: [...worst.accepts, 'unknown'],
  };
  const unmet = (level: ScorecardLevel, { share, accepts }: typeof worst) => ({
    missing: level.requires.filter(
      check => !accepts.includes(states.get(check) ?? 'fail'),
    ),
    // In whole numbers: a score that was rounded decides nothing.
    tooLow:
      level.atLeast !== undefined && share * 100 < level.atLeast * points.total,
  });
  const stops = (level: ScorecardLevel, at: typeof worst) => {
    const { missing, tooLow } = unmet(level, at);
    return missing.length > 0 || tooLow;
  };
  const reached = climb(levels, level => stops(level, worst));
  const atBest = climb(levels, level => stops(level, best));
  const next = levels.at(reached + 1);
  const lacking = next && unmet(next, worst);
  return {
    ...(reached >= 0 && { reached: levels[reached].id }),
    ...(atBest >= 0 && { atBest: levels[atBest].id }),
    ...(next &&
      lacking && {
        next: {
          level: next.id,
          missing: lacking.missing,
          ...(lacking.tooLow && { atLeast: next.atLeast }),
        },
      }),
  };
}

/** Index of the last level before the first that stops; -1: the lowest does. */
function climb(
  levels: readonly ScorecardLevel[],
  stops: (level: ScorecardLevel) => boolean,
): number {
  const first = levels.findIndex(stops);
  return (first === -1 ? levels.length : first) - 1;
}
