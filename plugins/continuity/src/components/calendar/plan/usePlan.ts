import { useApi } from '@backstage/core-plugin-api';
import type {
  Simulation,
  SimulationRequest,
} from '@continuity/plugin-continuity-common';
import {
  continuityApiRef,
  useResource,
  type Resource,
} from '@continuity/plugin-continuity-react';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { formatPlan, parsePlan, type PlanQuestion } from './planQuestion';

/** The question in the address, so that it can be shared, and how to change it. */
export function usePlanQuestion(): [
  PlanQuestion,
  (part: Partial<PlanQuestion>) => void,
] {
  const [params, setParams] = useSearchParams();
  const question = useMemo(() => parsePlan(params), [params]);
  const change = useCallback(
    (part: Partial<PlanQuestion>) =>
      setParams(before => formatPlan({ ...parsePlan(before), ...part }), {
        replace: true,
      }),
    [setParams],
  );
  return [question, change];
}

/** What the windows say to a plan. A former answer is never shown as one to this plan. */
export function usePlanAnswer(
  request: SimulationRequest,
): Resource<Simulation> {
  const api = useApi(continuityApiRef);
  return useResource(
    signal => api.simulate(request, { signal }),
    JSON.stringify(request),
  );
}
