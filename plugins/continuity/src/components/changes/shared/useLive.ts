import {
  isForbidden,
  isNotFound,
  useLiveUpdates,
  type LiveSubject,
  type Resource,
} from '@continuity/plugin-continuity-react';
import { useCallback, useEffect, useState } from 'react';

/** Where no signal comes, often enough that two people talk about the same. */
const EVERY_MS = 15_000;

const never = () => false;

export interface Live<T> {
  value: Resource<T>;
  /** Why it could not be looked up again; what is shown may be old. Absent: it could. */
  notRenewed?: Error;
  /** Shows what a step answered. */
  show: (value: T) => void;
  /** Looks it up again at once. */
  renew: () => void;
}

/**
 * Something that follows what others do to it. What was known stays on the page while it is
 * asked again, also where that fails, because somebody may be typing on it.
 *
 * @param found - it, as it was asked for
 * @param isOlder - whether an answer was given before what is known. Absent: none is
 */
export function useLive<T>(
  found: Resource<T>,
  subject: LiveSubject,
  isOlder: (answer: T, known: T) => boolean = never,
): Live<T> {
  const [known, setKnown] = useState<T>();
  const [problem, setProblem] = useState<Error>();
  const fresh =
    found.state === 'ready' && !found.refreshing ? found.value : undefined;
  const failed = found.state === 'failed' ? found.error : undefined;
  useEffect(() => {
    if (fresh === undefined) return;
    // What was asked before a step may be answered after it.
    setKnown(before =>
      before !== undefined && isOlder(fresh, before) ? before : fresh,
    );
    setProblem(undefined);
  }, [fresh, isOlder]);
  // Stands until it is known better, so that it does not come and go at every attempt.
  useEffect(() => {
    if (failed) setProblem(failed);
  }, [failed]);
  const isGone =
    problem !== undefined && (isForbidden(problem) || isNotFound(problem));
  const isShown = known !== undefined && !isGone;
  const retry = found.state === 'loading' ? undefined : found.retry;
  const renew = useCallback(() => retry?.(), [retry]);
  useLiveUpdates(
    () => {
      if (isShown) renew();
    },
    subject,
    EVERY_MS,
  );
  const show = useCallback(
    (value: T) => {
      setKnown(value);
      // An answer that is on its way was given before this one.
      renew();
    },
    [renew],
  );
  return {
    value: isShown
      ? { state: 'ready', value: known, refreshing: false, retry: renew }
      : found,
    notRenewed: isShown ? problem : undefined,
    show,
    renew,
  };
}
