import { useApi } from '@backstage/core-plugin-api';
import type { Change } from '@continuity/plugin-continuity-common';
import {
  continuityApiRef,
  useChange,
} from '@continuity/plugin-continuity-react';
import { useCallback } from 'react';
import { useLive, type Live } from '../shared/useLive';

export interface LiveChange extends Live<Change> {
  /** Loads the newest version at once. */
  load: () => Promise<Change>;
}

const isOlder = (answer: Change, known: Change) =>
  answer.summary.revision < known.summary.revision;

/** A change that follows what others do to it. */
export function useLiveChange(id: string): LiveChange {
  const api = useApi(continuityApiRef);
  const live = useLive(useChange(id), { about: 'change', id }, isOlder);
  const { show } = live;
  const load = useCallback(async () => {
    const newest = await api.getChange(id);
    show(newest);
    return newest;
  }, [api, id, show]);
  return { ...live, load };
}
