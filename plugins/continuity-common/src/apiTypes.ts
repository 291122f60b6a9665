import type { components, operations } from './generated/openapi';

type Schemas = components['schemas'];

export type Calendar = Schemas['Calendar'];
export type CalendarFinding = Schemas['CalendarFinding'];
export type CalendarState = Schemas['CalendarState'];
export type CalendarSubscription = Schemas['CalendarSubscription'];
export type CalendarSummary = Schemas['CalendarSummary'];
export type CalendarView = Schemas['CalendarView'];
export type CalendarWindow = Schemas['CalendarWindow'];
export type Checkpoint = Schemas['Checkpoint'];
export type ContinuityProfile = Schemas['ContinuityProfile'];
export type ContinuityStatus = Schemas['Status'];
export type EntityContinuity = Schemas['EntityContinuity'];
export type EntityWindow = Schemas['EntityWindow'];
export type Evidence = Schemas['Evidence'];
export type EvidenceBatchResult = Schemas['EvidenceBatchResult'];
export type EvidenceKind = Schemas['EvidenceKind'];
export type EvidenceSubmission = Schemas['EvidenceSubmission'];
export type Fleet = Schemas['Fleet'];
export type FleetItem = Schemas['FleetItem'];
export type GateDecision = Schemas['GateDecision'];
export type GateReason = Schemas['GateReason'];
export type GateRequest = Schemas['GateRequest'];
export type GateVerdict = Schemas['GateVerdict'];
export type LedgerEntry = Schemas['LedgerEntry'];
export type LedgerVerification = Schemas['LedgerVerification'];
export type Occurrence = Schemas['Occurrence'];
export type PortalWindow = Schemas['PortalWindow'];
export type PortalWindowRevision = Schemas['PortalWindowRevision'];
export type ReleaseClass = Schemas['ReleaseClass'];
export type Simulation = Schemas['Simulation'];
export type SimulationRequest = Schemas['SimulationRequest'];
export type SubscriptionSubject = Schemas['SubscriptionSubject'];
export type UnreadableCalendar = Schemas['UnreadableCalendar'];
export type WindowChange = Schemas['WindowChange'];
export type WindowDraft = Schemas['WindowDraft'];
export type WindowFacts = Schemas['WindowFacts'];
export type WindowPreview = Schemas['WindowPreview'];

/** A page of a list; an absent `nextCursor` means that it was the last one. */
export interface Page<T> {
  items: T[];
  nextCursor?: string;
}

type Query<Operation extends keyof operations> = NonNullable<
  operations[Operation]['parameters']['query']
>;

type Body<Operation extends keyof operations> = NonNullable<
  operations[Operation]['requestBody']
> extends { content: { 'application/json': infer T } }
  ? T
  : never;

export type CalendarImportRequest = Body<'importCalendar'>;
export type CalendarLintRequest = Body<'lintCalendar'>;
export type PortalWindowCreation = Body<'createPortalWindow'>;
export type PortalWindowChange = Body<'updatePortalWindow'>;
export type PortalWindowRemoval = Body<'removePortalWindow'>;

export type CalendarViewQuery = Query<'getCalendarView'>;
export type PortalWindowsQuery = Query<'listPortalWindows'>;
export type FleetQuery = Query<'getFleet'>;
export type DecisionsQuery = Query<'listDecisions'>;
export type EvidenceQuery = Query<'listEntityEvidence'>;
export type WindowsQuery = Query<'listEntityWindows'>;
export type LedgerQuery = Query<'listLedgerEntries'>;

/** When a service is frozen, and which calendars could not be read. */
export type EntityWindows =
  operations['listEntityWindows']['responses']['200']['content']['application/json'];
/** A stretch of the ledger, with the checkpoint it belongs to. */
export type LedgerPage =
  operations['listLedgerEntries']['responses']['200']['content']['application/json'];
/** Definitions from elsewhere as windows, and what did not mean what it seemed to. */
export type CalendarImportResult =
  operations['importCalendar']['responses']['200']['content']['application/json'];
