import type { Instant } from '@continuity/engine';
import type { FleetItem } from '@continuity/plugin-continuity-common';
import type { WindowBook } from '../catalog';
import { toIso } from '../http';
import type { SortOrder } from './FleetIndex';
import type { FleetReach } from './FleetReach';

type FrozenWindow = FleetItem['frozen'][number];

const NONE: FrozenWindow[] = [];

/** Which services have a window in force, until the first of them changes. */
export class FrozenNow {
  readonly #from: Instant;
  readonly #until: Instant;
  readonly #windows: ReadonlyMap<number, FrozenWindow[]>;

  private constructor(
    from: Instant,
    until: Instant,
    windows: ReadonlyMap<number, FrozenWindow[]>,
  ) {
    this.#from = from;
    this.#until = until;
    this.#windows = windows;
  }

  static async workOut(
    book: WindowBook,
    reach: FleetReach,
    at: Instant,
  ): Promise<FrozenNow> {
    const windows = new Map<number, FrozenWindow[]>();
    let until = Infinity;
    for (const { calendarRef, window, active, next } of book.statesAt(at)) {
      until = Math.min(until, active?.end ?? until, next?.start ?? until);
      if (active) {
        const { positions, environmentsOf } = await reach.of(window);
        for (const position of positions) {
          const frozen = windows.get(position) ?? [];
          frozen.push({
            calendarRef,
            windowId: window.id,
            title: window.title,
            enforcement: window.enforcement,
            environments: [...environmentsOf(position)],
            ...(window.scope.classes && { classes: window.scope.classes }),
            until: toIso(active.end),
          });
          windows.set(position, frozen);
        }
      }
    }
    for (const frozen of windows.values()) {
      frozen.sort((a, b) => compareText(a.until, b.until));
    }
    return new FrozenNow(at, until, windows);
  }

  /** Whether it is still, or was already, so at the moment. */
  holdsAt(at: Instant): boolean {
    return this.#from <= at && at < this.#until;
  }

  /** Windows in force for the service, the first to lift first. */
  windowsOf(position: number): FrozenWindow[] {
    return this.#windows.get(position) ?? NONE;
  }

  /** Positions of `count` rows by when they open, rows that are open last. */
  order(count: number, order: SortOrder): number[] {
    const sign = order === 'asc' ? 1 : -1;
    const opens = (position: number) =>
      this.windowsOf(position).at(-1)?.until ?? '';
    const frozen = [...this.#windows.keys()].sort(
      (a, b) => sign * compareText(opens(a), opens(b)) || a - b,
    );
    const open: number[] = [];
    for (let position = 0; position < count; position++) {
      if (!this.#windows.has(position)) {
        open.push(position);
      }
    }
    return [...frozen, ...open];
  }
}

/** Works it out again only when a window has begun or lifted. */
export class FrozenNowCache {
  readonly #book: WindowBook;
  readonly #reach: FleetReach;
  #latest: { at: Instant; frozen: Promise<FrozenNow> } | undefined;

  constructor(book: WindowBook, reach: FleetReach) {
    this.#book = book;
    this.#reach = reach;
  }

  async at(at: Instant): Promise<FrozenNow> {
    const latest = this.#latest;
    if (latest) {
      const frozen = await latest.frozen;
      if (frozen.holdsAt(at)) {
        return frozen;
      }
    }
    if (this.#latest === latest) {
      const frozen = FrozenNow.workOut(this.#book, this.#reach, at);
      this.#latest = { at, frozen };
      frozen.catch(() => {
        this.#latest = undefined;
      });
      return frozen;
    }
    // Another caller was faster; its answer is for the same moment or a later one.
    return this.at(at);
  }
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
