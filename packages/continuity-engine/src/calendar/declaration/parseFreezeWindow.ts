import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { readShape, type Problem } from '../../time';
import { parseRecurrenceRule } from '../recurrence/parseRecurrenceRule';
import { allDayConflicts } from '../recurrence/ruleConflicts';
import { inheritScope, parseScope } from '../scope/parseScope';
import type { FreezeWindow, WindowScope } from '../types';
import { windowShape } from './calendarShapes';
import { checkOccurrences } from './windowOccurrences';
import { parseWindowTimes } from './windowTimes';
import { within } from './within';

/** What the calendar hands down to its windows. */
export interface WindowDefaults {
  /** IANA zone of windows that name none. */
  timezone: string;
  /** Entity ref of who answers for windows that name nobody. */
  owner: string;
  /** The parts of a scope that a window does not replace. */
  scope: WindowScope;
  /** The tiers that exist. Absent: not known here, any id passes. */
  tierIds?: readonly string[];
  /** Namespace of refs that name none. Absent: `default`. */
  defaultNamespace?: string;
}

/**
 * Reads one window and checks everything that expanding it relies on: whatever comes
 * back as a window can be expanded, at any time and at bounded cost.
 *
 * @param value - A `FreezeWindowDeclaration`, or anything else.
 * @param path - Where it stands, e.g. `spec.windows.0`; the problems' paths begin so.
 */
export function parseFreezeWindow(
  value: unknown,
  path: string,
  defaults: WindowDefaults,
): { ok: true; window: FreezeWindow } | { ok: false; problems: Problem[] } {
  const reading = readShape(windowShape, value, path);
  if (!reading.ok) return reading;
  const declared = reading.value;
  const scope = parseScope(declared.scope, within(path, 'scope'), defaults);
  const times = parseWindowTimes(declared, path);
  const problems = [
    ...scope.problems,
    ...times.problems,
    ...ruleProblems(
      declared.rrule,
      times.times?.allDay === true,
      within(path, 'rrule'),
    ),
  ];
  if (!times.times || problems.length > 0) return { ok: false, problems };
  const { id, title, reason, link, owner, rrule } = declared;
  const checked = checkOccurrences(
    {
      id,
      title,
      reason,
      ...(link !== undefined && { link }),
      owner:
        owner === undefined
          ? defaults.owner
          : ownerRef(owner, defaults.defaultNamespace),
      effect: declared.effect ?? 'freeze',
      enforcement: declared.enforcement ?? 'block',
      onRunning: declared.onRunning ?? 'finish',
      rollbacksExempt: declared.rollbacksExempt ?? true,
      timezone: declared.timezone ?? defaults.timezone,
      ...times.times,
      ...(rrule !== undefined && { rrule: rrule.trim().toUpperCase() }),
      scope: inheritScope(defaults.scope, scope.scope),
    },
    path,
  );
  return checked.problems.length > 0
    ? { ok: false, problems: checked.problems }
    : { ok: true, window: checked.window };
}

/** A group unless it says otherwise. */
export function ownerRef(owner: string, defaultNamespace?: string): string {
  return stringifyEntityRef(
    parseEntityRef(owner, { defaultKind: 'group', defaultNamespace }),
  );
}

function ruleProblems(
  rrule: string | undefined,
  allDay: boolean,
  path: string,
): Problem[] {
  if (rrule === undefined) return [];
  const parsed = parseRecurrenceRule(rrule);
  if (!parsed.ok) return parsed.messages.map(message => ({ path, message }));
  const conflicts = allDay ? allDayConflicts(parsed.rule) : [];
  return conflicts.map(message => ({ path, message }));
}
