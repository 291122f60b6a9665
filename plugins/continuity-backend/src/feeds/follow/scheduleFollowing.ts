import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { FeedFollower } from './FeedFollower';

/** How often each replica looks for feeds that are due: two cheap queries. */
const LOOK_EVERY = { seconds: 5 };
/** What is not asked by then is due in the next round. */
const TIMEOUT = { minutes: 5 };

/**
 * Has feeds asked when they are due. Every replica looks by itself, so that one that died
 * holds up nobody but the feed that it was asking.
 */
export async function scheduleFollowing(options: {
  scheduler: SchedulerService;
  follower: Pick<FeedFollower, 'run'>;
}): Promise<void> {
  const { scheduler, follower } = options;
  await scheduler.scheduleTask({
    id: 'continuity-calendar-feeds',
    scope: 'local',
    frequency: LOOK_EVERY,
    timeout: TIMEOUT,
    initialDelay: { seconds: 2 },
    fn: signal => follower.run(signal),
  });
}
