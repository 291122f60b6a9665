import type {
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { stringifyError } from '@backstage/errors';
import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { Instant } from '@continuity/engine';
import type { Knex } from 'knex';
import type { CountedServices } from '../calendars';
import type { LoadedProjection } from '../catalog';
import type { FreezeNoticeSettings } from '../config';
import {
  LedgerCursorStore,
  type LedgerFollowers,
  LedgerReader,
  type LedgerService,
  scheduleReader,
} from '../ledger';
import { DeliveryStore } from './DeliveryStore';
import { FreezeWatch } from './FreezeWatch';
import { FreezeWatchStore } from './FreezeWatchStore';
import { lastEditOf } from './lastEdit';
import { NoticeSender } from './NoticeSender';
import { OwnerMail } from './OwnerMail';
import { StandingSender } from './StandingSender';

/** How late people may be told of a change. */
const LOOK_EVERY = { seconds: 30 };
const TIMEOUT = { minutes: 10 };
/** The catalog of a new portal has been read by then. */
const SETTLE_MS = 5 * 60_000;

export interface FreezeNotificationOptions {
  /** A database in which the migrations have run. */
  database: Knex;
  ledger: LedgerService;
  /** Are told who follows the ledger. */
  followers: Pick<LedgerFollowers, 'add'>;
  projection: Pick<LoadedProjection, 'current'>;
  services: CountedServices;
  notifications: NotificationService;
  scheduler: SchedulerService;
  logger: LoggerService;
  settings: FreezeNoticeSettings;
  /** Where the page of Continuity is in the app. */
  pagePath: string;
  now: () => Instant;
}

/**
 * Has owners told of freezes, and of calendars that cannot be read, in two steps that can each be repeated: what there is to
 * say goes into the ledger, and a follower of the ledger says it. Nothing else waits for
 * either of them.
 */
export async function createFreezeNotifications(
  options: FreezeNotificationOptions,
): Promise<void> {
  const { database, ledger, logger, notifications, now, scheduler, settings } =
    options;
  if (!settings.enabled) {
    return;
  }
  const deliveries = new DeliveryStore(database);
  const mail = new OwnerMail({ notifications, deliveries });
  for (const follower of [
    new NoticeSender({ ...options, mail, deliveries }),
    new StandingSender({ ...options, mail, deliveries }),
  ]) {
    options.followers.add(follower);
    await scheduleReader({
      reader: new LedgerReader({
        follower,
        store: new LedgerCursorStore(database),
        ledger,
        logger,
        now,
      }),
      scheduler,
      logger,
    });
  }
  const watch = new FreezeWatch({
    ...options,
    store: new FreezeWatchStore(database),
    lastEdit: window => lastEditOf(database, window),
    settleMs: SETTLE_MS,
  });
  let lastProblem: string | undefined;
  await scheduler.scheduleTask({
    id: 'continuity-freeze-watch',
    // Local: it does not wait for the lock of a replica that died.
    scope: 'local',
    frequency: LOOK_EVERY,
    timeout: TIMEOUT,
    initialDelay: LOOK_EVERY,
    fn: async signal => {
      try {
        await watch.look(signal);
        lastProblem = undefined;
      } catch (error) {
        const problem = stringifyError(error);
        if (problem !== lastProblem) {
          logger.warn(
            `Nobody looked what there is to say of freezes; it is tried again. ${problem}`,
          );
        }
        lastProblem = problem;
      }
    },
  });
}
