import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { LedgerReader } from './LedgerReader';

/** How long an entry may wait for its readers. */
const FREQUENCY = { seconds: 5 };
const TIMEOUT = { minutes: 10 };

/**
 * Has a reader read, from now on and for as long as the process lives. Every replica
 * tries; one at a time reads.
 */
export async function scheduleReader(options: {
  reader: LedgerReader;
  scheduler: SchedulerService;
  logger: LoggerService;
}): Promise<void> {
  const { reader, scheduler, logger } = options;
  await reader.begin();
  let lastProblem: string | undefined;
  await scheduler.scheduleTask({
    id: `continuity-ledger-reader-${reader.name}`,
    // Local: it does not wait for the lock of a replica that died.
    scope: 'local',
    frequency: FREQUENCY,
    timeout: TIMEOUT,
    fn: async signal => {
      try {
        await reader.run(signal);
        lastProblem = undefined;
      } catch (error) {
        const problem = stringifyError(error);
        if (problem !== lastProblem) {
          logger.warn(`${reader.name} could not read the ledger: ${problem}`);
        }
        lastProblem = problem;
      }
    },
  });
}
