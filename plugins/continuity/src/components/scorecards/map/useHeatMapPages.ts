import type { ScorecardResultsPage } from '@continuity/plugin-continuity-common';
import {
  useScorecardResults,
  useScorecardUpdates,
  type Resource,
} from '@continuity/plugin-continuity-react';
import { useState } from 'react';
import { toQuery, type ScorecardsAddress } from '../page/scorecardsAddress';

/** As many rows as are drawn at once, however many services there are. */
const LIMIT = 50;
const EVERY_MS = 60_000;

export interface HeatMapPages {
  page: Resource<ScorecardResultsPage>;
  /** Absent: this is the first page. */
  onPrevious?: () => void;
  onNext: (cursor: string) => void;
}

/** One page of the heat map. Pages behind the first are of one question; another begins anew. */
export function useHeatMapPages(
  scorecard: string,
  address: ScorecardsAddress,
): HeatMapPages {
  const query = toQuery(address);
  const question = JSON.stringify([scorecard, query]);
  const [place, setPlace] = useState<{ question: string; cursors: string[] }>({
    question,
    cursors: [],
  });
  const cursors = place.question === question ? place.cursors : [];
  const page = useScorecardResults(scorecard, {
    ...query,
    limit: LIMIT,
    cursor: cursors.at(-1),
  });
  useScorecardUpdates(
    () => {
      if (page.state !== 'loading') page.retry();
    },
    EVERY_MS,
    scorecard,
  );
  const go = (next: string[]) => setPlace({ question, cursors: next });
  return {
    page,
    onNext: cursor => go([...cursors, cursor]),
    ...(cursors.length > 0 && { onPrevious: () => go(cursors.slice(0, -1)) }),
  };
}
