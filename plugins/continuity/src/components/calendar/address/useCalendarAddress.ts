import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';
import {
  formatAddress,
  parseAddress,
  type CalendarAddress,
} from './calendarAddress';

export type ChangeAddress = (
  part: Partial<CalendarAddress>,
  options?: { push?: boolean },
) => void;

/**
 * What the address describes, and how to change it. A change of anything but the page of
 * the list leads back to its first page. With `push` the back button undoes it.
 */
export function useCalendarAddress(): [CalendarAddress, ChangeAddress] {
  const [params, setParams] = useSearchParams();
  const address = useMemo(() => parseAddress(params), [params]);
  const change = useCallback<ChangeAddress>(
    (part, { push = false } = {}) =>
      setParams(
        before => formatAddress({ ...parseAddress(before), page: 0, ...part }),
        { replace: !push },
      ),
    [setParams],
  );
  return [address, change];
}
