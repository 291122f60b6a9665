import type { Instant, Interval } from '../../time';
import type { Closing } from '../answer/closings';
import { lastUpTo } from '../answer/sorted';
import { sweepStates, type StateRuns } from '../answer/StateRuns';
import { uniteStretches, type Stretches } from '../answer/Stretches';
import { STATES } from '../answer/strictness';
import type { Steps } from '../steps';
import type { WindowState } from '../types';
import type { Landscape, ScopedGroup } from './Landscape';
import { ServiceCounter } from './services';
import type { SimulatedService, WindowChange } from './types';

/** A stretch in which two courses differ, always in the same way. */
interface Difference extends Interval {
  before: number;
  after: number;
}

/** Changes that are alike, and the groups that they are for. */
interface Alike extends Difference {
  groups: number[];
}

/**
 * What a change of calendars changes for services, earliest first: one entry for all
 * services to which the same happens at the same time. Empty: nothing changes.
 *
 * @param now - Changes that cover it take effect at once.
 */
export function* windowChanges(
  landscape: Landscape,
  groups: readonly ScopedGroup[],
  services: readonly SimulatedService[],
  now: Instant,
): Steps<WindowChange[]> {
  const { period } = landscape;
  const alike = new Map<string, Alike>();
  for (const [group, { before, after }] of groups.entries()) {
    if (before === after) continue;
    yield;
    const [was, is] = whereTheyDiffer(
      landscape.closings(before),
      landscape.closings(after),
      period,
    );
    const differences = compare(
      sweepStates(was, period),
      sweepStates(is, period),
      period.end,
    );
    for (const one of differences) {
      const key = [one.start, one.end, one.before, one.after].join(' ');
      const known = alike.get(key);
      if (known) known.groups.push(group);
      else alike.set(key, { ...one, groups: [group] });
    }
  }
  const counter = new ServiceCounter(services);
  return [...alike.values()]
    .sort(
      (a, b) =>
        a.start - b.start ||
        a.end - b.end ||
        b.after - a.after ||
        a.before - b.before,
    )
    .map(({ start, end, before, after, groups: those }) => ({
      from: start,
      ...(end < period.end && { to: end }),
      before: stateOf(before),
      after: stateOf(after),
      ...(start <= now && now < end && { now: true as const }),
      ...counter.count(
        those.join(),
        those.map(group => groups[group].members),
      ),
    }));
}

/**
 * Both, cut to the stretches in which one of them closes by what the other does not
 * have: everywhere else they say the same, and need not be gone through. A draft that
 * is in force for some hours costs some hours.
 */
function whereTheyDiffer(
  before: readonly Closing[],
  after: readonly Closing[],
  period: Interval,
): [Closing[], Closing[]] {
  const both = new Set(before);
  const common = new Set(after.filter(closing => both.has(closing)));
  const touched = uniteStretches(
    [...before, ...after].flatMap(closing =>
      common.has(closing) ? [] : [closing.stretches],
    ),
    period,
  );
  const cut = (closings: readonly Closing[]) =>
    closings.map(closing => ({
      ...closing,
      stretches: within(closing.stretches, touched),
    }));
  return [cut(before), cut(after)];
}

/** What stretches have in common with others. */
function within({ starts, ends }: Stretches, others: Stretches): Stretches {
  const found: { starts: Instant[]; ends: Instant[] } = {
    starts: [],
    ends: [],
  };
  others.starts.forEach((from, other) => {
    const to = others.ends[other];
    for (
      let index = lastUpTo(ends, from) + 1;
      index < starts.length && starts[index] < to;
      index++
    ) {
      found.starts.push(Math.max(starts[index], from));
      found.ends.push(Math.min(ends[index], to));
    }
  });
  return found;
}

/** Where two courses differ. Neighbours that differ in the same way are one. */
function compare(
  before: StateRuns,
  after: StateRuns,
  periodEnd: Instant,
): Difference[] {
  const differences: Difference[] = [];
  let b = 0;
  let a = 0;
  for (let at = before.starts[0]; at < periodEnd; ) {
    const end = Math.min(
      before.starts[b + 1] ?? periodEnd,
      after.starts[a + 1] ?? periodEnd,
    );
    const one = {
      start: at,
      end,
      before: before.strictness[b],
      after: after.strictness[a],
    };
    const last = differences[differences.length - 1];
    if (
      last?.end === at &&
      last.before === one.before &&
      last.after === one.after
    ) {
      last.end = end;
    } else if (one.before !== one.after) {
      differences.push(one);
    }
    at = end;
    if (before.starts[b + 1] === end) b += 1;
    if (after.starts[a + 1] === end) a += 1;
  }
  return differences;
}

function stateOf(strictness: number): WindowState {
  return STATES[strictness];
}
