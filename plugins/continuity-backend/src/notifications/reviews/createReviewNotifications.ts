import type { NotificationService } from '@backstage/plugin-notifications-node';
import type { ReviewNoticeSettings } from '../../config';
import { type GraphProjection, KnexSaasDecisionStore } from '../../graph';
import { followLedger, type FollowingOptions } from '../../ledger';
import { scheduleLocally } from '../../scheduling';
import { DeliveryStore } from '../DeliveryStore';
import { OwnerMail } from '../OwnerMail';
import { ReviewNoticeStore } from './ReviewNoticeStore';
import { ReviewSender } from './ReviewSender';
import { ReviewWatch } from './ReviewWatch';

/** Reviews fall due by the day. */
const LOOK_EVERY = { minutes: 10 };
const FIRST_LOOK = { minutes: 1 };
const TIMEOUT = { minutes: 5 };

/**
 * Has owners of third-party services told when a decision about one is to be reviewed, in
 * two steps that can each be repeated: that it is to be goes into the ledger, and a
 * follower of the ledger says it.
 */
export async function createReviewNotifications(
  options: FollowingOptions & {
    graph: Pick<GraphProjection, 'current'>;
    notifications: NotificationService;
    settings: ReviewNoticeSettings;
    /** Where the page of Continuity is in the app. */
    pagePath: string;
  },
): Promise<void> {
  const { database, settings } = options;
  if (!settings.enabled) {
    return;
  }
  const decisions = new KnexSaasDecisionStore(database);
  const deliveries = new DeliveryStore(database);
  const mail = new OwnerMail({ ...options, deliveries });
  await followLedger(
    new ReviewSender({ ...options, mail, deliveries, decisions }),
    options,
  );
  const watch = new ReviewWatch({
    ...options,
    decisions,
    notices: new ReviewNoticeStore(database),
    noticeMs: settings.noticeMs,
  });
  await scheduleLocally(
    {
      id: 'continuity-saas-review-watch',
      frequency: LOOK_EVERY,
      timeout: TIMEOUT,
      initialDelay: FIRST_LOOK,
      run: () => watch.look(),
      failure: 'Nobody looked which third-party services are to be reviewed',
    },
    options,
  );
}
