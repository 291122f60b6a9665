import type {
  DriftAgainst,
  DriftParityQuery,
  DriftParityState,
  DriftQuery,
} from '@continuity/plugin-continuity-common';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import { STANDINGS } from '../shared/StandingMark';

export const AGAINSTS = [
  'git',
  'baseline',
  'parity',
] as const satisfies readonly DriftAgainst[];
export const PARITY_STATES = [
  'findings',
  'not-compared',
  'in-sync',
] as const satisfies readonly DriftParityState[];
/** For how many days somebody drifts at least. */
export const AGES = [1, 7, 30, 90] as const;

/** What the pages about drift are narrowed to. */
export interface DriftAddress {
  text?: string;
  owner?: string;
  tier?: string;
  environment?: string;
  against?: DriftAgainst;
  standing?: (typeof STANDINGS)[number];
  olderThanDays?: number;
  /** Of the parity of environments only. */
  state?: DriftParityState;
}

/** Reads an address. What cannot be read is as if it were not there. */
export function parseDrift(params: URLSearchParams): DriftAddress {
  const text = (name: string, most: number) =>
    params.get(name)?.slice(0, most) || undefined;
  const oneOf = <T extends string>(name: string, choices: readonly T[]) =>
    choices.find(choice => choice === params.get(name));
  const days = params.get('olderThanDays') ?? '';
  return {
    text: text('text', 200),
    owner: text('owner', 400),
    tier: text('tier', 63),
    environment: text('environment', 100),
    against: oneOf('against', AGAINSTS),
    standing: oneOf('standing', STANDINGS),
    olderThanDays: /^[1-9]\d{0,2}$/.test(days) ? Number(days) : undefined,
    state: oneOf('state', PARITY_STATES),
  };
}

export function formatDrift(address: DriftAddress): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(address)) {
    if (value) params.set(name, String(value));
  }
  return params;
}

const services = ({ text, owner, tier }: DriftAddress) => ({
  ...(owner && { owner: [owner] }),
  ...(tier && { tier: [tier] }),
  ...(text && { text }),
});

/** What the backend is asked for who drifts. */
export function toDriftQuery(address: DriftAddress): NonNullable<DriftQuery> {
  const { environment, against, standing, olderThanDays } = address;
  return {
    ...services(address),
    ...(environment && { environment }),
    ...(against && { against }),
    ...(standing && { standing: [standing] }),
    ...(olderThanDays && { olderThanDays }),
  };
}

/** What the backend is asked for the parity of environments. */
export function toParityQuery(
  address: DriftAddress,
): NonNullable<DriftParityQuery> {
  const { state } = address;
  return { ...services(address), ...(state && { state }) };
}

export type ChangeDriftAddress = (part: Partial<DriftAddress>) => void;

/** What the address says, so that a view can be shared, and how to change it. */
export function useDriftAddress(): [
  DriftAddress,
  ChangeDriftAddress,
  () => void,
] {
  const [params, setParams] = useSearchParams();
  const address = useMemo(() => parseDrift(params), [params]);
  const change: ChangeDriftAddress = useCallback(
    part =>
      setParams(before => formatDrift({ ...parseDrift(before), ...part }), {
        replace: true,
      }),
    [setParams],
  );
  const clear = useCallback(
    () => setParams(new URLSearchParams(), { replace: true }),
    [setParams],
  );
  return [address, change, clear];
}
