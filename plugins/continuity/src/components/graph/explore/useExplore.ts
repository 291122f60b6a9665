import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  formatExploreQuestion,
  parseExplore,
  type ExploreQuestion,
} from './exploreQuestion';

/** What the address asks, and how to change it; the back button undoes each change. */
export function useExplore(): [
  ExploreQuestion,
  (part: Partial<ExploreQuestion>) => void,
] {
  const [params, setParams] = useSearchParams();
  const question = useMemo(() => parseExplore(params), [params]);
  const change = useCallback(
    (part: Partial<ExploreQuestion>) =>
      setParams(before =>
        formatExploreQuestion({ ...parseExplore(before), ...part }),
      ),
    [setParams],
  );
  return [question, change];
}
