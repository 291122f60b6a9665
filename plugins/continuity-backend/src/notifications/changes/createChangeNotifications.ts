import type { NotificationService } from '@backstage/plugin-notifications-node';
import { followLedger, type FollowingOptions } from '../../ledger';
import { DeliveryStore } from '../DeliveryStore';
import { OwnerMail } from '../OwnerMail';
import { ChangeSender } from './ChangeSender';

/** Has those whom it concerns told of changes and of break-glass overrides. */
export async function createChangeNotifications(
  options: FollowingOptions & {
    notifications: NotificationService;
    /** Where the page of Continuity is in the app. */
    pagePath: string;
  },
): Promise<void> {
  const deliveries = new DeliveryStore(options.database);
  const mail = new OwnerMail({ ...options, deliveries });
  await followLedger(
    new ChangeSender({ ...options, mail, deliveries }),
    options,
  );
}
