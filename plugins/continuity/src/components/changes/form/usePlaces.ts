import { useApi } from '@backstage/core-plugin-api';
import {
  continuityApiRef,
  useResource,
} from '@continuity/plugin-continuity-react';

const DAY_MS = 86_400_000;

/** Environments and regions to choose from. The form works without, by typing. */
export function usePlaces(): { environments: string[]; regions: string[] } {
  const api = useApi(continuityApiRef);
  const view = useResource(async signal => {
    const from = new Date();
    const to = new Date(from.getTime() + DAY_MS);
    return api.getCalendarView(
      { from: from.toISOString(), to: to.toISOString() },
      { signal },
    );
  }, 'places');
  if (view.state !== 'ready') return { environments: [], regions: [] };
  const { environments, regions } = view.value.filters;
  return { environments, regions };
}
