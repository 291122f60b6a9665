import { useApi } from '@backstage/core-plugin-api';
import type {
  ChangesQuery,
  ChangeSummary,
} from '@continuity/plugin-continuity-common';
import {
  continuityApiRef,
  useChanges,
} from '@continuity/plugin-continuity-react';
import { usePages, type Pages } from '../../shared/usePages';

/** The changes that a question finds, page by page. */
export function useChangePages(query: ChangesQuery): Pages<ChangeSummary> {
  const api = useApi(continuityApiRef);
  return usePages(useChanges(query), cursor =>
    api.listChanges({ ...query, cursor }),
  );
}
