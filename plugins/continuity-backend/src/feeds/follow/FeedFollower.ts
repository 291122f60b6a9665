import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import type { Instant } from '@continuity/engine';
import type { LoadedProjection } from '../../catalog';
import type { FeedSettings } from '../../config';
import type { LedgerService } from '../../ledger';
import { askFeed, type Asked } from './askFeed';
import { addressHash, maskAddressesIn } from './feedAddress';
import { feedEntries } from './feedEntries';
import { type DueFeed, dueFeeds, forsakenFeeds } from './feedPace';
import type { FeedStore } from './FeedStore';
import type { FetchLimits } from './fetchFeed';

/** Feeds that one replica asks at once. */
const AT_ONCE = 4;
/**
 * How long a replica may take to ask a feed and write what it said; longer than the
 * limits of a question. One that died is not waited for any longer.
 */
const CLAIM_MS = 60_000;

/**
 * Asks the feeds that calendars of the catalog follow. Every replica has one; the store
 * sees to it that each feed is asked by one of them at a time.
 */
export class FeedFollower {
  readonly #store: FeedStore;
  readonly #ledger: Pick<LedgerService, 'write'>;
  readonly #projection: Pick<LoadedProjection, 'current'>;
  readonly #settings: FeedSettings;
  readonly #limits: Partial<FetchLimits> | undefined;
  readonly #logger: LoggerService;
  readonly #now: () => Instant;

  constructor(options: {
    store: FeedStore;
    /** Is told what can no longer be read, what can again, and what changed. */
    ledger: Pick<LedgerService, 'write'>;
    /** Knows which calendars follow a feed. */
    projection: Pick<LoadedProjection, 'current'>;
    settings: FeedSettings;
    /** Of a question. Absent: those of the service. */
    limits?: Partial<FetchLimits>;
    logger: LoggerService;
    now: () => Instant;
  }) {
    this.#store = options.store;
    this.#ledger = options.ledger;
    this.#projection = options.projection;
    this.#settings = options.settings;
    this.#limits = options.limits;
    this.#logger = options.logger;
    this.#now = options.now;
  }

  /** Asks every feed that is due, and forgets those that nobody follows any more. */
  async run(signal: AbortSignal): Promise<void> {
    // Before the snapshot: what it says of a feed is as new as the schedule, or else
    // the feed cannot be claimed.
    const schedule = await this.#store.schedule();
    const snapshot = await this.#projection.current();
    if (!snapshot) {
      return;
    }
    const { followed, undecided } = snapshot.feeds;
    const forsaken = forsakenFeeds(
      schedule,
      new Set([...undecided, ...followed.map(({ calendar }) => calendar.ref)]),
    );
    if (forsaken.length > 0) {
      await this.#store.forget(forsaken);
    }
    const due = dueFeeds(followed, schedule, this.#now());
    const askOn = async () => {
      for (let next = due.shift(); next; next = due.shift()) {
        if (signal.aborted) {
          return;
        }
        await this.#askAndReport(next, signal);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, askOn));
  }

  /** One feed that makes trouble must not keep the others from being asked. */
  async #askAndReport(due: DueFeed, signal: AbortSignal): Promise<void> {
    const { ref } = due.followed.calendar;
    try {
      await this.#ask(due, signal);
    } catch (error) {
      this.#logger.warn(
        `The feed of ${ref} could not be asked, or its answer not be written; it will be asked again`,
        toError(error),
      );
    }
  }

  async #ask(due: DueFeed, signal: AbortSignal): Promise<void> {
    const { ref } = due.followed.calendar;
    const claim = await this.#store.claim(
      ref,
      due.seen,
      this.#now() + CLAIM_MS,
    );
    if (claim === undefined) {
      return;
    }
    const asked = await askFeed(due, {
      ...this.#settings,
      ...(this.#limits && { limits: this.#limits }),
      signal,
      now: this.#now,
    });
    // Being stopped says nothing about the feed.
    if (signal.aborted) {
      return;
    }
    try {
      await this.#record(due, claim, asked);
    } catch (error) {
      // An answer that cannot be kept must not look as if nothing had been answered.
      await this.#record(due, claim, unstorable(asked));
      throw error;
    }
  }

  async #record(
    { followed: { calendar, feed } }: DueFeed,
    claim: Instant,
    { answer, pauseMs, change }: Asked,
  ): Promise<void> {
    const { ref } = calendar;
    const at = this.#now();
    const problem =
      answer.kind === 'failed' ? maskAddressesIn(answer.problem) : undefined;
    const { result: transition } = await this.#ledger.write(
      async (tx, append) => {
        const done = await this.#store.record(tx, {
          calendarRef: ref,
          addressHash: addressHash(feed.url),
          claim,
          at,
          nextAt: at + pauseMs,
          answer:
            answer.kind === 'failed' && problem !== undefined
              ? { ...answer, problem }
              : answer,
        });
        if (done) {
          const entries = feedEntries(ref, done, at, { problem, change });
          if (entries.length > 0) {
            await append(entries);
          }
        }
        return done;
      },
    );
    if (problem !== undefined && transition?.before !== 'bad') {
      this.#logger.warn(`The feed of ${ref} cannot be followed: ${problem}`);
    } else if (problem === undefined && transition?.before === 'bad') {
      this.#logger.info(`The feed of ${ref} can be followed again`);
    }
  }
}

function unstorable({ pauseMs }: Asked): Asked {
  return {
    answer: {
      kind: 'failed',
      problem:
        'What it said could not be stored; the log of the backend says why',
    },
    pauseMs,
  };
}
