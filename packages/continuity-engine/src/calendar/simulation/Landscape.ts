import { mergeIntervals, type Instant, type Interval } from '../../time';
import type { Closing } from '../answer/closings';
import { scopeBookOf } from '../answer/considerWindows';
import {
  gapsBetween,
  uniteStretches,
  type Stretches,
} from '../answer/Stretches';
import { lastUpTo } from '../answer/sorted';
import { strictnessOf } from '../answer/strictness';
import {
  createWindowIndex,
  type IndexedWindow,
  type WindowIndex,
} from '../occurrences/WindowIndex';
import { END_OF_TIME } from '../recurrence/Recurrence';
import { scopeIncludes } from '../scope/scopeMatches';
import type { FreezeCalendar, WindowSubject } from '../types';
import { finish, inStretches, type Steps } from '../../steps';
import { groupSubjectsInSteps } from './groupSubjects';
import type { ScopeBook } from '../scope/ScopeBook';
import type { CalendarChange, SimulatedService } from './types';

/** Subjects for which the same windows are, before and after a change. */
export interface ScopedGroup {
  before: readonly IndexedWindow[];
  /** The same array as `before` when the change does not touch them. */
  after: readonly IndexedWindow[];
  /** Positions of the subjects. */
  members: readonly number[];
}

/**
 * Calendars as they are and as a change would make them, over a period. What is worked
 * out for a window serves everybody whom it is for; a change of one window leaves the
 * index of all others as it is.
 */
export class Landscape {
  readonly period: Interval;
  readonly #index: WindowIndex;
  readonly #scopes: ScopeBook | undefined;
  readonly #added: WindowIndex | undefined;
  readonly #removed: ReadonlySet<IndexedWindow>;
  readonly #drafts: ReadonlySet<IndexedWindow>;
  readonly #changed: readonly IndexedWindow[];
  readonly #stretches = new Map<IndexedWindow, Stretches>();
  readonly #freezes = new Map<IndexedWindow, Closing>();
  readonly #maintenance = new Map<string, Closing[]>();
  readonly #numbers = new Map<IndexedWindow, number>();

  constructor(
    source: WindowIndex | readonly FreezeCalendar[],
    period: Interval,
    { remove = [], add = [] }: CalendarChange = {},
    scopes?: ScopeBook,
  ) {
    requirePeriod(period);
    this.period = period;
    this.#index = indexOf(source);
    this.#scopes = scopes;
    this.#added = add.length > 0 ? createWindowIndex(add) : undefined;
    this.#drafts = new Set(this.#added?.windows);
    const names = new Set(
      remove.map(({ calendarRef, windowId }) => nameOf(calendarRef, windowId)),
    );
    this.#removed = new Set(
      names.size === 0
        ? []
        : this.#index.windows.filter(({ calendarRef, window }) =>
            names.has(nameOf(calendarRef, window.id)),
          ),
    );
    this.#changed = [...this.#removed, ...this.#drafts];
  }

  /** Whether the window is one that the change adds. */
  isDraft(window: IndexedWindow): boolean {
    return this.#drafts.has(window);
  }

  /** The services to which the change could mean something. */
  *touchedInSteps(
    services: readonly SimulatedService[],
  ): Steps<SimulatedService[]> {
    const touched: SimulatedService[] = [];
    yield* inStretches(services.length, (begin, end) => {
      for (const service of services.slice(begin, end)) {
        const isFor = ({ window }: IndexedWindow) =>
          scopeIncludes(window.scope, service.subject);
        if (this.#changed.some(isFor)) touched.push(service);
      }
    });
    return touched;
  }

  /**
   * The windows of the calendars as they are which have a say in what the change makes
   * different: those that are in force while a changed one is, and maintenance windows,
   * which close while they are not.
   */
  *bearingInSteps(): Steps<IndexedWindow[]> {
    const touched = this.#changed.some(
      ({ window }) => window.effect === 'maintenance',
    )
      ? { starts: [this.period.start], ends: [this.period.end] }
      : uniteStretches(
          this.#changed.map(window => this.#inForce(window)),
          this.period,
        );
    const bearing: IndexedWindow[] = [];
    for (const window of this.#index.windows) {
      yield;
      if (
        window.window.effect === 'maintenance' ||
        this.#removed.has(window) ||
        overlap(this.#inForce(window), touched)
      ) {
        bearing.push(window);
      }
    }
    return bearing;
  }

  /** Every moment at which a window begins or ends, and the period, ascending. */
  *momentsInSteps(): Steps<Float64Array> {
    const { start, end } = this.period;
    const lists: (readonly Instant[])[] = [[start, end]];
    for (const window of [...this.#index.windows, ...this.#drafts]) {
      yield;
      const { starts, ends } = this.#inForce(window);
      if (starts.length > 0) lists.push(starts, ends);
    }
    const all = new Float64Array(
      lists.reduce((sum, { length }) => sum + length, 0),
    );
    let filled = 0;
    for (const list of lists) {
      all.set(list, filled);
      filled += list.length;
    }
    all.sort();
    return all.filter((at, index) => index === 0 || at !== all[index - 1]);
  }

  group(subjects: readonly WindowSubject[]): ScopedGroup[] {
    return finish(this.groupInSteps(subjects));
  }

  /** {@link Landscape.group} in steps. */
  *groupInSteps(subjects: readonly WindowSubject[]): Steps<ScopedGroup[]> {
    const groups = yield* groupSubjectsInSteps(
      [
        this.#scopes ?? scopeBookOf(this.#index),
        ...(this.#added ? [scopeBookOf(this.#added)] : []),
      ],
      subjects,
    );
    return groups.map(({ scopes, members }) => {
      const before = pick(this.#index, scopes[0]);
      const kept = before.filter(window => !this.#removed.has(window));
      const added = this.#added ? pick(this.#added, scopes[1]) : [];
      const same = kept.length === before.length && added.length === 0;
      return { before, after: same ? before : [...kept, ...added], members };
    });
  }

  /**
   * When windows close to somebody for whom they are, and for whom no others are. A
   * freeze is one and the same closing for everybody; maintenance windows close by
   * what all of them together leave, and are alike for those with the same ones.
   */
  closings(windows: readonly IndexedWindow[]): Closing[] {
    const freezes = windows.filter(({ window }) => window.effect === 'freeze');
    const maintenance = windows.filter(
      ({ window }) => window.effect === 'maintenance',
    );
    return [
      ...freezes.map(window => this.#freeze(window)),
      ...(maintenance.length > 0 ? this.#closedUnless(maintenance) : []),
    ];
  }

  #freeze(indexed: IndexedWindow): Closing {
    const known = this.#freezes.get(indexed);
    if (known) return known;
    const closing: Closing = {
      indexed,
      strictness: strictnessOf(indexed.window.enforcement),
      stretches: this.#inForce(indexed),
    };
    this.#freezes.set(indexed, closing);
    return closing;
  }

  #closedUnless(maintenance: readonly IndexedWindow[]): Closing[] {
    const key = maintenance.map(window => this.#numberOf(window)).join();
    const known = this.#maintenance.get(key);
    if (known) return known;
    const stretches = gapsBetween(
      uniteStretches(
        maintenance.map(window => this.#inForce(window)),
        this.period,
      ),
      this.period,
    );
    const closings = maintenance.map(indexed => ({
      indexed,
      strictness: strictnessOf(indexed.window.enforcement),
      stretches,
    }));
    this.#maintenance.set(key, closings);
    return closings;
  }

  #inForce(indexed: IndexedWindow): Stretches {
    const known = this.#stretches.get(indexed);
    if (known) return known;
    const index =
      this.#added && this.isDraft(indexed) ? this.#added : this.#index;
    const spans: Interval[] = [];
    const { start: from, end: to } = this.period;
    index.spansBetween(indexed, this.period, (start, end) => {
      spans.push({ start: Math.max(start, from), end: Math.min(end, to) });
    });
    const merged = mergeIntervals(spans);
    const stretches = {
      starts: merged.map(({ start }) => start),
      ends: merged.map(({ end }) => end),
    };
    this.#stretches.set(indexed, stretches);
    return stretches;
  }

  #numberOf(window: IndexedWindow): number {
    const number = this.#numbers.get(window) ?? this.#numbers.size;
    this.#numbers.set(window, number);
    return number;
  }
}

function requirePeriod({ start, end }: Interval): void {
  if (!(start < end)) {
    throw new RangeError(`From ${start} to ${end} is no stretch of time`);
  }
  if (start < 0 || end >= END_OF_TIME) {
    throw new RangeError(
      `From ${start} to ${end} is not within the years 1970 to 2199, for which windows are computed`,
    );
  }
}

/** An index as it is, and calendars made one. */
export function indexOf(
  source: WindowIndex | readonly FreezeCalendar[],
): WindowIndex {
  return 'windows' in source ? source : createWindowIndex(source);
}

function pick(
  { windows }: WindowIndex,
  positions: Uint32Array,
): IndexedWindow[] {
  return Array.from(positions, position => windows[position]);
}

function overlap(some: Stretches, others: Stretches): boolean {
  return others.starts.some((from, other) => {
    const next = lastUpTo(some.ends, from) + 1;
    return next < some.starts.length && some.starts[next] < others.ends[other];
  });
}

/** No ref has a space. */
function nameOf(calendarRef: string, windowId: string): string {
  return `${calendarRef} ${windowId}`;
}
