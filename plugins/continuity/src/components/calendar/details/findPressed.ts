import type { OpenWindow } from '../address/calendarAddress';
import type { OccurrenceIndex } from '../layout/occurrenceIndex';
import type { PressedOccurrence } from './WindowDetails';

/** What the calendar itself knows of a window whose details are open. */
export function findPressed(
  index: OccurrenceIndex,
  open: OpenWindow,
): { title: string; pressed?: PressedOccurrence } | undefined {
  const at = index.windows.findIndex(
    ({ calendarRef, windowId }) =>
      calendarRef === open.calendarRef && windowId === open.windowId,
  );
  if (at < 0) return undefined;
  const { title, timezone } = index.windows[at];
  const start = Date.parse(open.at ?? '');
  const position = index
    .ofWindow(at)
    .find(known => index.starts[known] === start);
  if (position === undefined) return { title };
  const occurrence = index.occurrence(position);
  return {
    title: occurrence.title ?? title,
    pressed: {
      start,
      end: index.ends[position],
      timezone,
      note: occurrence.note,
    },
  };
}
