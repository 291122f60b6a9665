import type { IndexedWindow, Instant, Interval } from '@continuity/engine';
import { createTurns } from '../calendars';
import type { LoadedSnapshot } from '../catalog';
import {
  announce,
  type Announcement,
  factsOf,
  nextDue,
  spanOf,
  threadOf,
} from './Announcement';
import type { FreezeNews } from './freezeNews';
import type { FreezeWatchOptions } from './FreezeWatch';
import type { LookResult, WatchedWindow, WatchState } from './FreezeWatchStore';
import { isLongOver } from './isOldNews';
import { judgeChange } from './judgeChange';
import { type Beginning, upcomingFreezes } from './upcomingFreezes';
import { type BookPrint, printOf, watched, windowKey } from './watchedWindows';
import { WindowObserver } from './WindowObserver';

/** Changed windows, beginnings and ends that one look deals with. */
const AT_ONCE = 500;

/** One look at all windows: everything that is to be said at a moment. */
export class Look {
  readonly #options: FreezeWatchOptions;
  readonly #snapshot: LoadedSnapshot;
  readonly #looked: WatchState['looked'];
  readonly #now: Instant;
  readonly #isSettling: boolean;
  readonly #observer: WindowObserver;
  readonly #news: FreezeNews[] = [];
  /** By thread. */
  readonly #announced = new Map<string, Announcement>();
  readonly #ended = new Set<string>();
  #remembered: WatchedWindow[] = [];
  #forgotten: LookResult['forgotten'] = [];

  /** @param looked - the look before; absent: nobody ever looked */
  constructor(
    options: FreezeWatchOptions,
    snapshot: LoadedSnapshot,
    looked: WatchState['looked'],
    now: Instant,
  ) {
    this.#options = options;
    this.#snapshot = snapshot;
    this.#looked = looked;
    this.#now = now;
    this.#isSettling = now - (looked?.first ?? now) < options.settleMs;
    this.#observer = new WindowObserver({
      ...options,
      snapshot,
      now,
      lookedTo: looked?.to ?? 0,
    });
  }

  /** @returns what was found, and whether there is more than was looked at */
  async finish(): Promise<{
    result: LookResult;
    news: FreezeNews[];
    more: boolean;
  }> {
    const lookedTo = this.#looked?.to ?? 0;
    const print = await printOf(this.#snapshot.windows);
    const changesAreAll = await this.#sayChanges(print);
    // What was added is news of its own kind; so first all that changed.
    const mayAnnounce = changesAreAll && !this.#isSettling;
    const begun = mayAnnounce
      ? await this.#sayUpcoming({
          start: Math.max(lookedTo, this.#now + 1),
          end: this.#now + this.#options.settings.noticeMs,
        })
      : { to: lookedTo, areAll: true };
    const dueAreAll = await this.#sayDue(print);
    return {
      result: {
        first: this.#looked?.first ?? this.#now,
        at: this.#now,
        to: Math.max(begun.to, lookedTo),
        windowsHash: changesAreAll ? print.hash : undefined,
        remembered: this.#remembered,
        forgotten: this.#forgotten,
        announced: [...this.#announced.values()],
        ended: [...this.#ended],
      },
      news: this.#news,
      more: !changesAreAll || !begun.areAll || !dueAreAll,
    };
  }

  /** What was added, changed and removed since the look before. */
  async #sayChanges(print: BookPrint): Promise<boolean> {
    if (!this.#looked) {
      // There is nothing to compare with: what is there is not new.
      this.#remembered = [...print.windows.values()].map(one =>
        watched(one, this.#observer.owners),
      );
      return true;
    }
    if (this.#looked.windowsHash === print.hash) {
      return true;
    }
    const { store } = this.#options;
    const { changed, areAll } = changedWindows(print, await store.hashes());
    const refs = [...new Set(changed.map(({ calendarRef }) => calendarRef))];
    const before = new Map(
      (await store.windowsOf(refs)).map(one => [windowKey(one), one]),
    );
    const announced = await store.announcedOf(refs);
    const turn = createTurns();
    for (const one of changed) {
      await turn();
      const key = windowKey(one);
      const was = before.get(key);
      const is = print.windows.get(key);
      await this.#sayChange(
        one,
        was,
        is?.indexed,
        announced.filter(({ windowId }) => windowId === one.windowId),
      );
      if (is) {
        this.#remembered.push(watched(is, this.#observer.owners));
      } else {
        this.#forgotten.push(one);
      }
    }
    return areAll;
  }

  async #sayChange(
    of: { calendarRef: string; windowId: string },
    was: WatchedWindow | undefined,
    is: IndexedWindow | undefined,
    announcedAlike: readonly Announcement[],
  ): Promise<void> {
    const versions = this.#isSettling
      ? undefined
      : await this.#observer.compare(was, is);
    if (!versions) {
      return;
    }
    const verdict = judgeChange(
      {
        ...versions,
        announced: announcedAlike.filter(
          ({ calendarRef }) => calendarRef === of.calendarRef,
        ),
        edit: await this.#options.lastEdit(of),
      },
      { now: this.#now, reminders: this.#options.settings.reminders },
    );
    this.#news.push(...verdict.news);
    verdict.ended.forEach(thread => this.#ended.add(thread));
    verdict.announced.forEach(one => this.#remember(one));
  }

  /** Announces freezes that the notice period has come to. */
  async #sayUpcoming(
    stretch: Interval,
  ): Promise<{ to: Instant; areAll: boolean }> {
    const { windows: book } = this.#snapshot;
    const { noticeMs, reminders } = this.#options.settings;
    const { found, to } = await upcomingFreezes(
      book,
      stretch,
      ({ window }) => this.#observer.isTold(window),
      { limit: AT_ONCE, noticeMs },
    );
    const isSaid = await this.#saidAlready(found);
    for (const { indexed, start } of found.filter(one => !isSaid(one))) {
      const occurrence = book
        .occurrencesOf(indexed, { start, end: start + 1 })
        .find(one => one.start === start);
      if (occurrence) {
        const facts = factsOf(
          indexed,
          occurrence,
          await this.#observer.audienceOf(indexed),
          threadOf(indexed, occurrence),
        );
        const { next } = book.stateOf(indexed, start);
        const isRoutine =
          next !== undefined && next.start < occurrence.end + noticeMs;
        this.#news.push({
          ...facts,
          kind: 'upcoming',
          ...(isRoutine && { routine: true }),
        });
        this.#remember(announce(facts, occurrence, reminders, this.#now));
      }
    }
    return { to, areAll: to >= stretch.end };
  }

  /** What was added to the notice period was announced then. */
  async #saidAlready(
    found: readonly Beginning[],
  ): Promise<(beginning: Beginning) => boolean> {
    const refs = new Set(found.map(({ indexed }) => indexed.calendarRef));
    const said = new Set(
      [
        ...(await this.#options.store.announcedOf([...refs])),
        ...this.#announced.values(),
      ].map(one => `${one.start} ${windowKey(one)}`),
    );
    return ({ indexed: { calendarRef, window }, start }) =>
      said.has(`${start} ${windowKey({ calendarRef, windowId: window.id })}`);
  }

  /** Reminds of announced freezes, and says which are over. */
  async #sayDue(print: BookPrint): Promise<boolean> {
    const { settings, store } = this.#options;
    const due = await store.due(this.#now, AT_ONCE);
    for (const one of due) {
      const { thread } = one.facts;
      if (this.#announced.has(thread) || this.#ended.has(thread)) {
        // It was changed just now, and people are told that.
      } else if (one.end <= this.#now) {
        this.#ended.add(thread);
        this.#sayLifted(one, print.windows.get(windowKey(one))?.indexed);
      } else {
        if (this.#now < one.start) {
          this.#news.push({ ...one.facts, kind: 'reminder' });
        }
        const dueAt = nextDue(one, settings.reminders, this.#now);
        this.#remember({ ...one, dueAt });
      }
    }
    return due.length < AT_ONCE;
  }

  #sayLifted(
    { end, facts }: Announcement,
    indexed: IndexedWindow | undefined,
  ): void {
    if (isLongOver(end, this.#now)) {
      return;
    }
    const next =
      indexed && this.#snapshot.windows.stateOf(indexed, end - 1).next;
    this.#news.push({
      ...facts,
      kind: 'lifted',
      ...(next && { next: spanOf(next) }),
    });
  }

  #remember(one: Announcement): void {
    this.#announced.set(one.facts.thread, one);
  }
}

/** Windows that are not what they were, or not there any more; at most so many at once. */
function changedWindows(
  print: BookPrint,
  hashes: readonly Pick<WatchedWindow, 'calendarRef' | 'windowId' | 'hash'>[],
) {
  const known = new Map(hashes.map(one => [windowKey(one), one]));
  const changed = hashes
    .filter(one => !print.windows.has(windowKey(one)))
    .map(({ calendarRef, windowId }) => ({ calendarRef, windowId }));
  for (const [key, { indexed, hash }] of print.windows) {
    if (known.get(key)?.hash !== hash) {
      const { calendarRef, window } = indexed;
      changed.push({ calendarRef, windowId: window.id });
    }
  }
  return {
    changed: changed.slice(0, AT_ONCE),
    areAll: changed.length <= AT_ONCE,
  };
}
