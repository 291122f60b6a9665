import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { Instant } from '@continuity/engine';
import type {
  CatalogProjectionStore,
  ProjectionHead,
} from './CatalogProjectionStore';
import type { CatalogReader } from './CatalogReader';

/** How often each replica looks whether a reading is overdue. */
const WATCH_EVERY_MS = 3_000;
/** While the portal is young, entities arrive late; it is read more often. */
const WARM_UP_MS = 5 * 60_000;
const WARM_UP_PAUSE_MS = 5_000;
/** Readings take at most this share of the time while warming up. */
const WARM_UP_LOAD = 0.1;
/** A replica steps in when the scheduled reading is this many periods late. */
const OVERDUE_PERIODS = 2;
/** Pause between attempts of one replica while an older reading is in force. */
const RETRY_PAUSE_MS = 15_000;
/** A replica that dies while reading holds the lock for as long. */
const LOCK_TIMEOUT_MS = 3 * 60_000;

/** Whether a replica should read now, without waiting for the schedule. */
export function readingIsOverdue(
  head: ProjectionHead,
  now: Instant,
  options: { refreshMs: number; lastDurationMs: number; lastEndedAt?: Instant },
): boolean {
  if (head.readAt === undefined) {
    return true;
  }
  const age = now - head.readAt;
  const young =
    head.firstReadAt !== undefined && now - head.firstReadAt < WARM_UP_MS;
  const pause = Math.max(
    WARM_UP_PAUSE_MS,
    options.lastDurationMs / WARM_UP_LOAD,
  );
  const retry =
    options.lastEndedAt === undefined ||
    now - options.lastEndedAt >= RETRY_PAUSE_MS;
  return (
    (retry && age >= options.refreshMs * OVERDUE_PERIODS) ||
    (young && age >= Math.min(pause, options.refreshMs))
  );
}

/**
 * Has the catalog read, in two ways that cannot harm each other because a write
 * gives way to one that came before it:
 *
 * - on schedule, by one replica at a time;
 * - by any replica that finds the reading missing or overdue. That makes a fresh
 *   portal useful in seconds, catches calendars that arrive shortly after the
 *   services they freeze, and does not wait for the lock of a replica that died.
 */
export async function scheduleReadings(options: {
  scheduler: SchedulerService;
  store: CatalogProjectionStore;
  reader: CatalogReader;
  refreshMs: number;
  now: () => Instant;
}): Promise<void> {
  const { scheduler, store, reader, refreshMs, now } = options;
  let lastDurationMs = 0;
  let lastEndedAt: Instant | undefined;
  const read = async (signal: AbortSignal) => {
    const began = now();
    await reader.read(signal);
    lastEndedAt = now();
    lastDurationMs = lastEndedAt - began;
  };

  await scheduler.scheduleTask({
    id: 'continuity-catalog-reading',
    scope: 'global',
    frequency: { milliseconds: refreshMs },
    timeout: { milliseconds: Math.max(LOCK_TIMEOUT_MS, refreshMs) },
    initialDelay: { milliseconds: Math.min(refreshMs, 30_000) },
    fn: async signal => {
      const { readAt } = await store.head();
      if (readAt === undefined || now() - readAt >= refreshMs / 2) {
        await read(signal);
      }
    },
  });
  await scheduler.scheduleTask({
    id: 'continuity-catalog-watch',
    scope: 'local',
    frequency: { milliseconds: WATCH_EVERY_MS },
    timeout: { milliseconds: LOCK_TIMEOUT_MS },
    initialDelay: { seconds: 1 },
    fn: async signal => {
      const head = await store.head();
      if (
        readingIsOverdue(head, now(), {
          refreshMs,
          lastDurationMs,
          lastEndedAt,
        })
      ) {
        await read(signal);
      }
    },
  });
}
