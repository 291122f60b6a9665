export { STATE_LABELS } from './defaults';
export { readServiceNowSettings } from './readServiceNowSettings';
export type {
  ChangeType,
  DraftSettings,
  ServiceNowAuth,
  ServiceNowSettings,
} from './types';
