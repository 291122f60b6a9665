export * from './continuityApiRef';
export * from './types';
