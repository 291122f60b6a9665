import type {
  FreezeWindow,
  FreezeWindowDeclaration,
  OccurrenceOverride,
  WindowLength,
} from '../types';

type DeclaredOverride = NonNullable<
  FreezeWindowDeclaration['overrides']
>[number];

/**
 * A window as people write it, for showing and handing on: the inverse of
 * `parseFreezeWindow`. It stands for itself - owner, zone and the whole scope are
 * written out, so that no calendar's defaults change it - and leaves out what means
 * the same when absent.
 */
export function declareWindow(window: FreezeWindow): FreezeWindowDeclaration {
  const { effect, enforcement, onRunning, rollbacksExempt, scope } = window;
  const timeOf = window.allDay ? dateOf : (wall: string) => wall;
  return {
    id: window.id,
    title: window.title,
    reason: window.reason,
    owner: window.owner,
    ...(window.link !== undefined && { link: window.link }),
    ...(effect !== 'freeze' && { effect }),
    ...(enforcement !== 'block' && { enforcement }),
    ...(onRunning !== 'finish' && { onRunning }),
    ...(!rollbacksExempt && { rollbacksExempt }),
    start: timeOf(window.start),
    ...declareLength(window.length, timeOf),
    timezone: window.timezone,
    ...(window.rrule !== undefined && { rrule: window.rrule }),
    ...(window.rdates.length > 0 && {
      rdates: window.rdates.map(({ start, end }) =>
        end === undefined
          ? timeOf(start)
          : { start: timeOf(start), end: timeOf(end) },
      ),
    }),
    ...(window.exdates.length > 0 && { exdates: window.exdates.map(timeOf) }),
    ...(window.overrides.length > 0 && {
      overrides: window.overrides.map(one => declareOverride(one, timeOf)),
    }),
    ...(Object.keys(scope).length > 0 && { scope }),
  };
}

function declareOverride(
  { occurrence, start, length, title, reason }: OccurrenceOverride,
  timeOf: (wall: string) => string,
): DeclaredOverride {
  return {
    occurrence: timeOf(occurrence),
    ...(start !== undefined && { start: timeOf(start) }),
    ...(length && declareLength(length, timeOf)),
    ...(title !== undefined && { title }),
    ...(reason !== undefined && { reason }),
  };
}

function declareLength(
  length: WindowLength,
  timeOf: (wall: string) => string,
): { end: string } | { duration: string } {
  return length.by === 'end'
    ? { end: timeOf(length.end) }
    : { duration: length.duration };
}

function dateOf(wall: string): string {
  return wall.slice(0, 10);
}
