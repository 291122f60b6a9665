import { useCallback, useEffect, useRef, useState } from 'react';

export interface Unsaved {
  /** Whether something was typed that would be lost. */
  isUnsaved: () => boolean;
  /** It was saved, so it can be left. */
  settle: () => void;
}

/** Compares what stands in a form with what it began with. */
export function useUnsaved(form: object): Unsaved {
  const typed = JSON.stringify(form);
  const [initial] = useState(typed);
  const isDirty = useRef(false);
  const isSettled = useRef(false);
  useEffect(() => {
    isDirty.current = typed !== initial;
  }, [typed, initial]);
  return {
    isUnsaved: useCallback(() => isDirty.current && !isSettled.current, []),
    settle: useCallback(() => {
      isSettled.current = true;
    }, []),
  };
}
