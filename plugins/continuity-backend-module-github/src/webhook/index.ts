export { createWebhook, WEBHOOK_PATH } from './createWebhook';
