import type { Instant } from '../../time';
import type { Closing } from '../answer/closings';
import { lastUpTo } from '../answer/sorted';
import { StateCourse } from '../answer/StateCourse';
import { sweepStates } from '../answer/StateRuns';
import { isPassable, STATES, strictnessOf } from '../answer/strictness';
import type { WindowState } from '../types';
import type { Landscape, ScopedGroup } from './Landscape';
import type { PlannedChange, PlannedOutcome } from './types';

/** More reasons than this tell nobody more. */
const MAX_REASONS = 3;

/** What becomes of planned changes, in the order in which they are given. */
export function plannedOutcomes(
  landscape: Landscape,
  planned: readonly PlannedChange[],
): PlannedOutcome[] {
  const outcomes = new Map<number, PlannedOutcome>();
  const groups = landscape.group(planned.map(({ subject }) => subject));
  for (const group of groups) {
    const judge = judgeOf(landscape, group);
    for (const member of group.members) {
      outcomes.set(member, judge(planned[member]));
    }
  }
  return planned.flatMap((_, position) => outcomes.get(position) ?? []);
}

function judgeOf(
  landscape: Landscape,
  { before, after }: ScopedGroup,
): (planned: PlannedChange) => PlannedOutcome {
  const { period } = landscape;
  const courseOf = (closings: readonly Closing[]) =>
    new StateCourse(period, sweepStates(closings, period));
  const closings = landscape.closings(after);
  const course = courseOf(closings);
  const courseBefore =
    before === after ? course : courseOf(landscape.closings(before));
  return ({ entityRef, at, durationMs = 0 }) => {
    const end = at + durationMs;
    const state = strictestDuring(course, at, end);
    const nextSlot = isPassable(state)
      ? undefined
      : course.firstOpen(at, durationMs)?.start;
    return {
      entityRef,
      at,
      before: strictestDuring(courseBefore, at, end),
      after: state,
      ...(state !== 'open' && { because: because(closings, state, at, end) }),
      ...(nextSlot !== undefined && { nextSlot }),
    };
  };
}

/** The strictest state of a stretch that may be empty: then of its moment. */
function strictestDuring(
  course: StateCourse,
  at: Instant,
  end: Instant,
): WindowState {
  const { starts, strictness } = course.runs;
  let strictest = strictnessOf(course.stateAt(at));
  for (
    let run = lastUpTo(starts, at) + 1;
    run < starts.length && starts[run] < end;
    run++
  ) {
    strictest = Math.max(strictest, strictness[run]);
  }
  return STATES[strictest];
}

function because(
  closings: readonly Closing[],
  state: WindowState,
  at: Instant,
  end: Instant,
): string {
  const closing = closings.filter(
    ({ strictness, stretches }) =>
      STATES[strictness] === state && closesDuring(stretches, at, end),
  );
  const reasons = closing
    .slice(0, MAX_REASONS)
    .map(({ indexed: { window, calendarTitle } }) => {
      const name = `"${window.title}" of ${calendarTitle}`;
      return `${
        window.effect === 'maintenance' ? `Outside of ${name}` : name
      }: ${window.reason.trim().replace(/[.!?]*$/, '.')}`;
    });
  const more = closing.length - reasons.length;
  return [...reasons, ...(more > 0 ? [`And ${more} more.`] : [])].join(' ');
}

function closesDuring(
  { starts, ends }: Closing['stretches'],
  at: Instant,
  end: Instant,
): boolean {
  const begun = lastUpTo(starts, at);
  return (
    (begun >= 0 && ends[begun] > at) ||
    (begun + 1 < starts.length && starts[begun + 1] < end)
  );
}
