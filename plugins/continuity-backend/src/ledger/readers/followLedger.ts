import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { Instant } from '@continuity/engine';
import type { Knex } from 'knex';
import { scheduleLocally } from '../../scheduling';
import type { LedgerService } from '../LedgerService';
import { LedgerCursorStore } from './LedgerCursorStore';
import type { LedgerFollowers } from './LedgerFollowers';
import { LedgerReader } from './LedgerReader';
import type { LedgerFollower } from './types';

/** How long an entry may wait for its readers. */
const FREQUENCY = { seconds: 5 };
const TIMEOUT = { minutes: 10 };

/** What it takes to follow the ledger. */
export interface FollowingOptions {
  /** A database in which the migrations have run. */
  database: Knex;
  ledger: LedgerService;
  /** Are told who follows the ledger. */
  followers: Pick<LedgerFollowers, 'add'>;
  scheduler: SchedulerService;
  logger: LoggerService;
  now: () => Instant;
}

/**
 * Has somebody follow the ledger, from now on and for as long as the process lives. Every
 * replica tries; one at a time reads.
 */
export async function followLedger(
  follower: LedgerFollower,
  options: FollowingOptions,
): Promise<void> {
  const { database, followers } = options;
  const reader = new LedgerReader({
    ...options,
    follower,
    store: new LedgerCursorStore(database),
  });
  followers.add(follower);
  await reader.begin();
  await scheduleLocally(
    {
      id: `continuity-ledger-reader-${reader.name}`,
      frequency: FREQUENCY,
      timeout: TIMEOUT,
      run: signal => reader.run(signal),
      failure: `${reader.name} could not read the ledger`,
    },
    options,
  );
}
