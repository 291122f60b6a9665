import type {
  GraphFindingKind,
  GraphFindingSeverity,
  GraphFindingsQuery,
} from '@continuity/plugin-continuity-common';
import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

export const KINDS = [
  'single-point-of-failure',
  'rto-inversion',
  'rpo-inversion',
  'tier-inversion',
  'recovery-exceeds-rto',
  'availability-below-target',
  'availability-unknown',
  'cycle',
  'self-dependency',
  'unknown-reference',
  'group-too-small',
  'undocumented-dependency',
  'unseen-dependency',
] as const satisfies readonly GraphFindingKind[];
export const SEVERITIES = [
  'high',
  'medium',
  'low',
] as const satisfies readonly GraphFindingSeverity[];
export const EXEMPTED = ['no', 'requested', 'yes'] as const;

export type FindingFilters = Pick<
  GraphFindingsQuery & object,
  'entity' | 'owner' | 'kind' | 'severity' | 'exempted' | 'text'
>;

/** Reads an address. What cannot be read is as if it were not there. */
export function parseFindingFilters(params: URLSearchParams): FindingFilters {
  const text = (name: string) => params.get(name)?.slice(0, 200) || undefined;
  const oneOf = <T extends string>(name: string, choices: readonly T[]) =>
    choices.find(choice => choice === params.get(name));
  return {
    entity: text('entity'),
    owner: text('owner'),
    text: text('text'),
    kind: oneOf('kind', KINDS),
    severity: oneOf('severity', SEVERITIES),
    exempted: oneOf('exempted', EXEMPTED),
  };
}

export function formatFindingFilters(filters: FindingFilters): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) {
    if (value) params.set(name, value);
  }
  return params;
}

/** The filters in the address, so that a list can be shared, and how to change them. */
export function useFindingFilters(): [
  FindingFilters,
  (part: Partial<FindingFilters>) => void,
] {
  const [params, setParams] = useSearchParams();
  const filters = useMemo(() => parseFindingFilters(params), [params]);
  const change = useCallback(
    (part: Partial<FindingFilters>) =>
      setParams(
        before =>
          formatFindingFilters({ ...parseFindingFilters(before), ...part }),
        { replace: true },
      ),
    [setParams],
  );
  return [filters, change];
}
