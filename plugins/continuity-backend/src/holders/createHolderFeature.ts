import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { Instant } from '@continuity/engine';
import type { DeploymentHolder } from '@continuity/plugin-continuity-node';
import type { Knex } from 'knex';
import type { GateService } from '../gate';
import {
  followLedger,
  type LedgerFollowers,
  type LedgerService,
} from '../ledger';
import { scheduleLocally } from '../scheduling';
import type { AwaitedDesk } from './AwaitedDesk';
import { DeploymentDesk } from './DeploymentDesk';
import { HeldDeploymentStore } from './HeldDeploymentStore';
import { HintFollower } from './HintFollower';
import { Looker } from './Looker';

/** How often each replica looks for what is due: one cheap query. */
const LOOK_EVERY = { seconds: 5 };
const LOOK_TIMEOUT = { minutes: 10 };

/** A system that holds deployments, and what takes its messages. */
export interface AddedHolder {
  holder: DeploymentHolder;
  desk: AwaitedDesk;
}

/** Deployments that other systems hold: decided, decided again, and told. */
export async function createHolderFeature(options: {
  database: Knex;
  followers: LedgerFollowers;
  gate: Pick<GateService, 'decide' | 'dryRun'>;
  /** By id, each of them once. */
  holders: ReadonlyMap<string, AddedHolder>;
  ledger: LedgerService;
  logger: LoggerService;
  scheduler: SchedulerService;
  now: () => Instant;
}): Promise<void> {
  const { database, holders } = options;
  if (holders.size === 0) return;
  const store = new HeldDeploymentStore(database);
  const looker = new Looker({ ...options, store, random: Math.random });
  await followLedger(new HintFollower({ ...options, store }), options);
  await scheduleLocally(
    {
      id: 'continuity-held-deployments',
      frequency: LOOK_EVERY,
      timeout: LOOK_TIMEOUT,
      initialDelay: LOOK_EVERY,
      run: signal => looker.run(signal),
      failure: 'Deployments that other systems hold could not be looked at',
    },
    options,
  );
  for (const [id, { desk }] of holders) {
    desk.open(new DeploymentDesk({ ...options, holder: id, store }));
  }
}
