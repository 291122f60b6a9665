export * from './types';
export { type Planned } from './busyTimes';
export { findConflicts } from './findConflicts';
export { passOver, type Covered } from './passOver';
