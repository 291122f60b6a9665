export { ChangeApi } from './ChangeApi';
export { ServiceNowClient } from './ServiceNowClient';
export { TableApi, type Row } from './TableApi';
