import type { ScorecardJudgement, ScorecardRow } from './types';

/**
 * What to do next, first things first: what the next level requires, then what weighs
 * most; what is known to be wrong before what is not known. What somebody is exempt from
 * comes last.
 */
export function nextSteps({
  rows,
  standing,
}: Pick<ScorecardJudgement, 'rows' | 'standing'>): ScorecardRow[] {
  const required = new Set(standing.next?.missing);
  const rank = (row: ScorecardRow) => [
    row.exemption ? 1 : 0,
    required.has(row.check) ? 0 : 1,
    -row.weight,
    row.state === 'fail' ? 0 : 1,
  ];
  return rows
    .filter(({ state }) => state === 'fail' || state === 'unknown')
    .map(row => ({ row, rank: rank(row) }))
    .sort((a, b) => compare(a.rank, b.rank))
    .map(({ row }) => row);
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at === -1 ? 0 : a[at] - b[at];
}
