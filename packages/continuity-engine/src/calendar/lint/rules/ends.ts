import { wallOf } from '../../occurrences/windowLength';
import type { CalendarFinding, FreezeWindow } from '../../types';

/**
 * `ends-before-start`, for windows that were not read from a declaration: the reader
 * refuses them.
 */
export function endsBeforeStart(
  window: FreezeWindow,
  path: string | undefined,
): CalendarFinding[] {
  const { start, length, rdates, overrides } = window;
  const times = [
    { field: 'end', start, end: length.by === 'end' ? length.end : undefined },
    ...rdates.map((extra, index) => ({
      field: `rdates.${index}.end`,
      start: extra.start,
      end: extra.end,
    })),
    ...overrides.map((override, index) => ({
      field: `overrides.${index}.end`,
      start: override.start ?? override.occurrence,
      end: override.length?.by === 'end' ? override.length.end : undefined,
    })),
  ];
  return times.flatMap(time =>
    time.end === undefined || wallOf(time.end) > wallOf(time.start)
      ? []
      : [
          {
            rule: 'ends-before-start' as const,
            severity: 'error' as const,
            windowId: window.id,
            ...(path !== undefined && { path: `${path}.${time.field}` }),
            message: `${time.end} is not after ${time.start}, so it would end before it starts.`,
            remedy:
              'Write a later end; of a night the end lies on the next day.',
            dates: [time.start],
          },
        ],
  );
}
