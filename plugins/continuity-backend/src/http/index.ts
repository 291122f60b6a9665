export { Access, notVisible, type AccessOptions, type Caller } from './Access';
export { audited } from './audited';
export { createValidatedRouter } from './createValidatedRouter';
export { canonicalRef } from './entityRefs';
export { parseInstant, toIso } from './instants';
export { END_OF_TIME, MAX_PERIOD_DAYS, readPeriod } from './period';
export { queryFlag, queryNumber, queryPage, queryText } from './query';
export { plainProse, plainText } from './plainText';
export { seenRevision } from './seenRevision';
