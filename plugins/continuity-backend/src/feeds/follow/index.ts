export { FeedFollower } from './FeedFollower';
export { FollowedFeedsStatus } from './FollowedFeedsStatus';
export { KnexFeedStore } from './KnexFeedStore';
export { scheduleFollowing } from './scheduleFollowing';
