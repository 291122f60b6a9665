import type { Instant, Interval } from '../../time';
import type { Closing } from '../answer/closings';
import { uniteStretches } from '../answer/Stretches';
import { STATES } from '../answer/strictness';
import { sortInSteps, type Steps } from '../../steps';
import { RELEASE_CLASSES } from '../scope/scopeShape';
import type { ReleaseClass, WindowState } from '../types';
import {
  ClosingEdges,
  CourseComparison,
  type ClosingsCompared,
} from './CourseComparison';
import type { Landscape, ScopedGroup } from './Landscape';
import { ServiceCounter } from './services';
import type { SimulatedService, WindowChange, WindowChanges } from './types';

/** Changes that are alike, and the groups that they are for. */
interface Alike extends Interval {
  /** How strict it was, and is; see `strictnessOf`. */
  before: number;
  after: number;
  groups: number[];
}

/** Most groups differ by the draft alone, and share what is worked out for it. */
class TouchedEdges {
  readonly #period: Interval;
  readonly #moments: Float64Array;
  readonly #numbers = new Map<Closing, number>();
  readonly #known = new Map<string, ClosingEdges>();

  constructor(period: Interval, moments: Float64Array) {
    this.#period = period;
    this.#moments = moments;
  }

  /** The edges of closings while some of them close. */
  by(differing: readonly Closing[]): ClosingEdges {
    // Maintenance windows close most of the time, each set of them in its own way.
    const always = differing.some(
      ({ indexed }) => indexed.window.effect === 'maintenance',
    );
    const key = always
      ? 'always'
      : differing.map(closing => this.#numberOf(closing)).join();
    let edges = this.#known.get(key);
    if (!edges) {
      const { start, end } = this.#period;
      const touched = always
        ? { starts: [start], ends: [end] }
        : uniteStretches(
            differing.map(({ stretches }) => stretches),
            this.#period,
          );
      edges = new ClosingEdges(this.#moments, touched);
      this.#known.set(key, edges);
    }
    return edges;
  }

  #numberOf(closing: Closing): number {
    const number = this.#numbers.get(closing) ?? this.#numbers.size;
    this.#numbers.set(closing, number);
    return number;
  }
}

/** For whom a change is, and for which classes of release. */
interface ForWhom {
  services: number;
  sample: string[];
  classes: ReleaseClass[];
}

/** Tells services apart by the class of release that they are asked about for. */
class ClassCounter {
  readonly #services: readonly SimulatedService[];
  readonly #counter: ServiceCounter;

  constructor(services: readonly SimulatedService[]) {
    this.#services = services;
    this.#counter = new ServiceCounter(services);
  }

  /**
   * Whom groups are for: one entry for the classes for which they are the same services,
   * and one for each class that has only some of them.
   */
  count(
    groups: readonly number[],
    membersOf: (group: number) => readonly number[],
  ): ForWhom[] {
    const key = groups.join();
    const members = groups.map(membersOf);
    const all = this.#counter.count(key, members);
    const whole: ReleaseClass[] = [];
    const parts: ForWhom[] = [];
    for (const releaseClass of RELEASE_CLASSES) {
      const own = members.map(list =>
        list.filter(
          member =>
            this.#services[member].subject.releaseClass === releaseClass,
        ),
      );
      const counted = this.#counter.count(`${key} ${releaseClass}`, own);
      if (counted.services === all.services) whole.push(releaseClass);
      else if (counted.services > 0) {
        parts.push({ ...counted, classes: [releaseClass] });
      }
    }
    return whole.length > 0 ? [{ ...all, classes: whole }, ...parts] : parts;
  }
}

/**
 * What a change of calendars changes for services, earliest first: one entry for all
 * services to which the same happens at the same time, for the same classes of release.
 * Empty: nothing changes.
 *
 * @param now - Changes that cover it take effect at once.
 * @param limit - At most so many stretches are told.
 */
export function* windowChanges(
  landscape: Landscape,
  groups: readonly ScopedGroup[],
  services: readonly SimulatedService[],
  now: Instant,
  limit: number,
): Steps<WindowChanges> {
  const differences = yield* differencesOf(landscape, groups);
  const alike = yield* sortInSteps([...differences.values()], byTime);
  const counter = new ClassCounter(services);
  const changes: WindowChange[] = [];
  for (const one of alike.slice(0, limit)) {
    yield;
    const { start, end, before, after } = one;
    for (const whom of counter.count(
      one.groups,
      group => groups[group].members,
    )) {
      changes.push({
        from: start,
        ...(end < landscape.period.end && { to: end }),
        before: stateOf(before),
        after: stateOf(after),
        ...(start <= now && now < end && { now: true as const }),
        ...whom,
      });
    }
  }
  return { changes, more: Math.max(alike.length - limit, 0) };
}

function* differencesOf(
  landscape: Landscape,
  groups: readonly ScopedGroup[],
): Steps<Map<number, Alike>> {
  const moments = yield* landscape.momentsInSteps();
  const comparison = new CourseComparison(moments);
  const touched = new TouchedEdges(landscape.period, moments);
  const alike = new Map<number, Alike>();
  for (const [group, { before, after }] of groups.entries()) {
    if (before === after) continue;
    yield;
    const compared = compare(
      landscape.closings(before),
      landscape.closings(after),
    );
    comparison.differences(
      compared,
      touched.by([...compared.before, ...compared.after]),
      (from, to, was, is) => {
        const key =
          STATES.length ** 2 * (from * moments.length + to) +
          STATES.length * was +
          is;
        const known = alike.get(key);
        if (known) {
          known.groups.push(group);
        } else {
          alike.set(key, {
            start: moments[from],
            end: moments[to],
            before: was,
            after: is,
            groups: [group],
          });
        }
      },
    );
  }
  return alike;
}

function byTime(a: Alike, b: Alike): number {
  return (
    a.start - b.start ||
    a.end - b.end ||
    b.after - a.after ||
    a.before - b.before
  );
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
