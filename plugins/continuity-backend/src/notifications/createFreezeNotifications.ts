import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { CountedServices } from '../calendars';
import type { LoadedProjection } from '../catalog';
import type { FreezeNoticeSettings } from '../config';
import { followLedger, type FollowingOptions } from '../ledger';
import { scheduleLocally } from '../scheduling';
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

export interface FreezeNotificationOptions extends FollowingOptions {
  projection: Pick<LoadedProjection, 'current'>;
  services: CountedServices;
  notifications: NotificationService;
  settings: FreezeNoticeSettings;
  /** Where the page of Continuity is in the app. */
  pagePath: string;
}

/**
 * Has owners told of freezes, and of calendars that cannot be read, in two steps that can
 * each be repeated: what there is to say goes into the ledger, and a follower of the ledger
 * says it. Nothing else waits for either of them.
 */
export async function createFreezeNotifications(
  options: FreezeNotificationOptions,
): Promise<void> {
  const { database, settings } = options;
  if (!settings.enabled) {
    return;
  }
  const deliveries = new DeliveryStore(database);
  const mail = new OwnerMail({ ...options, deliveries });
  for (const follower of [
    new NoticeSender({ ...options, mail, deliveries }),
    new StandingSender({ ...options, mail, deliveries }),
  ]) {
    await followLedger(follower, options);
  }
  const watch = new FreezeWatch({
    ...options,
    store: new FreezeWatchStore(database),
    lastEdit: window => lastEditOf(database, window),
    settleMs: SETTLE_MS,
  });
  await scheduleLocally(
    {
      id: 'continuity-freeze-watch',
      frequency: LOOK_EVERY,
      timeout: TIMEOUT,
      initialDelay: LOOK_EVERY,
      run: signal => watch.look(signal),
      failure: 'Nobody looked what there is to say of freezes',
    },
    options,
  );
}
