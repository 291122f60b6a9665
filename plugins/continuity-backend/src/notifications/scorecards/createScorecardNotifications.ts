import type { NotificationService } from '@backstage/plugin-notifications-node';
import { followLedger, type FollowingOptions } from '../../ledger';
import { DeliveryStore } from '../DeliveryStore';
import { OwnerMail } from '../OwnerMail';
import { ScorecardSender } from './ScorecardSender';

/** Has owners told of levels that their services lose. */
export async function createScorecardNotifications(
  options: FollowingOptions & {
    notifications: NotificationService;
    /** Where the page of Continuity is in the app. */
    pagePath: string;
  },
): Promise<void> {
  const deliveries = new DeliveryStore(options.database);
  const mail = new OwnerMail({ ...options, deliveries });
  await followLedger(
    new ScorecardSender({ ...options, mail, deliveries }),
    options,
  );
}
