import type { FreezeCalendar } from '@continuity/engine';
import type { ReadDraft } from '../readDraft';

/**
 * Calendars with the window that a draft replaces as it counts today: also one that
 * cannot be read closes what it might cover, and would cease to.
 */
export function withReplaced(
  calendars: FreezeCalendar[],
  before: ReadDraft['before'],
): FreezeCalendar[] {
  if (!before) {
    return calendars;
  }
  const [window] = before.windows;
  return [
    ...calendars.map(calendar =>
      calendar.ref === before.ref
        ? {
            ...calendar,
            windows: calendar.windows.filter(({ id }) => id !== window.id),
          }
        : calendar,
    ),
    before,
  ];
}
