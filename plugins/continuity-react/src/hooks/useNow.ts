import { useEffect, useState } from 'react';

/**
 * The present instant in epoch milliseconds, renewed at an interval, so that ages and
 * markers stay true on a page that is left open.
 */
export function useNow(intervalMs: number = 30_000): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), intervalMs);
    return () => clearInterval(timer);
  }, [intervalMs]);
  return now;
}
