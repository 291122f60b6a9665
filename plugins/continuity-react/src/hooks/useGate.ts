import { useApi } from '@backstage/core-plugin-api';
import { useEffect } from 'react';
import { continuityApiRef } from '../api/continuityApiRef';
import type {
  GateDecision,
  GateRequest,
} from '@continuity/plugin-continuity-common';
import { useResource, type Resource } from './useResource';

/** Never asks more often than this, whatever an answer says about itself. */
const SHORTEST_WAIT_MS = 1_000;
/** `setTimeout` overflows beyond 2^31 - 1 ms and would fire at once. */
const LONGEST_WAIT_MS = 24 * 60 * 60 * 1000;

/**
 * How long an answer stands, in milliseconds from its arrival: until it may no longer
 * be relied on or is known to change. Computed from the server's own instants only, so
 * that a wrong clock of the reader does no harm.
 */
export function reliableForMs(decision: GateDecision): number {
  const decided = Date.parse(decision.decidedAt);
  const ends = [decision.validUntil, decision.nextChange?.at]
    .filter((at): at is string => at !== undefined)
    .map(at => Date.parse(at));
  const wait = Math.min(...ends) - decided;
  return Number.isFinite(wait)
    ? Math.min(Math.max(wait, SHORTEST_WAIT_MS), LONGEST_WAIT_MS)
    : SHORTEST_WAIT_MS;
}

/**
 * What the gate would answer now, without recording it. Asks again by itself when the
 * answer may no longer be relied on; until the new one is there, none is shown.
 */
export function useGate(
  request: Pick<GateRequest, 'entity' | 'environment' | 'region' | 'class'>,
): Resource<GateDecision> {
  const api = useApi(continuityApiRef);
  const { entity, environment, region, class: releaseClass } = request;
  const gate = useResource(
    signal =>
      api.decide(
        { entity, environment, region, class: releaseClass, dryRun: true },
        { signal },
      ),
    JSON.stringify([entity, environment, region, releaseClass]),
  );

  const decision = gate.state === 'ready' ? gate.value : undefined;
  const retry = gate.state === 'ready' ? gate.retry : undefined;
  useEffect(() => {
    if (!decision || !retry) return undefined;
    const timer = setTimeout(retry, reliableForMs(decision));
    return () => clearTimeout(timer);
  }, [decision, retry]);

  return gate.state === 'ready' && gate.refreshing
    ? { state: 'loading' }
    : gate;
}
