import type { RowState, Scorecard } from '../scorecards';
import { countPoints } from '../scorecards/scorecard/score';
import { standingOf } from '../scorecards/scorecard/standing';
import type { TowardsLevel } from './types';

/** What came of a check, as far as a level depends on it. */
export interface TowardsRow {
  check: string;
  state: RowState;
  /** An exemption is in force. */
  exempt: boolean;
}

type Card = Pick<Scorecard, 'checks' | 'levels'>;

/**
 * Where a service stands as seen from a level, and what is in its way.
 *
 * @param level - id; one that the scorecard does not have is not known to be reached
 * @param rows - what came of each check. Absent: nothing was judged
 */
export function towardsLevel(
  card: Card,
  level: string,
  rows: readonly TowardsRow[] | undefined,
): TowardsLevel {
  const target = card.levels.findIndex(({ id }) => id === level);
  if (target === -1 || !rows || rows.length === 0) {
    return { standing: 'not-known', missing: [] };
  }
  if (reaches(card, target, rows)) return { standing: 'reached', missing: [] };
  const missing = inTheWay(card, target, rows);
  if (
    reaches(
      card,
      target,
      supposing(rows, ({ exempt }) => exempt),
    )
  ) {
    return { standing: 'exempt', missing };
  }
  const isOpen =
    rows.every(({ state }) => state === 'not-applicable') ||
    reaches(
      card,
      target,
      supposing(rows, ({ state }) => state === 'unknown'),
    );
  return { standing: isOpen ? 'not-known' : 'not-reached', missing };
}

/** Whether a service would stand on a level if one check passed that does not. */
export function wouldReach(
  card: Card,
  level: string,
  rows: readonly TowardsRow[],
  check: string,
): boolean {
  const target = card.levels.findIndex(({ id }) => id === level);
  return (
    target !== -1 &&
    reaches(
      card,
      target,
      supposing(rows, row => row.check === check),
    )
  );
}

/** The rows, if those that do not pass and are meant by `which` did. */
function supposing(
  rows: readonly TowardsRow[],
  which: (row: TowardsRow) => boolean,
): TowardsRow[] {
  return rows.map(row =>
    isOpenRow(row) && which(row) ? { ...row, state: 'pass' } : row,
  );
}

function isOpenRow({ state }: TowardsRow): boolean {
  return state === 'fail' || state === 'unknown';
}

function reaches(
  card: Card,
  target: number,
  rows: readonly TowardsRow[],
): boolean {
  const { reached } = standingOf(card, rows, pointsOf(card, rows));
  return card.levels.findIndex(({ id }) => id === reached) >= target;
}

function pointsOf({ checks }: Card, rows: readonly TowardsRow[]) {
  const weights = new Map(checks.map(({ check, weight }) => [check, weight]));
  return countPoints(
    rows.map(({ check, state }) => ({
      state,
      weight: weights.get(check) ?? 0,
    })),
  );
}

/**
 * What the level and those below require and does not pass; where a score is too low,
 * everything that does not. What somebody is exempt from comes last, and before it what
 * is required, then what weighs most, then what is known to be wrong.
 */
function inTheWay(
  card: Card,
  target: number,
  rows: readonly TowardsRow[],
): string[] {
  const { pass, total } = pointsOf(card, rows);
  const levels = card.levels.slice(0, target + 1);
  const required = new Set(levels.flatMap(({ requires }) => requires));
  // In whole numbers, as levels are.
  const isTooLow = levels.some(
    ({ atLeast }) => atLeast !== undefined && pass * 100 < atLeast * total,
  );
  const weights = new Map(
    card.checks.map(({ check, weight }) => [check, weight]),
  );
  const rank = ({ check, state, exempt }: TowardsRow) => [
    exempt ? 1 : 0,
    required.has(check) ? 0 : 1,
    -(weights.get(check) ?? 0),
    state === 'fail' ? 0 : 1,
  ];
  return rows
    .filter(row => isOpenRow(row) && (isTooLow || required.has(row.check)))
    .map(row => ({ check: row.check, rank: rank(row) }))
    .sort((a, b) => compare(a.rank, b.rank))
    .map(({ check }) => check);
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at === -1 ? 0 : a[at] - b[at];
}
