import type { NotificationService } from '@backstage/plugin-notifications-node';
import { followLedger, type FollowingOptions } from '../../ledger';
import { DeliveryStore } from '../DeliveryStore';
import { OwnerMail } from '../OwnerMail';
import { CampaignSender } from './CampaignSender';

/** Has owners told what campaigns ask of their services, and what came of it. */
export async function createCampaignNotifications(
  options: FollowingOptions & {
    notifications: NotificationService;
    /** Where the page of Continuity is in the app. */
    pagePath: string;
  },
): Promise<void> {
  const deliveries = new DeliveryStore(options.database);
  const mail = new OwnerMail({ ...options, deliveries });
  await followLedger(
    new CampaignSender({ ...options, mail, deliveries }),
    options,
  );
}
