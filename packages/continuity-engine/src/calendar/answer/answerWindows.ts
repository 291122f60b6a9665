import { durationMs, type Instant } from '../../time';
import {
  createWindowIndex,
  type WindowIndex,
} from '../occurrences/WindowIndex';
import type {
  ConsideredWindow,
  FreezeCalendar,
  WindowAnswer,
  WindowRole,
  WindowSubject,
} from '../types';
import { explainRole, type Surroundings } from './because';
import { surroundings } from './surroundings';
import { describeCause } from './cause';
import {
  isIndex,
  scopeWindows,
  windowsInScope,
  type ScopedWindow,
} from './considerWindows';
import type { AskedOperation } from './operation';
import { horizonOf, outlookFrom, type Outlook } from './Outlooks';
import { judgeWindows, type JudgedWindow } from './roles';
import { isPassable, strictnessOf } from './strictness';

export interface WindowAnswerOptions extends AskedOperation {
  /** ISO 8601: how far ahead is looked. Absent: P400D. */
  horizon?: string;
}

const DEFAULT_HORIZON = 'P400D';

/**
 * What the windows say about a subject at a moment: whether they close, which ones and
 * why, and how that goes on.
 *
 * @param source - An index where questions come often, else the calendars.
 * @param options - `considered`: whether windows that are not for the subject are
 * listed too, with the reason; of ten thousand windows that is most of the work. Absent:
 * `all`.
 * @throws RangeError outside the years 1970 to 2199, for a horizon that is no duration,
 * and for a deployment under way since no moment.
 */
export function answerWindows(
  source: WindowIndex | readonly FreezeCalendar[],
  subject: WindowSubject,
  at: Instant,
  options: WindowAnswerOptions & { considered?: 'all' | 'in-scope' } = {},
): WindowAnswer {
  const index = isIndex(source) ? source : createWindowIndex(source);
  const scoped =
    options.considered === 'in-scope'
      ? windowsInScope(index, subject)
      : scopeWindows(index, subject);
  return answerScoped(index, scoped, at, options);
}

/**
 * {@link answerWindows} for windows whose scope is judged already.
 *
 * @param index - The index that the windows are of.
 * @throws RangeError as {@link answerWindows} does.
 */
export function answerScoped(
  index: WindowIndex,
  scoped: readonly ScopedWindow[],
  at: Instant,
  options: WindowAnswerOptions = {},
): WindowAnswer {
  const lengthMs = lengthOf(options.horizon ?? DEFAULT_HORIZON);
  const horizon = horizonOf(at, lengthMs);
  const outlook = outlookFrom(index, scoped, at, lengthMs, options);
  const { course } = outlook;
  const state = course.stateAt(at);
  const change = course.nextChange(at);
  const judged = judgeWindows(index, scoped, at, options, outlook.closings);
  const answer: WindowAnswer = {
    at,
    state,
    considered: explain(
      judged,
      surroundings(index, at, horizon, outlook, options),
    ),
    horizon,
  };
  if (change && change.at < horizon) {
    answer.nextChange = {
      ...change,
      cause: causeOf(index, scoped, change.at, options, outlook),
    };
  }
  if (!isPassable(state)) {
    const open = course.firstOpen(at, 0);
    if (open && open.start < horizon) answer.nextOpen = open.start;
  }
  const longest = course.longestOpen(at, horizon);
  if (longest) {
    answer.longestOpen =
      longest.end < horizon ? longest : { start: longest.start };
  }
  return answer;
}

/** The order in which roles matter. */
const WEIGHT: Record<WindowRole, number> = {
  closes: 0,
  opens: 1,
  exempt: 2,
  waits: 3,
  idle: 4,
  'out-of-scope': 5,
};

function explain(
  judged: JudgedWindow[],
  around: Surroundings,
): ConsideredWindow[] {
  return judged.sort(byWeight).map(one => {
    const { scoped, active, next, role } = one;
    const { calendarRef, calendarTitle, window } = scoped.indexed;
    const considered: ConsideredWindow = {
      calendarRef,
      calendarTitle,
      window,
      inScope: scoped.inScope,
      scopeReason: scoped.scopeReason,
      role,
      because: explainRole(one, around),
    };
    if (active) considered.active = active;
    if (next) considered.next = next;
    return considered;
  });
}

/** Windows that decide first, the strictest of them first; then those that come soonest. */
function byWeight(a: JudgedWindow, b: JudgedWindow): number {
  const one = a.scoped.indexed;
  const other = b.scoped.indexed;
  return (
    (a.role === b.role ? 0 : WEIGHT[a.role] - WEIGHT[b.role]) ||
    (a.role === 'closes'
      ? strictnessOf(other.window.enforcement) -
        strictnessOf(one.window.enforcement)
      : 0) ||
    (a.role === 'idle' || a.role === 'waits'
      ? (a.next?.start ?? Infinity) - (b.next?.start ?? Infinity) || 0
      : 0) ||
    compare(one.calendarRef, other.calendarRef) ||
    compare(one.window.id, other.window.id)
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function causeOf(
  index: WindowIndex,
  scoped: readonly ScopedWindow[],
  at: Instant,
  asked: AskedOperation,
  { causes, closings }: Outlook,
): string {
  const known = causes.get(at);
  if (known !== undefined) return known;
  const judge = (moment: Instant) =>
    judgeWindows(index, scoped, moment, asked, closings);
  const cause = describeCause(judge(at - 1), judge(at));
  causes.set(at, cause);
  return cause;
}

/** Durations as they were asked for: a few, again and again. */
const lengths = new Map<string, number>();

function lengthOf(horizon: string): number {
  let length = lengths.get(horizon);
  if (length === undefined) {
    length = durationMs(horizon);
    if (lengths.size < 100) lengths.set(horizon, length);
  }
  return length;
}
