import type { ScorecardPoints, ScorecardRow, ScoreRange } from './types';

/** Weights by what became of them; what does not apply is in none. */
export function countPoints(
  rows: readonly Pick<ScorecardRow, 'state' | 'weight' | 'exemption'>[],
): ScorecardPoints {
  const points = { pass: 0, fail: 0, unknown: 0, exempt: 0, total: 0 };
  for (const { state, weight, exemption } of rows) {
    if (state === 'not-applicable') continue;
    points[state] += weight;
    points.total += weight;
    if (exemption && state !== 'pass') points.exempt += weight;
  }
  return points;
}

/** Absent: nothing applies, and a part of nothing is no score. */
export function scoreOf({
  pass,
  unknown,
  total,
}: ScorecardPoints): ScoreRange | undefined {
  return total === 0
    ? undefined
    : { worst: percent(pass, total), best: percent(pass + unknown, total) };
}

/** Rounded down, so that 99.96 % is not shown as all of it. */
function percent(part: number, total: number): number {
  return Math.floor((part * 1000) / total) / 10;
}
