import type { Instant, Interval } from '../../time';
import type { Closing } from '../answer/closings';
import { uniteStretches } from '../answer/Stretches';
import { STATES } from '../answer/strictness';
import { sortInSteps, type Steps } from '../../steps';
import type { WindowState } from '../types';
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
  const differences = yield* differencesOf(landscape, groups);
  const alike = yield* sortInSteps([...differences.values()], byTime);
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
