import type { ScorecardRollUp } from '@continuity/plugin-continuity-common';

/** Whether some check applies to some service of a group. */
export function isJudged({ byTier }: Pick<ScorecardRollUp, 'byTier'>): boolean {
  return byTier.some(({ lowestScore }) => lowestScore !== undefined);
}
