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

/** Details that open leave the list where it is. */
const KEEPS_PAGE = new Set(['open', 'page']);

/**
 * What the address describes, and how to change it. A change of what the list holds leads
 * back to its first page. With `push` the back button undoes it.
 */
export function useCalendarAddress(): [CalendarAddress, ChangeAddress] {
  const [params, setParams] = useSearchParams();
  const address = useMemo(() => parseAddress(params), [params]);
  const change = useCallback<ChangeAddress>(
    (part, { push = false } = {}) =>
      setParams(
        before => {
          const { page, ...rest } = parseAddress(before);
          const keeps = Object.keys(part).every(name => KEEPS_PAGE.has(name));
          return formatAddress({ ...rest, page: keeps ? page : 0, ...part });
        },
        { replace: !push },
      ),
    [setParams],
  );
  return [address, change];
}
