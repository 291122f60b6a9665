import { useCallback, useEffect, useRef, useState } from 'react';

export type Task<T> =
  | { state: 'idle' }
  | { state: 'busy' }
  | { state: 'done'; value: T }
  | { state: 'failed'; error: Error };

/**
 * Something that is done at a press. One at a time: a second press while the first is
 * under way does nothing.
 */
export function useTask<Input, T>(
  work: (input: Input) => Promise<T>,
): [Task<T>, (input: Input) => Promise<void>] {
  const [task, setTask] = useState<Task<T>>({ state: 'idle' });
  const busy = useRef(false);
  const shown = useRef(true);
  const latest = useRef(work);
  latest.current = work;

  useEffect(() => {
    shown.current = true;
    return () => {
      shown.current = false;
    };
  }, []);

  const run = useCallback(async (input: Input) => {
    if (busy.current) return;
    busy.current = true;
    setTask({ state: 'busy' });
    const outcome = await latest.current(input).then(
      (value): Task<T> => ({ state: 'done', value }),
      (reason): Task<T> => ({
        state: 'failed',
        error: reason instanceof Error ? reason : new Error(String(reason)),
      }),
    );
    busy.current = false;
    if (shown.current) setTask(outcome);
  }, []);

  return [task, run];
}
