import { useScorecardSummary } from '@continuity/plugin-continuity-react';
import { useTierName } from './useTierName';

/** Tiers that a scorecard has services of, and what they are called. */
export function useTiers(scorecard: string): {
  ids: string[];
  /** Its id, where nothing is known of a tier. */
  titleOf: (id: string) => string;
} {
  const nameOf = useTierName();
  const summary = useScorecardSummary(scorecard, { by: 'tier' });
  const rows = summary.state === 'ready' ? summary.value.total.byTier : [];
  return {
    ids: rows.map(({ tier }) => tier),
    titleOf: id => nameOf(rows.find(({ tier }) => tier === id) ?? { tier: id }),
  };
}
