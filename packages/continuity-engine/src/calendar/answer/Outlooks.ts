import type { Instant, Interval } from '../../time';
import { DAY_MS } from '../clock/wallTime';
import type { IndexedWindow, WindowIndex } from '../occurrences/WindowIndex';
import { END_OF_TIME } from '../recurrence/Recurrence';
import { lookAhead, type Closing } from './closings';
import type { ScopedWindow } from './considerWindows';
import type { AskedOperation } from './operation';
import { StateCourse } from './StateCourse';
import { sweepStates } from './StateRuns';
import type { Stretches } from './Stretches';

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

/** Kept per index: enough for some thousand sets of windows. */
const MAX_BYTES = 64_000_000;

/** Nothing is computed from here on. */
const LAST_MOMENT = END_OF_TIME - 1;

class OutlookShelf {
  readonly #index: WindowIndex;
  readonly #places: ReadonlyMap<IndexedWindow, number>;
  readonly #outlooks = new Map<string, Outlook>();
  /** The keys of what is kept, in any order. */
  readonly #keys: string[] = [];
  #bytes = 0;
  #victim = 0;

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
    const key = this.#keyOf(scoped, block, lengthMs, asked);
    const known = this.#outlooks.get(key);
    if (known) return known;
    const start = block * BLOCK_MS;
    const end = horizonOf(start + BLOCK_MS, lengthMs);
    const found = workOut(this.#index, scoped, { start, end }, asked, 'drop');
    this.#keep(key, found);
    return found;
  }

  #keyOf(
    scoped: readonly ScopedWindow[],
    block: number,
    lengthMs: number,
    { operation, rollbackProven }: AskedOperation,
  ): string {
    const exempt = operation === 'rollback' && rollbackProven === true;
    let key = `${block} ${lengthMs} ${exempt}`;
    for (const { indexed, inScope } of scoped) {
      if (!inScope) continue;
      const place = this.#places.get(indexed);
      if (place === undefined) {
        throw new RangeError('The window is not one of this index');
      }
      key += ` ${place}`;
    }
    return key;
  }

  /**
   * Makes room by dropping any other: services are often asked about one after the
   * other, over and over, and whoever dropped the oldest would then keep nothing that
   * is asked for again.
   */
  #keep(key: string, outlook: Outlook): void {
    this.#bytes += sizeOf(outlook);
    while (this.#bytes > MAX_BYTES && this.#keys.length > 0) {
      this.#victim = (this.#victim * 1_664_525 + 1_013_904_223) % 2 ** 32;
      const place = this.#victim % this.#keys.length;
      const dropped = this.#keys[place];
      const last = this.#keys.pop();
      if (last !== undefined && last !== dropped) this.#keys[place] = last;
      const left = this.#outlooks.get(dropped);
      this.#outlooks.delete(dropped);
      if (left) this.#bytes -= sizeOf(left);
    }
    this.#outlooks.set(key, outlook);
    this.#keys.push(key);
  }
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
    return workOut(index, scoped, period, asked, 'keep');
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

function workOut(
  index: WindowIndex,
  scoped: readonly ScopedWindow[],
  period: Interval,
  asked: AskedOperation,
  closingsAre: 'keep' | 'drop',
): Outlook {
  const { closings, joined } = lookAhead(index, scoped, period, asked);
  return {
    course: new StateCourse(period, sweepStates(closings, period)),
    joined,
    closings: closingsAre === 'keep' ? closings : [],
    causes: new Map(),
  };
}

/** About how much memory it takes. */
function sizeOf({ course, joined }: Outlook): number {
  const { starts: runs, cuts } = course.runs;
  let bytes = 1000 + 15 * runs.length + 8 * cuts.length;
  for (const { starts } of joined.values()) bytes += 16 * starts.length;
  return bytes;
}
