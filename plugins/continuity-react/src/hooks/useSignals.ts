import { useApiHolder } from '@backstage/core-plugin-api';
import { signalApiRef } from '@backstage/plugin-signals-react';
import { useEffect, useRef } from 'react';
import { useRegularly } from './useRegularly';

/** Signals that come close together are one reason to ask again, not several. */
const GATHER_MS = 250;
/** Many pages that show a list must not all ask in the same moment. */
const SPREAD_MS = 750;

/**
 * Asks again when a signal says so, and regularly all the same, because a signal may be lost
 * and a portal may have none.
 *
 * @param work - is called while the page is looked at
 * @param channel - of Backstage's signals
 * @param concerns - whether a signal is about what is shown
 * @param options - `everyMs`: how often it is asked without a signal; `spread`: many pages
 *   may show it, so each waits for a moment of its own
 */
export function useSignals(
  work: () => void,
  channel: string,
  concerns: (message: Record<string, unknown>) => boolean,
  { everyMs, spread }: { everyMs: number; spread: boolean },
): void {
  const signals = useApiHolder().get(signalApiRef);
  const latest = useRef({ work, concerns });
  latest.current = { work, concerns };
  useRegularly(work, everyMs);
  useEffect(() => {
    if (!signals) return undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const run = () => {
      timer = undefined;
      if (document.visibilityState !== 'hidden') latest.current.work();
    };
    const delay = GATHER_MS + (spread ? Math.random() * SPREAD_MS : 0);
    const subscription = signals.subscribe(channel, message => {
      if (latest.current.concerns(message)) timer ??= setTimeout(run, delay);
    });
    return () => {
      clearTimeout(timer);
      subscription.unsubscribe();
    };
  }, [signals, channel, spread]);
}
