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
export const VIEWS = ['groups', 'each'] as const;

type FindingFilters = Pick<
  GraphFindingsQuery & object,
  'entity' | 'owner' | 'kind' | 'severity' | 'exempted' | 'text'
>;

/** What is asked for, and how it is shown. */
export type FindingQuestion = FindingFilters & {
  /** Absent: `groups`. */
  view?: (typeof VIEWS)[number];
};

/** Reads an address. What cannot be read is as if it were not there. */
export function parseFindingFilters(params: URLSearchParams): FindingQuestion {
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
    view: oneOf('view', VIEWS),
  };
}

export function formatFindingFilters(
  filters: FindingQuestion,
): URLSearchParams {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) {
    if (value) params.set(name, value);
  }
  return params;
}

/** The filters in the address, so that a list can be shared, and how to change them. */
export function useFindingFilters(): [
  FindingQuestion,
  (part: Partial<FindingQuestion>) => void,
] {
  const [params, setParams] = useSearchParams();
  const filters = useMemo(() => parseFindingFilters(params), [params]);
  const change = useCallback(
    (part: Partial<FindingQuestion>) =>
      setParams(
        before =>
          formatFindingFilters({ ...parseFindingFilters(before), ...part }),
        { replace: true },
      ),
    [setParams],
  );
  return [filters, change];
}
