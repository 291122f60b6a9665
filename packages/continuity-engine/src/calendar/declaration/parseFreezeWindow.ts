import { readShape, showValue, type Problem } from '../../time';
import { CompiledWindow } from '../occurrences/CompiledWindow';
import { windowShape } from './calendarShapes';
import { parseRecurrenceRule } from '../recurrence/parseRecurrenceRule';
import { inheritScope, parseScope } from '../scope/parseScope';
import type { FreezeWindow, WindowScope } from '../types';
import { formatDate, formatWall, parseDeclaredTime } from '../clock/wallTime';
import { parseWindowTimes } from './windowTimes';
import { ZoneClock } from '../clock/ZoneClock';

/** What the calendar hands down to its windows. */
export interface WindowDefaults {
  timezone: string;
  /** Entity ref. */
  owner: string;
  scope: WindowScope;
  tierIds?: readonly string[];
}

/** Reads one window; either the window or at least one problem. */
export function parseFreezeWindow(
  value: unknown,
  path: string,
  defaults: WindowDefaults,
): { ok: true; window: FreezeWindow } | { ok: false; problems: Problem[] } {
  const reading = readShape(windowShape, value, path);
  if (!reading.ok) return reading;
  const declared = reading.value;
  const scope = parseScope(declared.scope, `${path}.scope`, defaults);
  const times = parseWindowTimes(declared, path);
  const problems = [
    ...scope.problems,
    ...times.problems,
    ...ruleProblems(declared.rrule, `${path}.rrule`),
    ...(declared.exdates?.length && declared.rrule === undefined
      ? [
          {
            path: `${path}.exdates`,
            message: `${showValue(
              declared.exdates,
            )} has no meaning for a window that occurs once; expected an rrule beside it`,
          },
        ]
      : []),
  ];
  if (!times.times || problems.length > 0) return { ok: false, problems };
  const { id, title, reason, link, rrule } = declared;
  const window: FreezeWindow = {
    id,
    title,
    reason,
    ...(link !== undefined && { link }),
    owner: defaults.owner,
    effect: 'freeze',
    enforcement: declared.enforcement ?? 'block',
    onRunning: 'finish',
    rollbacksExempt: true,
    timezone: declared.timezone ?? defaults.timezone,
    ...times.times,
    rdates: [],
    overrides: [],
    ...(rrule !== undefined && { rrule: rrule.trim().toUpperCase() }),
    scope: inheritScope(defaults.scope, scope.scope),
  };
  const missed = occurrenceProblems(window, path);
  return missed.length > 0
    ? { ok: false, problems: missed }
    : { ok: true, window };
}

function ruleProblems(rrule: string | undefined, path: string): Problem[] {
  if (rrule === undefined) return [];
  const parsed = parseRecurrenceRule(rrule);
  return parsed.ok ? [] : parsed.messages.map(message => ({ path, message }));
}

/** A window that never takes place, and a cancelled occurrence that is none. */
function occurrenceProblems(window: FreezeWindow, path: string): Problem[] {
  if (window.rrule === undefined) return [];
  const compiled = new CompiledWindow(window, new ZoneClock(window.timezone));
  if (compiled.firstStart() === undefined) {
    return [
      {
        path: `${path}.rrule`,
        message: `${showValue(
          window.rrule,
        )} matches no date within 100 years from ${
          window.start
        }; expected a rule that does`,
      },
    ];
  }
  const problems = window.exdates.flatMap<Problem>((exdate, index) => {
    const wall = parseDeclaredTime(exdate)?.wall;
    if (wall !== undefined && compiled.starts(wall, wall + 1).length > 0) {
      return [];
    }
    return [
      {
        path: `${path}.exdates.${index}`,
        message: `${showValue(
          exdate,
        )} is not the start of an occurrence, so it cancels nothing; expected one such as ${nearestStart(
          compiled,
          wall,
        )}`,
      },
    ];
  });
  if (
    problems.length === 0 &&
    window.exdates.length > 0 &&
    !compiled.takesPlace()
  ) {
    return [
      {
        path: `${path}.exdates`,
        message: `${showValue(
          window.exdates,
        )} cancels every occurrence; expected at least one that takes place`,
      },
    ];
  }
  return problems;
}

/** The start on the same day when there is one, else the first of all. */
function nearestStart(
  compiled: CompiledWindow,
  wall: number | undefined,
): string {
  const day = wall === undefined ? NaN : Date.parse(formatDate(wall));
  const start =
    (Number.isNaN(day)
      ? undefined
      : compiled.starts(day, day + 86_400_000)[0]) ??
    compiled.firstStart();
  return start === undefined ? compiled.window.start : formatWall(start);
}
