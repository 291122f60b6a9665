import { useEffect, useRef } from 'react';

/**
 * Does something again and again while the page is looked at, and at once when the reader
 * comes back to it. Not while it is hidden.
 */
export function useRegularly(work: () => void, everyMs: number): void {
  const latest = useRef(work);
  latest.current = work;
  useEffect(() => {
    const run = () => {
      if (document.visibilityState !== 'hidden') latest.current();
    };
    const timer = setInterval(run, everyMs);
    window.addEventListener('focus', run);
    document.addEventListener('visibilitychange', run);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', run);
      document.removeEventListener('visibilitychange', run);
    };
  }, [everyMs]);
}
