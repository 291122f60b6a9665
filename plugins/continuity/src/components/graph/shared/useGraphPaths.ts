import { useRouteRef } from '@backstage/core-plugin-api';
import { useMemo } from 'react';
import { graphLinkRouteRef } from '../../../routes';
import { formatExplore, type ExploreAddress } from './graphAddress';

export interface GraphPaths {
  explore: (address?: ExploreAddress) => string;
  findings: (filters?: Record<string, string>) => string;
  saas: () => string;
}

/** The addresses of the pages about dependencies. Absent in a portal without them. */
export function useGraphPaths(): GraphPaths | undefined {
  const base = useRouteRef(graphLinkRouteRef)?.();
  return useMemo(() => {
    if (base === undefined) return undefined;
    const at = (path: string, params: URLSearchParams) => {
      const query = params.toString();
      return query ? `${base}${path}?${query}` : `${base}${path}`;
    };
    return {
      explore: (address = {}) => at('', formatExplore(address)),
      findings: (filters = {}) => at('/findings', new URLSearchParams(filters)),
      saas: () => at('/third-parties', new URLSearchParams()),
    };
  }, [base]);
}
