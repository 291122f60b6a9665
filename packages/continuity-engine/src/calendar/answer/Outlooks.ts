import type { Instant, Interval } from '../../time';
import { DAY_MS } from '../clock/wallTime';
import type { IndexedWindow, WindowIndex } from '../occurrences/WindowIndex';
import { END_OF_TIME } from '../recurrence/Recurrence';
import { BoundedShelf } from './BoundedShelf';
import { lookAhead, requirePeriod, type Closing } from './closings';
import type { ScopedWindow } from './considerWindows';
import type { AskedOperation } from './operation';
import { StateCourse } from './StateCourse';
import { sweepStates } from './StateRuns';
import type { Stretches } from './Stretches';
import { EdgeSweep, edgesOfWindows, type WindowEdges } from './windowEdges';

/** What is worked out once for all questions about some windows within some weeks. */
export interface Outlook {
  course: StateCourse;
  /** See `Sight`. */
  joined: ReadonlyMap<IndexedWindow, Stretches>;
  /** When each window closes. Kept only for what is under way, which is asked rarely. */
  closings: readonly Closing[];
  /** Why the state changes, by the moment; found when first asked for. */
  causes: Map<Instant, string>;
}

/** Questions about one stretch of this length share an outlook. */
const BLOCK_MS = 32 * DAY_MS;

/** Kept per index: enough for some thousand sets of windows, and for every calendar. */
const MAX_BYTES = 32_000_000;

/** Nothing is computed from here on. */
const LAST_MOMENT = END_OF_TIME - 1;

class OutlookShelf {
  readonly #index: WindowIndex;
  readonly #places: ReadonlyMap<IndexedWindow, number>;
  readonly #outlooks = new BoundedShelf<string, Outlook>(MAX_BYTES, sizeOf);
  /** Of windows of one calendar: most subjects that one is for all are for. */
  readonly #edges = new BoundedShelf<string, WindowEdges>(
    MAX_BYTES,
    sizeOfEdges,
  );
  readonly #sweep = new EdgeSweep();

  constructor(index: WindowIndex) {
    this.#index = index;
    this.#places = new Map(
      index.windows.map((indexed, place) => [indexed, place]),
    );
  }

  outlook(
    scoped: readonly ScopedWindow[],
    at: Instant,
    lengthMs: number,
    asked: AskedOperation,
  ): Outlook {
    const block = Math.floor(at / BLOCK_MS);
    const exempt = asked.operation === 'rollback' && asked.rollbackProven;
    const question = `${block} ${lengthMs} ${exempt === true}`;
    const key = question + this.#placesOf(scoped);
    const known = this.#outlooks.get(key);
    if (known) return known;
    const start = block * BLOCK_MS;
    const period = { start, end: horizonOf(start + BLOCK_MS, lengthMs) };
    requirePeriod(period);
    const edges = this.#groupsOf(scoped).map(group =>
      this.#edgesOf(question, group, period, asked),
    );
    const found: Outlook = {
      course: new StateCourse(period, this.#sweep.run(edges, period)),
      joined: new Map(edges.flatMap(({ joined }) => joined)),
      closings: [],
      causes: new Map(),
    };
    this.#outlooks.keep(key, found);
    return found;
  }

  #placesOf(scoped: readonly ScopedWindow[]): string {
    let key = '';
    for (const { indexed, inScope } of scoped) {
      if (inScope) key += ` ${this.#placeOf(indexed)}`;
    }
    return key;
  }

  #placeOf(indexed: IndexedWindow): number {
    const place = this.#places.get(indexed);
    if (place !== undefined) return place;
    throw new RangeError('The window is not one of this index');
  }

  /** The windows in scope, those of a calendar together where they stand together. */
  #groupsOf(scoped: readonly ScopedWindow[]): WindowGroup[] {
    const groups: WindowGroup[] = [];
    let last: WindowGroup | undefined;
    for (const { indexed, inScope } of scoped) {
      if (!inScope) continue;
      const place = this.#placeOf(indexed);
      if (last?.windows[0].calendarRef === indexed.calendarRef) {
        last.key += ` ${place}`;
        last.windows.push(indexed);
      } else {
        last = { key: ` ${place}`, windows: [indexed] };
        groups.push(last);
      }
    }
    return groups;
  }

  #edgesOf(
    question: string,
    group: WindowGroup,
    period: Interval,
    asked: AskedOperation,
  ): WindowEdges {
    const key = question + group.key;
    const known = this.#edges.get(key);
    if (known) return known;
    const found = edgesOfWindows(this.#index, group.windows, period, asked);
    this.#edges.keep(key, found);
    return found;
  }
}

interface WindowGroup {
  /** The places of the windows. */
  key: string;
  windows: IndexedWindow[];
}

const shelves = new WeakMap<WindowIndex, OutlookShelf>();

/**
 * How closed it is from a moment on, for so long at least. Outlooks of an index are kept
 * and shared by all subjects that the same windows are for; what is answered does not
 * depend on which are kept.
 *
 * @param lengthMs - Cut off where nothing is computed any more; see `horizonOf`.
 * @throws RangeError outside the years 1970 to 2199.
 */
export function outlookFrom(
  index: WindowIndex,
  scoped: readonly ScopedWindow[],
  at: Instant,
  lengthMs: number,
  asked: AskedOperation,
): Outlook {
  if (asked.operation === 'continue') {
    const period = { start: at, end: horizonOf(at, lengthMs) };
    const { closings, joined } = lookAhead(index, scoped, period, asked);
    const course = new StateCourse(period, sweepStates(closings, period));
    return { course, joined, closings, causes: new Map() };
  }
  let shelf = shelves.get(index);
  if (!shelf) {
    shelf = new OutlookShelf(index);
    shelves.set(index, shelf);
  }
  return shelf.outlook(scoped, at, lengthMs, asked);
}

/** The end of what is looked at from a moment. */
export function horizonOf(at: Instant, lengthMs: number): Instant {
  return Math.min(at + lengthMs, LAST_MOMENT);
}

/** About how much memory it takes. Stretches are shared by all outlooks. */
function sizeOf({ course, joined }: Outlook): number {
  const { starts: runs, cuts } = course.runs;
  return 1000 + 15 * runs.length + 8 * cuts.length + 50 * joined.size;
}

/** About how much memory they take. */
function sizeOfEdges({ times, joined }: WindowEdges): number {
  return joined.reduce(
    (bytes, [, { starts }]) => bytes + 16 * starts.length,
    500 + 9 * times.length,
  );
}
