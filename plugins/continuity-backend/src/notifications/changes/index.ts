export { createChangeNotifications } from './createChangeNotifications';
