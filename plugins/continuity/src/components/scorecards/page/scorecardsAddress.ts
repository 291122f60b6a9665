import type {
  ScorecardCheckState,
  ScorecardResultsExportQuery,
} from '@continuity/plugin-continuity-common';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

export const STATES = [
  'fail',
  'unknown',
  'pass',
  'not-applicable',
] as const satisfies readonly ScorecardCheckState[];
export const SORTS = ['risk', 'score', 'name'] as const;
export const EXEMPT = ['yes', 'no'] as const;
/** What services are rolled up by. */
export const GROUPINGS = ['owner', 'system'] as const;

/** Which scorecard is looked at, and what it is narrowed to. */
export interface ScorecardsAddress {
  /** Absent: the first one. */
  scorecard?: string;
  owner?: string;
  system?: string;
  tier?: string;
  /** Id of a level, or `none`. */
  level?: string;
  /** The check that `state` and `exempt` are about. Absent: any. */
  check?: string;
  state?: (typeof STATES)[number];
  exempt?: (typeof EXEMPT)[number];
  text?: string;
  /** Absent: `risk`. */
  sort?: (typeof SORTS)[number];
  /** Absent: `owner`. */
  by?: (typeof GROUPINGS)[number];
}

/** Reads an address. What cannot be read is as if it were not there. */
export function parseScorecards(params: URLSearchParams): ScorecardsAddress {
  const text = (name: string, most = 200) =>
    params.get(name)?.slice(0, most) || undefined;
  const oneOf = <T extends string>(name: string, choices: readonly T[]) =>
    choices.find(choice => choice === params.get(name));
  return {
    scorecard: text('scorecard', 60),
    owner: text('owner'),
    system: text('system'),
    tier: text('tier', 63),
    level: text('level', 60),
    check: text('check', 100),
    state: oneOf('state', STATES),
    exempt: oneOf('exempt', EXEMPT),
    text: text('text'),
    sort: oneOf('sort', SORTS),
    by: oneOf('by', GROUPINGS),
  };
}

export function formatScorecards(address: ScorecardsAddress): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(address)) {
    if (value) params.set(name, value);
  }
  return params;
}

/** What the backend is asked for the heat map, and for the file of it. */
export function toQuery(
  address: ScorecardsAddress,
): NonNullable<ScorecardResultsExportQuery> {
  const { owner, system, tier, level, check, state, exempt, text, sort } =
    address;
  return {
    ...(owner && { owner: [owner] }),
    ...(system && { system: [system] }),
    ...(tier && { tier: [tier] }),
    ...(level && { level: [level] }),
    ...(check && { check }),
    ...(state && { state: [state] }),
    ...(exempt && { exempt: exempt === 'yes' }),
    ...(text && { text }),
    ...(sort && { sort }),
  };
}

/** Whether anything is left out. */
export function isFiltered(address: ScorecardsAddress): boolean {
  const { sort: _, ...filters } = toQuery(address);
  return Object.keys(filters).length > 0;
}

/** The same scorecard, with nothing left out. */
export const UNFILTERED: Partial<ScorecardsAddress> = {
  owner: undefined,
  system: undefined,
  tier: undefined,
  level: undefined,
  check: undefined,
  state: undefined,
  exempt: undefined,
  text: undefined,
};

export type ChangeAddress = (part: Partial<ScorecardsAddress>) => void;

/** What the address says, so that a view can be shared, and how to change it. */
export function useScorecardsAddress(): [ScorecardsAddress, ChangeAddress] {
  const [params, setParams] = useSearchParams();
  const address = useMemo(() => parseScorecards(params), [params]);
  const change: ChangeAddress = useCallback(
    part =>
      setParams(
        before => formatScorecards({ ...parseScorecards(before), ...part }),
        { replace: true },
      ),
    [setParams],
  );
  return [address, change];
}
