import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { LedgerService } from './LedgerService';

/** How long an entry of a process that died may wait for its place. */
const FREQUENCY = { seconds: 10 };
const TIMEOUT = { minutes: 5 };

/**
 * Gives entries their place that nobody waits for: now, for what was left behind before
 * the start, and from time to time, for what other replicas leave behind.
 */
export async function scheduleSequencing(options: {
  ledger: LedgerService;
  scheduler: SchedulerService;
  logger: LoggerService;
}): Promise<void> {
  const { ledger, scheduler, logger } = options;
  const catchUp = () =>
    ledger.catchUp().catch(error => {
      logger.warn('Entries of the ledger wait for their place', error);
    });
  await catchUp();
  await scheduler.scheduleTask({
    id: 'continuity-ledger-sequencing',
    // Local: each replica looks by itself; with nothing to do that is one cheap query.
    scope: 'local',
    frequency: FREQUENCY,
    timeout: TIMEOUT,
    fn: catchUp,
  });
}
