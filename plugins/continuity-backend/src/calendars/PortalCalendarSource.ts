import type { FreezeCalendar, Instant, WindowScope } from '@continuity/engine';
import type {
  CalendarSource,
  SourceCalendars,
  UnreadableSourceCalendar,
} from './CalendarSource';
import type {
  PortalWindowStore,
  StoredPortalWindow,
} from './PortalWindowStore';
import { readStoredWindow, type StoredReading } from './readStoredWindow';

interface Held {
  stored: StoredPortalWindow;
  reading: StoredReading;
}

/** What is held before anything was loaded. */
const NOTHING: { revision: number; windows: ReadonlyMap<string, Held> } = {
  revision: 0,
  windows: new Map(),
};

/** Windows made in the portal, as calendars: one for each owner. */
export class PortalCalendarSource implements CalendarSource {
  readonly name = 'portal';
  readonly #store: PortalWindowStore;
  readonly #tierIds: readonly string[];
  #held: typeof NOTHING = NOTHING;
  #calendars = new Map<string, { of: Held[]; calendar: FreezeCalendar }>();

  /** @param options.tierIds - tiers that there are */
  constructor(options: {
    store: PortalWindowStore;
    tierIds: readonly string[];
  }) {
    this.#store = options.store;
    this.#tierIds = options.tierIds;
  }

  /** {@inheritDoc CalendarSource.head} */
  async head(): Promise<number> {
    return this.#store.head();
  }

  /** {@inheritDoc CalendarSource.load} */
  async load(): Promise<SourceCalendars> {
    const head = await this.#store.head();
    // The database was emptied or restored; what is held may never have been.
    const base = head < this.#held.revision ? NOTHING : this.#held;
    const changed = await this.#store.changedSince(base.revision);
    const windows = new Map(base.windows);
    for (const stored of changed.windows) {
      if (stored.removed) {
        windows.delete(stored.id);
      } else {
        windows.set(stored.id, {
          stored,
          reading: readStoredWindow(stored, this.#tierIds),
        });
      }
    }
    this.#held = { revision: changed.revision, windows };
    return this.#asCalendars([...windows.values()]);
  }

  /**
   * The id under which a window that counts is edited. Absent: it was not made in the
   * portal.
   */
  idOf(calendarRef: string, windowId: string): string | undefined {
    return this.#calendars
      .get(calendarRef)
      ?.of.find(({ stored }) => stored.window.id === windowId)?.stored.id;
  }

  #asCalendars(windows: Held[]): SourceCalendars {
    const byCalendar = new Map<string, Held[]>();
    for (const held of windows) {
      const { calendarRef } = held.stored;
      const others = byCalendar.get(calendarRef);
      if (others) {
        others.push(held);
      } else {
        byCalendar.set(calendarRef, [held]);
      }
    }
    const known = this.#calendars;
    this.#calendars = new Map();
    const unreadable: UnreadableSourceCalendar[] = [];
    for (const [ref, of] of byCalendar) {
      of.sort((a, b) => compareText(a.stored.window.id, b.stored.window.id));
      const before = known.get(ref);
      // The same object, so that what was worked out for it is kept.
      const calendar =
        before && isSame(before.of, of) ? before.calendar : calendarOf(ref, of);
      this.#calendars.set(ref, { of, calendar });
      unreadable.push(...problemsOf(ref, of));
    }
    return {
      calendars: [...this.#calendars.values()].map(({ calendar }) => calendar),
      unreadable,
    };
  }
}

function calendarOf(ref: string, of: readonly Held[]): FreezeCalendar {
  const byOwner = new Map<string, StoredPortalWindow>();
  for (const { stored } of of) {
    const other = byOwner.get(stored.ownerRef);
    if (!other || stored.updatedAt > other.updatedAt) {
      byOwner.set(stored.ownerRef, stored);
    }
  }
  // A group and a user of one name share a calendar; each window says whose it is.
  const owners = [...byOwner.keys()].sort(compareText);
  const titles = new Set(
    owners.flatMap(owner => byOwner.get(owner)?.ownerTitle ?? []),
  );
  return {
    ref,
    title: `Windows of ${[...titles].join(' and ')}`,
    owner: owners[0],
    origin: { kind: 'portal' },
    windows: of.flatMap(({ reading }) =>
      reading.state === 'closed' ? [] : [reading.window],
    ),
  };
}

function problemsOf(
  ref: string,
  of: readonly Held[],
): UnreadableSourceCalendar[] {
  const problems: string[] = [];
  const scopes: (WindowScope | undefined)[] = [];
  let lastGoodAt: Instant | undefined;
  for (const { stored, reading } of of) {
    if (reading.state !== 'good') {
      problems.push(`"${stored.window.id}": ${reading.problem}`);
      lastGoodAt = Math.max(lastGoodAt ?? 0, stored.updatedAt);
    }
    if (reading.state === 'closed') {
      scopes.push(reading.scope);
    }
  }
  if (problems.length === 0) {
    return [];
  }
  const problem = problems.join('; ');
  if (scopes.length === 0) {
    return [{ ref, problem, lastGoodAt }];
  }
  // No one scope covers several; nobody can be excluded then.
  const scope = scopes.length === 1 ? scopes[0] : undefined;
  return [{ ref, problem, ...(scope && { scope }) }];
}

/** Equal revisions of the same windows hold equal content. */
function isSame(a: readonly Held[], b: readonly Held[]): boolean {
  return a.length === b.length && a.every((held, at) => held === b[at]);
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
