export { FeedFollower } from './FeedFollower';
export { KnexFeedStore } from './KnexFeedStore';
export { scheduleFollowing } from './scheduleFollowing';
