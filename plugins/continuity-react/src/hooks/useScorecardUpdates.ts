import { SCORECARD_SIGNALS } from '@continuity/plugin-continuity-common';
import { useSignals } from './useSignals';

/**
 * Asks again when the backend tells that a scorecard has other results, and regularly all
 * the same, because a signal may be lost and a portal may have none.
 *
 * @param work - is called while the page is looked at
 * @param everyMs - how often it is asked without a signal
 * @param scorecard - id of the one that is shown. Absent: any of them may be
 */
export function useScorecardUpdates(
  work: () => void,
  everyMs: number,
  scorecard?: string,
): void {
  useSignals(
    work,
    SCORECARD_SIGNALS,
    message => scorecard === undefined || message.scorecard === scorecard,
    { everyMs, spread: true },
  );
}
