export * from './types';
export * from './checks';
export { createCheckRegistry, type CheckRegistry } from './createCheckRegistry';
export { defineCheck } from './defineCheck';
export { EvidenceShelf } from './EvidenceShelf';
export { judgeLatest, type CheckOutcome, type CheckWords } from './judgeLatest';
export { runCheck, type CheckSubject } from './runCheck';
export { runCheckInRegions } from './runCheckInRegions';
export * from './scorecard';
