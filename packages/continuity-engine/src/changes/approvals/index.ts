export * from './types';
export { findShortage, planSeats } from './planSeats';
export { whoMayApprove, type ApproverCircle } from './whoMayApprove';
