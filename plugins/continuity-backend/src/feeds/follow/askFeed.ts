import { toError } from '@backstage/errors';
import type { Instant } from '@continuity/engine';
import { inTurns } from '../../calendars/turns';
import type { FollowedFeed } from '../../catalog/feedCalendars';
import { addressHash } from './feedAddress';
import { type FeedChange } from './feedEntries';
import {
  EMPTY_BELIEVED_AFTER_MS,
  type DueFeed,
  refreshPause,
  retryPause,
} from './feedPace';
import type { FeedAnswer } from './FeedStore';
import { FeedProblem, fetchFeed, type FetchLimits } from './fetchFeed';
import { readFeedWindows, saysTheSame } from './readFeedWindows';

export interface AskOptions {
  allowedHosts: readonly string[];
  /** Milliseconds until a feed is asked again that does not ask for another pace. */
  refreshMs: number;
  /** Absent: those of the service. */
  limits?: Partial<FetchLimits>;
  signal: AbortSignal;
  now: () => Instant;
}

/** What came of asking a feed. */
export interface Asked {
  answer: FeedAnswer;
  /** Milliseconds until it is asked again. */
  pauseMs: number;
  /** Absent: there was nothing new to read. */
  change?: FeedChange;
}

/** Asks a feed and reads its answer. Never throws: no answer is one that does not count. */
export async function askFeed(
  { followed, seen }: DueFeed,
  options: AskOptions,
): Promise<Asked> {
  const isKnownAddress = seen?.addressHash === addressHash(followed.feed.url);
  const failures = isKnownAddress ? seen.failures : 0;
  try {
    const fetched = await fetchFeed(
      followed.feed.url,
      // Without anything good of it, "not modified" would be no answer.
      isKnownAddress && followed.good ? seen.validators : {},
      options,
    );
    const { refreshMs } = options;
    if (fetched.kind === 'unchanged') {
      const answer = { kind: 'unchanged' } as const;
      return { answer, pauseMs: refreshPause(seen?.refreshMs, refreshMs) };
    }
    const { text, etag, lastModified } = fetched;
    const validators = {
      ...(etag !== undefined && { etag }),
      ...(lastModified !== undefined && { lastModified }),
    };
    if (followed.good && saysTheSame(followed.good.content, text)) {
      return {
        answer: { kind: 'unchanged', ...validators },
        pauseMs: refreshPause(seen?.refreshMs, refreshMs),
      };
    }
    return await readContent(
      text,
      validators,
      { followed, seen, failures },
      options,
    );
  } catch (error) {
    const wanted =
      error instanceof FeedProblem ? error.retryAfterMs : undefined;
    return {
      answer: { kind: 'failed', problem: toError(error).message },
      pauseMs: retryPause(failures + 1, wanted),
    };
  }
}

async function readContent(
  content: string,
  validators: { etag?: string; lastModified?: string },
  { followed, seen, failures }: DueFeed & { failures: number },
  { refreshMs, now }: AskOptions,
): Promise<Asked> {
  const { calendar, feed, good } = followed;
  const reading = await inTurns(readFeedWindows(content, calendar, feed));
  const pauseMs = retryPause(failures + 1);
  if (!reading.ok) {
    return { answer: { kind: 'failed', problem: reading.problem }, pauseMs };
  }
  const emptiedAt = emptiedSince(
    reading.windows,
    followed,
    seen?.emptiedAt,
    now(),
  );
  if (emptiedAt !== undefined) {
    return {
      answer: {
        kind: 'failed',
        problem: emptyProblem(good?.windows.length ?? 0),
        emptiedAt,
      },
      pauseMs,
    };
  }
  const wanted = reading.refreshMs;
  return {
    answer: {
      kind: 'good',
      content,
      ...validators,
      ...(wanted !== undefined && { refreshMs: wanted }),
    },
    pauseMs: refreshPause(wanted, refreshMs),
    change: {
      content,
      after: reading.windows,
      ...(good && { before: good.windows }),
    },
  };
}

/**
 * Since when a feed claims to have lost all its windows. Absent: it has some, never had
 * any, or has said so for long enough. An empty calendar opens everything, and is also
 * what a server says that has lost its data.
 */
function emptiedSince(
  windows: readonly unknown[],
  { good }: FollowedFeed,
  before: Instant | undefined,
  now: Instant,
): Instant | undefined {
  if (windows.length > 0 || !good || good.windows.length === 0) {
    return undefined;
  }
  const since = before ?? now;
  return now - since >= EMPTY_BELIEVED_AFTER_MS ? undefined : since;
}

function emptyProblem(had: number): string {
  const were = had === 1 ? 'the one window' : `all ${had} windows`;
  return `It has nothing for this calendar any more; ${were} that it had would be gone. That is believed when it still says so ${
    EMPTY_BELIEVED_AFTER_MS / 60_000
  } minutes later`;
}
