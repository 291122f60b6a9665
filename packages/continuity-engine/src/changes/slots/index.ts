export * from './types';
export { findSlots } from './findSlots';
