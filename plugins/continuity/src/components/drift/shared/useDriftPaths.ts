import { useRouteRef } from '@backstage/core-plugin-api';
import { parseEntityRef } from '@backstage/catalog-model';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import type { DriftAgainst } from '@continuity/plugin-continuity-common';
import { useMemo } from 'react';
import { driftLinkRouteRef } from '../../../routes';
import { REF } from '../../shared/readActor';
import { scanKey, type Place } from './placeOf';

export interface DriftPaths {
  /** Who drifts. @param filters - as the address of the page names them */
  list: (filters?: Record<string, string>) => string;
  /** The parity of environments. */
  parity: () => string;
}

/** The addresses of the pages about drift. Absent in a portal without them. */
export function useDriftPaths(): DriftPaths | undefined {
  const base = useRouteRef(driftLinkRouteRef)?.();
  return useMemo(() => {
    if (base === undefined) return undefined;
    return {
      list: (filters = {}) => {
        const query = new URLSearchParams(filters).toString();
        return query ? `${base}?${query}` : base;
      },
      parity: () => `${base}/parity`,
    };
  }, [base]);
}

/** Where the findings of a scan are read: on the tab of its service. Absent without a catalog. */
export function useScanPath(): (
  scan: Place & { entityRef: string; against: DriftAgainst },
) => string | undefined {
  const route = useRouteRef(entityRouteRef);
  return scan => {
    if (!route || !REF.test(scan.entityRef)) return undefined;
    const query = new URLSearchParams({ drift: scanKey(scan) });
    // The tab has its place in the page of an entity by its path, in both frontend systems.
    return `${route(parseEntityRef(scan.entityRef))}/continuity?${query}`;
  };
}
