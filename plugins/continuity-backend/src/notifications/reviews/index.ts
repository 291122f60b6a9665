export { createReviewNotifications } from './createReviewNotifications';
