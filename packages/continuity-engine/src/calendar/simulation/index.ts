export {
  bearingWindows,
  changesInSteps,
  changesOf,
  compareCalendars,
  type ComparisonOptions,
} from './compareCalendars';
export { firstSlot } from './firstSlot';
export {
  simulate,
  simulateInSteps,
  type SimulationQuestion,
  type SimulationResult,
} from './simulate';
export type {
  CalendarChange,
  ClosedStretch,
  ClosingWindow,
  PlannedChange,
  PlannedOutcome,
  SimulatedService,
  Slot,
  WindowChange,
  WindowChanges,
  WindowName,
} from './types';
