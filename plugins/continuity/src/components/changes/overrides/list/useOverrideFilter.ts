import type { OverrideState } from '@continuity/plugin-continuity-common';
import { useCallback } from 'react';
import { useSearchParams } from 'react-router-dom';
import { OVERRIDE_STATES } from '../shared/overrideStates';

/** The state that the list is narrowed to, as the address says it; and how to change it. */
export function useOverrideFilter(): [
  OverrideState | undefined,
  (state: string | undefined) => void,
] {
  const [params, setParams] = useSearchParams();
  const state = OVERRIDE_STATES.find(one => one === params.get('state'));
  const choose = useCallback(
    (next: string | undefined) =>
      setParams(next ? { state: next } : {}, { replace: true }),
    [setParams],
  );
  return [state, choose];
}
