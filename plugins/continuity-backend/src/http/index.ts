export { Access, notVisible, type AccessOptions, type Caller } from './Access';
export { audited } from './audited';
export { createValidatedRouter } from './createValidatedRouter';
export { canonicalRef } from './entityRefs';
export { requireInstant } from './instants';
