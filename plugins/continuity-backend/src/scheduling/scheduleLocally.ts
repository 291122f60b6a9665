import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';

/** Something that every replica does again and again. */
export interface LocalTask {
  id: string;
  frequency: { seconds: number } | { minutes: number };
  timeout: { minutes: number };
  /** Absent: at once. */
  initialDelay?: { seconds: number } | { minutes: number };
  run: (signal: AbortSignal) => Promise<unknown>;
  /** What did not happen, as a sentence without its full stop. */
  failure: string;
}

/**
 * Has something done from now on and for as long as the process lives, in every replica:
 * local tasks do not wait for the lock of one that died. What keeps failing for the same
 * reason is said once.
 */
export async function scheduleLocally(
  { run, failure, ...task }: LocalTask,
  { scheduler, logger }: { scheduler: SchedulerService; logger: LoggerService },
): Promise<void> {
  let lastProblem: string | undefined;
  await scheduler.scheduleTask({
    ...task,
    scope: 'local',
    fn: async signal => {
      try {
        await run(signal);
        lastProblem = undefined;
      } catch (error) {
        const problem = stringifyError(error);
        if (problem !== lastProblem) {
          logger.warn(`${failure}; it is tried again. ${problem}`);
        }
        lastProblem = problem;
      }
    },
  });
}
