import type { Knex } from 'knex';
import {
  startContinuity,
  type StartedContinuity,
  type Surroundings,
} from './startContinuity';

/**
 * One backend for all tests of a file, on an emptied database each time: to start one
 * takes longer than most tests.
 *
 * @param migrated - gives a database with tables and without content
 */
export function shareContinuity(
  migrated: () => Promise<Knex>,
  config: object = {},
) {
  let running: { knex: Knex; started: StartedContinuity } | undefined;
  return {
    async start(
      surroundings: Surroundings,
    ): Promise<{ knex: Knex; started: StartedContinuity }> {
      const knex = await migrated();
      if (running?.knex === knex) {
        await running.started.startOver(surroundings);
      } else {
        await running?.started.stop();
        const started = await startContinuity({
          knex,
          config,
          ...surroundings,
        });
        running = { knex, started };
      }
      return running;
    },
    async stop(): Promise<void> {
      await running?.started.stop();
      running = undefined;
    },
  };
}
