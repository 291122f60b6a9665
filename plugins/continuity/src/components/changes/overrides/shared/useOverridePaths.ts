import { useMemo } from 'react';
import type { OverrideState } from '@continuity/plugin-continuity-common';
import { useChangePaths } from '../../shared/useChangePaths';
import { formatWish, type OverrideWish } from '../form/overrideWish';

export interface OverridePaths {
  /** @param state - absent: all of them */
  list: (state?: OverrideState) => string;
  override: (id: string) => string;
  /** @param wish - what the form begins with */
  ask: (wish?: OverrideWish) => string;
}

/** The addresses of overrides. Absent in a portal that has not got the page of changes. */
export function useOverridePaths(): OverridePaths | undefined {
  const base = useChangePaths()?.page('overrides');
  return useMemo(() => {
    if (base === undefined) return undefined;
    return {
      list: state => (state ? `${base}?state=${state}` : base),
      override: id => `${base}/${encodeURIComponent(id)}`,
      ask: wish => {
        const query = wish ? formatWish(wish).toString() : '';
        return query ? `${base}/new?${query}` : `${base}/new`;
      },
    };
  }, [base]);
}
