import type { components, operations } from './generated/openapi';

type Schemas = components['schemas'];

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
export type ReleaseClass = Schemas['ReleaseClass'];
export type UnreadableCalendar = Schemas['UnreadableCalendar'];

/** A page of a list; an absent `nextCursor` means that it was the last one. */
export interface Page<T> {
  items: T[];
  nextCursor?: string;
}

type Query<Operation extends keyof operations> = NonNullable<
  operations[Operation]['parameters']['query']
>;

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
