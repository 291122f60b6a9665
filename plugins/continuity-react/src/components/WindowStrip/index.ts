export * from './WindowDetails';
export * from './WindowStrip';
