export { createFreezeNotifications } from './createFreezeNotifications';
