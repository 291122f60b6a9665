import { useRouteRef } from '@backstage/core-plugin-api';
import { useCallback } from 'react';
import { calendarLinkRouteRef } from '../../../routes';
import {
  formatAddress,
  type CalendarAddress,
} from '../address/calendarAddress';

export interface CalendarPaths {
  /** The calendar, showing what the parts of the address say. */
  calendar: (address?: Partial<CalendarAddress>) => string;
  /** Where a time to deploy is found. @param entity - ref of a service; absent: any */
  plan: (entity?: string) => string;
  newWindow: string;
  /** Where a window made in the portal is changed. @param id - its portal window id */
  editWindow: (id: string) => string;
}

/** The addresses of the calendar. Absent in a portal that has not got its page. */
export function useCalendarPaths(): CalendarPaths | undefined {
  const base = useRouteRef(calendarLinkRouteRef)?.();
  const calendar = useCallback(
    (address: Partial<CalendarAddress> = {}) => {
      const query = formatAddress(address).toString();
      return query ? `${base}?${query}` : `${base}`;
    },
    [base],
  );
  const editWindow = useCallback(
    (id: string) => `${base}/windows/${encodeURIComponent(id)}`,
    [base],
  );
  const plan = useCallback(
    (entity?: string) =>
      entity
        ? `${base}/plan?${new URLSearchParams({ entity })}`
        : `${base}/plan`,
    [base],
  );
  if (base === undefined) return undefined;
  return { calendar, plan, newWindow: `${base}/windows/new`, editWindow };
}
