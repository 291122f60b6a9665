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

/** Kept per index: numbers, of eight bytes at most. */
const MAX_NUMBERS = 2_000_000;

/** Nothing is computed from here on. */
const LAST_MOMENT = END_OF_TIME - 1;

class OutlookShelf {
  readonly #index: WindowIndex;
  readonly #places: ReadonlyMap<IndexedWindow, number>;
  /** The one worked out longest ago first. */
  readonly #outlooks = new Map<string, Outlook>();
  #numbers = 0;

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

  #keep(key: string, outlook: Outlook): void {
    this.#outlooks.set(key, outlook);
    this.#numbers += sizeOf(outlook);
    for (const [oldest, left] of this.#outlooks) {
      if (this.#numbers <= MAX_NUMBERS || left === outlook) return;
      this.#outlooks.delete(oldest);
      this.#numbers -= sizeOf(left);
    }
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

function sizeOf({ course, joined }: Outlook): number {
  let numbers = 100 + 4 * course.runs.starts.length;
  for (const { starts } of joined.values()) numbers += 2 * starts.length;
  return numbers;
}
