import type { Instant } from '../../time';
import type { Closing } from '../answer/closings';
import { STATES } from '../answer/strictness';
import type { Steps } from '../../steps';
import type { Landscape, ScopedGroup } from './Landscape';
import { RunningCount } from './services';
import type { ClosedStretch, ClosingWindow, SimulatedService } from './types';

/** More windows than this are not read by anybody; a stretch may have thousands. */
const MAX_LISTED = 20;

/** A closing, and the groups to which it closes. */
interface Closer {
  closing: Closing;
  groups: number[];
}

/** Where a closer begins (+1) or ceases (-1) to close. */
interface Edge {
  at: Instant;
  closer: number;
  change: 1 | -1;
}

/**
 * The stretches of the period in which something is closed, in order. One ends where
 * another window begins or ceases to close to anybody.
 *
 * @param limit - At most so many; `truncated` when there are more.
 */
export function* closedStretches(
  landscape: Landscape,
  groups: readonly ScopedGroup[],
  services: readonly SimulatedService[],
  limit: number,
): Steps<{ stretches: ClosedStretch[]; truncated: boolean }> {
  const closers = yield* closersOf(landscape, groups);
  const edges = edgesOf(closers);
  const closed = new RunningCount(services);
  const active = new Set<number>();
  /** How many closers close to each group. */
  const closedBy = new Uint32Array(groups.length);
  const stretches: ClosedStretch[] = [];
  for (let next = 0; next < edges.length; ) {
    const { at } = edges[next];
    for (; next < edges.length && edges[next].at === at; next++) {
      const { closer, change } = edges[next];
      if (change === 1) active.add(closer);
      else active.delete(closer);
      for (const group of closers[closer].groups) {
        const before = closedBy[group];
        closedBy[group] += change;
        const { members } = groups[group];
        if (before === 0) closed.add(members);
        else if (closedBy[group] === 0) closed.remove(members);
      }
      yield;
    }
    if (active.size === 0) continue;
    yield;
    if (stretches.length >= limit) return { stretches, truncated: true };
    const closing = [...active].sort((a, b) => a - b);
    stretches.push({
      start: at,
      // What closes ends within the period, so another edge follows.
      end: edges[next].at,
      state:
        STATES[
          Math.max(...closing.map(one => closers[one].closing.strictness))
        ],
      ...closed.current(),
      ...windowsOf(
        closing.map(one => closers[one].closing),
        landscape,
      ),
    });
  }
  return { stretches, truncated: false };
}

function* closersOf(
  landscape: Landscape,
  groups: readonly ScopedGroup[],
): Steps<Closer[]> {
  const closers = new Map<Closing, Closer>();
  for (const [group, { after }] of groups.entries()) {
    yield;
    for (const closing of landscape.closings(after)) {
      const closer = closers.get(closing);
      if (closer) closer.groups.push(group);
      else closers.set(closing, { closing, groups: [group] });
    }
  }
  return [...closers.values()];
}

function edgesOf(closers: readonly Closer[]): Edge[] {
  const edges: Edge[] = [];
  closers.forEach(({ closing: { stretches } }, closer) => {
    for (const at of stretches.starts) edges.push({ at, closer, change: 1 });
    for (const at of stretches.ends) edges.push({ at, closer, change: -1 });
  });
  return edges.sort((a, b) => a.at - b.at);
}

/** Those of a draft first: they are what is asked about. */
function windowsOf(
  closings: readonly Closing[],
  landscape: Landscape,
): Pick<ClosedStretch, 'windows' | 'moreWindows'> {
  const windows = [...new Set(closings.map(({ indexed }) => indexed))];
  const more = windows.length - MAX_LISTED;
  const listed =
    more > 0
      ? [
          ...windows.filter(indexed => landscape.isDraft(indexed)),
          ...windows.filter(indexed => !landscape.isDraft(indexed)),
        ].slice(0, MAX_LISTED)
      : windows;
  return {
    windows: listed.map(
      (indexed): ClosingWindow => ({
        calendarRef: indexed.calendarRef,
        windowId: indexed.window.id,
        title: indexed.window.title,
        ...(landscape.isDraft(indexed) && { draft: true as const }),
      }),
    ),
    ...(more > 0 && { moreWindows: more }),
  };
}
