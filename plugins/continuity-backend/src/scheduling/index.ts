export { scheduleLocally } from './scheduleLocally';
