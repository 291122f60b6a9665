import { useCallback, useEffect, useRef, useState } from 'react';

/**
 * Something that is fetched. A failure replaces an earlier value: what could not be
 * asked again is not shown as if it still held.
 */
export type Resource<T> =
  | { state: 'loading' }
  | { state: 'failed'; error: Error; retry: () => void }
  | {
      state: 'ready';
      value: T;
      /** A newer value is on its way. */
      refreshing: boolean;
      retry: () => void;
    };

export interface UseResourceOptions {
  /**
   * Show the value of the former key while the one of the new key loads. Right for
   * paging through a list; wrong where the old value would be taken for the new answer.
   */
  keepPrevious?: boolean;
}

type Settled<T> = { key: string; attempt: number } & (
  | { ok: true; value: T }
  | { ok: false; error: Error }
);

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error(String(reason));
}

/**
 * Loads a value, and loads it again when `key` changes or `retry` is called.
 * Answers that arrive after their question was replaced are dropped.
 *
 * @param load - asks for the value; is handed a signal that aborts it
 * @param key - identifies the question; equal keys mean the same question
 */
export function useResource<T>(
  load: (signal: AbortSignal) => Promise<T>,
  key: string,
  options: UseResourceOptions = {},
): Resource<T> {
  const [attempt, setAttempt] = useState(0);
  const [settled, setSettled] = useState<Settled<T>>();
  const latestLoad = useRef(load);
  latestLoad.current = load;

  useEffect(() => {
    const controller = new AbortController();
    const settle = (outcome: Settled<T>) => {
      if (!controller.signal.aborted) setSettled(outcome);
    };
    // Starting inside a promise turns a synchronous throw into a rejection.
    Promise.resolve()
      .then(() => latestLoad.current(controller.signal))
      .then(
        value => settle({ key, attempt, ok: true, value }),
        reason => settle({ key, attempt, ok: false, error: asError(reason) }),
      );
    return () => controller.abort();
  }, [key, attempt]);

  const retry = useCallback(() => setAttempt(n => n + 1), []);

  if (!settled) return { state: 'loading' };
  const current = settled.key === key && settled.attempt === attempt;
  if (settled.ok && (settled.key === key || options.keepPrevious)) {
    return {
      state: 'ready',
      value: settled.value,
      refreshing: !current,
      retry,
    };
  }
  if (!settled.ok && current) {
    return { state: 'failed', error: settled.error, retry };
  }
  return { state: 'loading' };
}
