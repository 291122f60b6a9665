import type { Instant } from '../../time';
import type { Closing } from '../answer/closings';
import { uniteStretches } from '../answer/Stretches';
import { STATES } from '../answer/strictness';
import type { Steps } from '../../steps';
import type { WindowState } from '../types';
import {
  CourseComparison,
  type ClosingsCompared,
  type Difference,
} from './CourseComparison';
import type { Landscape, ScopedGroup } from './Landscape';
import { ServiceCounter } from './services';
import type { SimulatedService, WindowChange, WindowChanges } from './types';

/** Changes that are alike, and the groups that they are for. */
interface Alike extends Difference {
  groups: number[];
}

/** Groups for which the same closings come or go. */
interface Compared {
  comparison: CourseComparison;
  groups: number[];
}

/**
 * What a change of calendars changes for services, earliest first: one entry for all
 * services to which the same happens at the same time. Empty: nothing changes.
 *
 * @param now - Changes that cover it take effect at once.
 * @param limit - At most so many are told.
 */
export function* windowChanges(
  landscape: Landscape,
  groups: readonly ScopedGroup[],
  services: readonly SimulatedService[],
  now: Instant,
  limit: number,
): Steps<WindowChanges> {
  const alike = [...(yield* differencesOf(landscape, groups)).values()].sort(
    (a, b) =>
      a.start - b.start ||
      a.end - b.end ||
      b.after - a.after ||
      a.before - b.before,
  );
  const counter = new ServiceCounter(services);
  const changes: WindowChange[] = [];
  for (const one of alike.slice(0, limit)) {
    yield;
    const { start, end, before, after } = one;
    changes.push({
      from: start,
      ...(end < landscape.period.end && { to: end }),
      before: stateOf(before),
      after: stateOf(after),
      ...(start <= now && now < end && { now: true as const }),
      ...counter.count(
        one.groups.join(),
        one.groups.map(group => groups[group].members),
      ),
    });
  }
  return { changes, more: alike.length - changes.length };
}

function* differencesOf(
  landscape: Landscape,
  groups: readonly ScopedGroup[],
): Steps<Map<string, Alike>> {
  const alike = new Map<string, Alike>();
  for (const { comparison, groups: those } of yield* comparisonsOf(
    landscape,
    groups,
  )) {
    for (const group of those) {
      yield;
      const { before, after } = groups[group];
      const compared = compare(
        landscape.closings(before),
        landscape.closings(after),
      );
      for (const one of comparison.differences(compared)) {
        const key = [one.start, one.end, one.before, one.after].join(' ');
        const known = alike.get(key);
        if (known) known.groups.push(group);
        else alike.set(key, { ...one, groups: [group] });
      }
    }
  }
  return alike;
}

/** Most groups differ by the draft alone, and share what is worked out for it. */
function* comparisonsOf(
  landscape: Landscape,
  groups: readonly ScopedGroup[],
): Steps<Iterable<Compared>> {
  const numbers = new Map<Closing, number>();
  const found = new Map<string, Compared>();
  for (const [group, { before, after }] of groups.entries()) {
    if (before === after) continue;
    yield;
    const compared = compare(
      landscape.closings(before),
      landscape.closings(after),
    );
    const differing = [...compared.before, ...compared.after];
    const key = differing
      .map(closing => {
        const number = numbers.get(closing) ?? numbers.size;
        numbers.set(closing, number);
        return number;
      })
      .join();
    let known = found.get(key);
    if (!known) {
      const touched = uniteStretches(
        differing.map(({ stretches }) => stretches),
        landscape.period,
      );
      known = { comparison: new CourseComparison(touched), groups: [] };
      found.set(key, known);
    }
    known.groups.push(group);
    for (const closing of compared.common) known.comparison.learn(closing);
    for (const closing of differing) known.comparison.learn(closing);
  }
  for (const { comparison } of found.values()) {
    yield;
    comparison.prepare();
  }
  return found.values();
}

function compare(
  before: readonly Closing[],
  after: readonly Closing[],
): ClosingsCompared {
  const was = new Set(before);
  const common = new Set(after.filter(closing => was.has(closing)));
  return {
    common: [...common],
    before: before.filter(closing => !common.has(closing)),
    after: after.filter(closing => !common.has(closing)),
  };
}

function stateOf(strictness: number): WindowState {
  return STATES[strictness];
}
