import { useRouteRef } from '@backstage/core-plugin-api';
import { useMemo } from 'react';
import { changesLinkRouteRef } from '../../../routes';
import { formatChanges, type ChangesAddress } from '../address/changesAddress';
import type { ChangesSubPage } from '../nav/pages';

export interface ChangePaths {
  /** One of the pages that stand beside each other. */
  page: (page: ChangesSubPage) => string;
  list: (address?: Partial<ChangesAddress>) => string;
  change: (id: string) => string;
  edit: (id: string) => string;
  /** @param entity - ref of what is to be changed */
  raise: (entity?: string) => string;
}

/** The addresses of changes. Absent in a portal that has not got their page. */
export function useChangePaths(): ChangePaths | undefined {
  const base = useRouteRef(changesLinkRouteRef)?.();
  return useMemo(() => {
    if (base === undefined) return undefined;
    const at = (path: string, params: URLSearchParams) => {
      const query = params.toString();
      return query ? `${base}${path}?${query}` : `${base}${path}`;
    };
    const change = (id: string) => `${base}/${encodeURIComponent(id)}`;
    return {
      page: page => (page === 'changes' ? base : `${base}/${page}`),
      list: (address = {}) => at('', formatChanges(address)),
      change,
      edit: id => `${change(id)}/edit`,
      raise: entity => at('/new', new URLSearchParams(entity && { entity })),
    };
  }, [base]);
}
