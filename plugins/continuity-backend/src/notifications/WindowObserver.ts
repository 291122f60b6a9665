import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  expandWindow,
  type FreezeWindow,
  type IndexedWindow,
  type Instant,
  type Interval,
  type Occurrence,
} from '@continuity/engine';
import type { CountedServices } from '../calendars';
import type { LoadedSnapshot } from '../catalog';
import type { FreezeNoticeSettings } from '../config';
import { type Audience, Concerned } from './Concerned';
import type { WatchedWindow } from './FreezeWatchStore';
import type { WindowChange } from './judgeChange';
import { isRoutine } from './upcomingFreezes';
import { answeringFor } from './watchedWindows';

/** Nobody reads through more of what became of one window. */
const MOST_TIMES = 200;

/** What there is to know of windows at one look: when they take place and for whom. */
export class WindowObserver {
  /** Of the calendars, by ref. */
  readonly owners: ReadonlyMap<string, string>;
  readonly #snapshot: LoadedSnapshot;
  readonly #services: CountedServices;
  readonly #settings: Omit<FreezeNoticeSettings, 'enabled'>;
  readonly #logger: LoggerService;
  readonly #compared: Interval;
  #concerned: Promise<Concerned> | undefined;

  constructor(options: {
    snapshot: LoadedSnapshot;
    services: CountedServices;
    settings: Omit<FreezeNoticeSettings, 'enabled'>;
    logger: LoggerService;
    now: Instant;
    /** Freezes that begin before were announced. */
    lookedTo: Instant;
  }) {
    const { now, lookedTo, settings, snapshot } = options;
    this.#snapshot = snapshot;
    this.#services = options.services;
    this.#settings = settings;
    this.#logger = options.logger;
    this.#compared = {
      start: now,
      end: Math.max(lookedTo, now + settings.noticeMs),
    };
    this.owners = new Map(
      snapshot.calendars.map(({ ref, owner }) => [ref, owner]),
    );
  }

  /** Whether people are told of a window at all. */
  isTold({ effect, enforcement }: FreezeWindow): boolean {
    return (
      effect === 'freeze' && this.#settings.enforcement.includes(enforcement)
    );
  }

  async audienceOf(indexed: IndexedWindow): Promise<Audience> {
    return this.#audience(indexed.window, answeringFor(indexed, this.owners));
  }

  /**
   * A window in two versions, with what takes place of it within the notice period.
   * Absent: nothing does.
   */
  async compare(
    was: WatchedWindow | undefined,
    is: IndexedWindow | undefined,
  ): Promise<Pick<WindowChange, 'before' | 'after'> | undefined> {
    const timesBefore = was ? this.#timesBefore(was) : [];
    const timesNow = is && this.isTold(is.window) ? this.#timesOf(is) : [];
    if (timesBefore.length + timesNow.length === 0) {
      return undefined;
    }
    return {
      ...(was && {
        before: {
          calendarRef: was.calendarRef,
          calendarTitle: was.calendarTitle,
          window: was.window,
          times: timesBefore,
          audience: await this.#audience(was.window, was.answering),
        },
      }),
      ...(is && {
        after: {
          ...is,
          times: timesNow,
          audience: await this.audienceOf(is),
          ...this.#outlook(is),
        },
      }),
    };
  }

  #outlook(is: IndexedWindow) {
    const { windows: book } = this.#snapshot;
    const { window } = is;
    const { next } = book.stateOf(is, this.#compared.start);
    return {
      ...(next && { next }),
      isSingle: window.rrule === undefined && window.rdates.length === 0,
      onlyWarns: window.effect === 'freeze' && !this.isTold(window),
      isRoutine: ({ start }: Occurrence) =>
        isRoutine(book, is, start, this.#settings.noticeMs),
    };
  }

  #timesOf(is: IndexedWindow): Occurrence[] {
    return this.#snapshot.windows
      .occurrencesOf(is, this.#compared)
      .slice(0, MOST_TIMES);
  }

  #timesBefore({ calendarRef, windowId, window }: WatchedWindow): Occurrence[] {
    if (!this.isTold(window)) {
      return [];
    }
    const { start: from, end: to } = this.#compared;
    try {
      return expandWindow(window, { from, to, limit: MOST_TIMES }).occurrences;
    } catch (error) {
      // Remembered by another version of this code; when it was to be is not known.
      this.#logger.warn(
        `What ${windowId} of ${calendarRef} was before cannot be read; nobody is told how it changed`,
        error instanceof Error ? error : undefined,
      );
      return [];
    }
  }

  async #audience(
    { scope }: FreezeWindow,
    answering: readonly string[],
  ): Promise<Audience> {
    this.#concerned ??= Concerned.among(this.#services, this.#snapshot);
    return (await this.#concerned).by(scope, answering);
  }
}
