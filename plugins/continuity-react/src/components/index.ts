export * from './Moment';
export * from './MomentText';
export * from './ReasonList';
export * from './ResourceView';
export * from './StatusMark';
export * from './TierChip';
export * from './useCellStyles';
export {
  EnforcementChip,
  EvidenceVerdictChip,
  VerdictChip,
} from './VerdictChip';
export * from './windowLook';
export * from './WindowChip';
export * from './WindowRules';
export * from './WindowStrip';
