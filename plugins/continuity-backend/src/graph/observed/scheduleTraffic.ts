import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { ConflictError, stringifyError } from '@backstage/errors';
import type { Instant } from '@continuity/engine';
import type { GraphSettings, TrafficSourceSettings } from '../../config/types';
import { TrafficProblem } from './fetchJson';
import { readTraffic } from './readTraffic';
import type { TrafficReporter } from './TrafficReporter';
import type { TrafficStore } from './TrafficStore';

/** A pair that was not seen for so many times the span of a finding is of no more use. */
const FORGET_AFTER = 2;

/**
 * Reads one source once and writes what it brought. Never throws: a failure is noted in
 * the store, and what was seen before stays.
 */
export async function readSource(
  source: TrafficSourceSettings,
  options: {
    store: Pick<TrafficStore, 'write' | 'noteProblem'>;
    settings: GraphSettings['traffic'];
    logger: Pick<LoggerService, 'warn'>;
    now: () => Instant;
    signal?: AbortSignal;
  },
): Promise<void> {
  const { store, settings, logger, now, signal } = options;
  const { lookbackMs, unseenAfterMs } = settings;
  const readAt = now();
  try {
    const calls = await readTraffic(source, {
      now: readAt,
      lookbackMs,
      ...(signal && { signal }),
    });
    await store.write(source.id, {
      readAt,
      lookbackMs,
      calls,
      forgetBefore: readAt - FORGET_AFTER * unseenAfterMs,
    });
  } catch (error) {
    if (error instanceof ConflictError) return;
    const problem =
      error instanceof TrafficProblem ? error.message : stringifyError(error);
    logger.warn(`Traffic source ${source.id} could not be read: ${problem}`);
    await store.noteProblem(source.id, problem).catch(() => {});
  }
}

/**
 * Has every source read on schedule, by one replica at a time, and what all of them show
 * reported after each reading, also after one that failed: that a source is away is news.
 */
export async function scheduleTraffic(options: {
  scheduler: SchedulerService;
  store: TrafficStore;
  reporter: Pick<TrafficReporter, 'report'>;
  settings: GraphSettings['traffic'];
  logger: LoggerService;
  now: () => Instant;
}): Promise<void> {
  const { scheduler, settings, reporter } = options;
  for (const source of settings.sources) {
    await scheduler.scheduleTask({
      id: `continuity-traffic-${source.id}`,
      scope: 'global',
      frequency: { milliseconds: settings.refreshMs },
      timeout: { minutes: 5 },
      initialDelay: { seconds: 10 },
      fn: async signal => {
        await readSource(source, { ...options, signal });
        await reporter.report();
      },
    });
  }
}
