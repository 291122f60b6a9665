import { useApiHolder } from '@backstage/core-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import {
  CHANGE_SIGNALS,
  type ChangeSignal,
} from '@continuity/plugin-continuity-common';
import { useEffect, useRef } from 'react';
import { useRegularly } from './useRegularly';

/** Signals that come close together are one reason to ask again, not several. */
const GATHER_MS = 250;
/** Many pages that show a list must not all ask in the same moment. */
const SPREAD_MS = 750;

/** What a page shows. */
export interface LiveSubject {
  about: ChangeSignal['about'];
  /** Absent: a list, which any of them may be on. */
  id?: string;
}

/**
 * Asks again when the backend tells that something is not as it is shown, and regularly all
 * the same, because a signal may be lost and a portal may have none.
 *
 * @param work - is called while the page is looked at
 * @param subject - what it shows
 * @param everyMs - how often it is asked without a signal
 */
export function useLiveUpdates(
  work: () => void,
  { about, id }: LiveSubject,
  everyMs: number,
): void {
  const signals = useApiHolder().get(signalApiRef);
  const latest = useRef(work);
  latest.current = work;
  useRegularly(work, everyMs);
  useEffect(() => {
    if (!signals) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const run = () => {
      timer = undefined;
      if (document.visibilityState !== 'hidden') latest.current();
    };
    const delay =
      GATHER_MS + (id === undefined ? Math.random() * SPREAD_MS : 0);
    const subscription = signals.subscribe(CHANGE_SIGNALS, message => {
      const concerns =
        message.about === about && (id === undefined || message.id === id);
      if (concerns) timer ??= setTimeout(run, delay);
    });
    return () => {
      clearTimeout(timer);
      subscription.unsubscribe();
    };
  }, [signals, about, id]);
}
