import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';

/**
 * Puts the focus where it is needed once something was tried: to the first field that is
 * wrong, or back to where it was. A button that is disabled while it works loses it, and
 * whoever uses a keyboard would begin at the top of the page.
 *
 * @returns for the element that holds the fields
 */
export function useFocusAfter<T extends HTMLElement>(
  isBusy: boolean,
): RefObject<T> {
  const container = useRef<T>(null);
  const before = useRef<Element | null>(null);
  useLayoutEffect(() => {
    if (isBusy) before.current = document.activeElement;
  }, [isBusy]);
  useEffect(() => {
    if (isBusy || before.current === null) return;
    const wrong = container.current?.querySelector<HTMLElement>(
      '[aria-invalid="true"]',
    );
    const target = wrong ?? before.current;
    before.current = null;
    if (target instanceof HTMLElement && target.isConnected) target.focus();
  }, [isBusy]);
  return container;
}
