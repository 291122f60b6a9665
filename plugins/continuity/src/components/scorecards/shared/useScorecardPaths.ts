import { useRouteRef } from '@backstage/core-plugin-api';
import { useMemo } from 'react';
import { scorecardsLinkRouteRef } from '../../../routes';

export interface ScorecardPaths {
  /** Services by check. @param filters - as the address of the page names them */
  heatMap: (filters?: Record<string, string>) => string;
  /** The exemptions. */
  exemptions: () => string;
  /** The campaigns. */
  campaigns: () => string;
  /** The form that makes a campaign. */
  newCampaign: () => string;
  campaign: (id: string) => string;
  /** The form that changes a campaign. */
  editCampaign: (id: string) => string;
}

/** The addresses of the pages about scorecards. Absent in a portal without them. */
export function useScorecardPaths(): ScorecardPaths | undefined {
  const base = useRouteRef(scorecardsLinkRouteRef)?.();
  return useMemo(() => {
    if (base === undefined) return undefined;
    return {
      heatMap: (filters = {}) => {
        const query = new URLSearchParams(filters).toString();
        return query ? `${base}?${query}` : base;
      },
      exemptions: () => `${base}/exemptions`,
      campaigns: () => `${base}/campaigns`,
      newCampaign: () => `${base}/campaigns/new`,
      campaign: id => `${base}/campaigns/${encodeURIComponent(id)}`,
      editCampaign: id => `${base}/campaigns/${encodeURIComponent(id)}/edit`,
    };
  }, [base]);
}
