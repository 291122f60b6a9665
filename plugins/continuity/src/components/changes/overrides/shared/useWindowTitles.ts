import { useApi } from '@backstage/core-plugin-api';
import {
  continuityApiRef,
  useResource,
} from '@continuity/plugin-continuity-react';
import { parseRule } from './parseRule';

/** Calendars that are asked for at once; the others keep the names of their rules. */
const MOST = 20;

/** What the window of a rule, and the calendar that it stands in, are called. */
export interface WindowTitle {
  window: string;
  calendar: string;
}

/**
 * What the windows that rules name are called. Until that is known, and for what the reader
 * may not see or what is there no more, nothing: the name of the rule says enough.
 */
export function useWindowTitles(
  rules: readonly string[],
): (rule: string) => WindowTitle | undefined {
  const api = useApi(continuityApiRef);
  const refs = new Set(
    rules.flatMap(rule => {
      const read = parseRule(rule);
      return read && read.kind !== 'check' ? [read.calendarRef] : [];
    }),
  );
  const asked = [...refs].sort().slice(0, MOST);
  const calendars = useResource(
    async signal => {
      const found = await Promise.allSettled(
        asked.map(ref => api.getCalendar(ref, { signal })),
      );
      return found.flatMap(one =>
        one.status === 'fulfilled' ? [one.value] : [],
      );
    },
    JSON.stringify(asked),
    { keepPrevious: true },
  );
  const known = calendars.state === 'ready' ? calendars.value : [];
  return rule => {
    const read = parseRule(rule);
    if (!read || read.kind === 'check') return undefined;
    const calendar = known.find(({ ref }) => ref === read.calendarRef);
    const window = calendar?.items.find(
      ({ windowId }) => windowId === read.windowId,
    );
    return calendar && window
      ? { window: window.title, calendar: calendar.title }
      : undefined;
  };
}
