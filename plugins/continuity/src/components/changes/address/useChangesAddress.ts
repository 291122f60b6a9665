import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  formatChanges,
  parseChanges,
  type ChangesAddress,
} from './changesAddress';

/** What the address says, and how to change it. */
export function useChangesAddress(): [
  ChangesAddress,
  (part: Partial<ChangesAddress>) => void,
] {
  const [params, setParams] = useSearchParams();
  const address = useMemo(() => parseChanges(params), [params]);
  const change = useCallback(
    (part: Partial<ChangesAddress>) =>
      setParams(before => formatChanges({ ...parseChanges(before), ...part }), {
        replace: true,
      }),
    [setParams],
  );
  return [address, change];
}
