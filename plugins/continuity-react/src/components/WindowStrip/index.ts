export * from './WindowStrip';
