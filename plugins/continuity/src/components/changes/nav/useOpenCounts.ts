import {
  useOverrides,
  useLiveUpdates,
  useUnauthorisedDeployments,
  type Resource,
} from '@continuity/plugin-continuity-react';
import type { Page } from '@continuity/plugin-continuity-common';
import { OPEN_OVERRIDES } from '../overrides/shared/overrideStates';
import { useEffect, useRef } from 'react';
import type { ChangesSubPage } from './pages';

/** As many as are counted; that there are more is as good as how many. */
const MOST = 20;
const EVERY_MS = 30_000;

/**
 * How many wait for somebody on each page. Absent: none, or it is not known.
 *
 * @param place - where the reader is; they are counted again when that is somewhere else
 */
export function useOpenCounts(
  place: string,
): Partial<Record<ChangesSubPage, string>> {
  const overrides = useOverrides({ state: OPEN_OVERRIDES.join(), limit: MOST });
  const unauthorised = useUnauthorisedDeployments({ open: true, limit: MOST });
  const count = () => {
    for (const found of [overrides, unauthorised]) {
      if (found.state !== 'loading') found.retry();
    }
  };
  useLiveUpdates(count, { about: 'override' }, EVERY_MS);
  const latest = useRef(count);
  latest.current = count;
  useEffect(() => latest.current(), [place]);
  return {
    overrides: countOf(overrides),
    unauthorised: countOf(unauthorised),
  };
}

function countOf(found: Resource<Page<unknown>>): string | undefined {
  if (found.state !== 'ready') return undefined;
  const { items, nextCursor } = found.value;
  if (items.length === 0) return undefined;
  return nextCursor ? `${items.length}+` : String(items.length);
}
