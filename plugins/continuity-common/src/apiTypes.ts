import type { components, operations } from './generated/openapi';

type Schemas = components['schemas'];

export type ApprovalDelegation = Schemas['ApprovalDelegation'];
export type Baseline = Schemas['Baseline'];
export type BaselineDetails = Schemas['BaselineDetails'];
export type BaselineProposal = Schemas['BaselineProposal'];
export type Breach = Schemas['Breach'];
export type Calendar = Schemas['Calendar'];
export type CalendarFinding = Schemas['CalendarFinding'];
export type CalendarState = Schemas['CalendarState'];
export type CalendarSubscription = Schemas['CalendarSubscription'];
export type CalendarSummary = Schemas['CalendarSummary'];
export type CabAgenda = Schemas['CabAgenda'];
export type CabAgendaItem = Schemas['CabAgendaItem'];
export type CabBoard = Schemas['CabBoard'];
export type CabMeeting = Schemas['CabMeeting'];
export type CabMeetingDetails = Schemas['CabMeetingDetails'];
export type CabMinute = Schemas['CabMinute'];
export type CabMinutes = Schemas['CabMinutes'];
export type CabVote = Schemas['CabVote'];
export type CalendarView = Schemas['CalendarView'];
export type CalendarWindow = Schemas['CalendarWindow'];
export type Campaign = Schemas['Campaign'];
export type CampaignContent = Schemas['CampaignContent'];
export type CampaignCounts = Schemas['CampaignCounts'];
export type CampaignPreview = Schemas['CampaignPreview'];
export type CampaignProgress = Schemas['CampaignProgress'];
export type CampaignRevision = Schemas['CampaignRevision'];
export type CampaignService = Schemas['CampaignService'];
export type CampaignStanding = Schemas['CampaignStanding'];
export type CampaignState = Schemas['CampaignState'];
export type CatalogChange = Schemas['CatalogChange'];
export type Change = Schemas['Change'];
export type ChangeApproval = Schemas['ChangeApproval'];
export type ChangeConflict = Schemas['ChangeConflict'];
export type ChangeContent = Schemas['ChangeContent'];
export type ChangeEvent = Schemas['ChangeEvent'];
export type ChangeHappening = Schemas['ChangeHappening'];
export type ChangeOutcome = Schemas['ChangeOutcome'];
export type ChangeRecord = Schemas['ChangeRecord'];
export type ChangeRecordDecision = Schemas['ChangeRecordDecision'];
export type ChangeDecisionResult = Schemas['ChangeDecisionResult'];
export type ChangeRevision = Schemas['ChangeRevision'];
export type ChangeSeatRule = Schemas['ChangeSeatRule'];
export type ChangeRisk = Schemas['ChangeRisk'];
export type ChangeSlots = Schemas['ChangeSlots'];
export type ChangeState = Schemas['ChangeState'];
export type ChangeSummary = Schemas['ChangeSummary'];
export type Checkpoint = Schemas['Checkpoint'];
export type Collector = Schemas['Collector'];
export type CollectorProblem = Schemas['CollectorProblem'];
export type ComposedAvailability = Schemas['ComposedAvailability'];
export type ComposedRecovery = Schemas['ComposedRecovery'];
export type Connector = Schemas['Connector'];
export type ConnectorProblem = Schemas['ConnectorProblem'];
export type ConnectorPush = Schemas['ConnectorPush'];
export type ContinuityProfile = Schemas['ContinuityProfile'];
export type ContinuityStatus = Schemas['Status'];
export type CutSets = Schemas['CutSets'];
export type DependencySource = Schemas['DependencySource'];
export type DependencyStrength = Schemas['DependencyStrength'];
export type EntityCampaign = Schemas['EntityCampaign'];
export type EntityContinuity = Schemas['EntityContinuity'];
export type EntityDependencies = Schemas['EntityDependencies'];
export type EntityWindow = Schemas['EntityWindow'];
export type Evidence = Schemas['Evidence'];
export type EvidenceBatchResult = Schemas['EvidenceBatchResult'];
export type EvidenceKind = Schemas['EvidenceKind'];
export type EvidenceSubmission = Schemas['EvidenceSubmission'];
export type Fleet = Schemas['Fleet'];
export type FleetItem = Schemas['FleetItem'];
export type FollowedFeed = Schemas['FollowedFeed'];
export type GateDecision = Schemas['GateDecision'];
export type GateReason = Schemas['GateReason'];
export type GateRequest = Schemas['GateRequest'];
export type GateVerdict = Schemas['GateVerdict'];
export type GraphCountedGroup = Schemas['GraphCountedGroup'];
export type GraphCounts = Schemas['GraphCounts'];
export type GraphDirection = Schemas['GraphDirection'];
export type GraphEdge = Schemas['GraphEdge'];
export type GraphExemption = Schemas['GraphExemption'];
export type GraphFinding = Schemas['GraphFinding'];
export type GraphFindingKind = Schemas['GraphFindingKind'];
export type GraphFindingSeverity = Schemas['GraphFindingSeverity'];
export type GraphFindingGroup = Schemas['GraphFindingGroup'];
export type GraphFindingGroupsPage = Schemas['GraphFindingGroupsPage'];
export type GraphFindingsPage = Schemas['GraphFindingsPage'];
export type GraphFreshness = Schemas['GraphFreshness'];
export type GraphGroupRef = Schemas['GraphGroupRef'];
export type GraphNode = Schemas['GraphNode'];
export type GraphPath = Schemas['GraphPath'];
export type GraphPathStep = Schemas['GraphPathStep'];
export type GraphPicture = Schemas['GraphPicture'];
export type GraphReachItem = Schemas['GraphReachItem'];
export type GraphReachPage = Schemas['GraphReachPage'];
export type GraphStatus = Schemas['GraphStatus'];
export type Impact = Schemas['Impact'];
export type ImpactItem = Schemas['ImpactItem'];
export type ImpactOutcome = Schemas['ImpactOutcome'];
export type ImpactRequest = Schemas['ImpactRequest'];
export type LedgerEntry = Schemas['LedgerEntry'];
export type LedgerFollower = Schemas['LedgerFollower'];
export type LedgerVerification = Schemas['LedgerVerification'];
export type Occurrence = Schemas['Occurrence'];
export type Override = Schemas['Override'];
export type OverrideState = Schemas['OverrideState'];
export type PointsOfFailure = Schemas['PointsOfFailure'];
export type PointsOfFailureRequest = Schemas['PointsOfFailureRequest'];
export type PortalWindow = Schemas['PortalWindow'];
export type PortalWindowRevision = Schemas['PortalWindowRevision'];
export type ReadinessDifference = Schemas['ReadinessDifference'];
export type ReadinessSnapshot = Schemas['ReadinessSnapshot'];
export type Refusal = Schemas['Refusal'];
export type ReleaseClass = Schemas['ReleaseClass'];
export type ReleaseClassification = Schemas['ReleaseClassification'];
export type ReleaseDeclaredFacts = Schemas['ReleaseDeclaredFacts'];
export type RetryOutcome = Schemas['RetryOutcome'];
export type Saas = Schemas['Saas'];
export type SaasDecision = Schemas['SaasDecision'];
export type SaasPlanning = Schemas['SaasPlanning'];
export type SetAsideEntry = Schemas['SetAsideEntry'];
export type SignedStatement = Schemas['SignedStatement'];
export type SigningKey = Schemas['SigningKey'];
export type Simulation = Schemas['Simulation'];
export type SimulationRequest = Schemas['SimulationRequest'];
export type SubscriptionSubject = Schemas['SubscriptionSubject'];
export type TrafficSource = Schemas['TrafficSource'];
export type UnauthorisedDeployment = Schemas['UnauthorisedDeployment'];
export type UnreadableCalendar = Schemas['UnreadableCalendar'];
export type Waves = Schemas['Waves'];
export type WavesRequest = Schemas['WavesRequest'];
export type WindowChange = Schemas['WindowChange'];
export type WindowDraft = Schemas['WindowDraft'];
export type WindowFacts = Schemas['WindowFacts'];
export type WindowPreview = Schemas['WindowPreview'];
export type EntityCheck = Schemas['EntityCheck'];
export type DriftAgainst = Schemas['DriftAgainst'];
export type DriftCulprit = Schemas['DriftCulprit'];
export type DriftEntry = Schemas['DriftEntry'];
export type DriftFinding = Schemas['DriftFinding'];
export type DriftPage = Schemas['DriftPage'];
export type DriftParityCell = Schemas['DriftParityCell'];
export type DriftParityPage = Schemas['DriftParityPage'];
export type DriftParityRow = Schemas['DriftParityRow'];
export type DriftParityState = Schemas['DriftParityState'];
export type DriftPlace = Schemas['DriftPlace'];
export type DriftScan = Schemas['DriftScan'];
export type DriftStanding = Schemas['DriftStanding'];
export type DriftValue = Schemas['DriftValue'];
export type EntityScorecard = Schemas['EntityScorecard'];
export type RemedyAction = Schemas['RemedyAction'];
export type Scorecard = Schemas['Scorecard'];
export type ScorecardChange = Schemas['ScorecardChange'];
export type ScorecardCheck = Schemas['ScorecardCheck'];
export type ScorecardCheckState = Schemas['ScorecardCheckState'];
export type ScorecardDay = Schemas['ScorecardDay'];
export type ScorecardExemption = Schemas['ScorecardExemption'];
export type ScorecardExemptionState = Schemas['ScorecardExemptionState'];
export type ScorecardJudging = Schemas['ScorecardJudging'];
export type ScorecardLevel = Schemas['ScorecardLevel'];
export type ScorecardLevelCount = Schemas['ScorecardLevelCount'];
export type ScorecardPoints = Schemas['ScorecardPoints'];
export type ScorecardResult = Schemas['ScorecardResult'];
export type ScorecardResultsPage = Schemas['ScorecardResultsPage'];
export type ScorecardRollUp = Schemas['ScorecardRollUp'];
export type ScorecardScore = Schemas['ScorecardScore'];
export type ScorecardService = Schemas['ScorecardService'];
export type ScorecardStanding = Schemas['ScorecardStanding'];
export type ScorecardSummary = Schemas['ScorecardSummary'];

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

export type CutSetsRequest = Body<'findCutSets'>;
export type GraphExemptionRequest = Body<'requestGraphExemption'>;
export type GraphExemptionDecision = Body<'decideGraphExemption'>;
export type SaasDecisionRequest = Body<'decideSaas'>;

export type ClassificationRequest = Body<'classifyRelease'>;
export type ChangeCreation = Body<'createChange'>;
export type ChangeRevising = Body<'reviseChange'>;
export type ChangeMove = Body<'moveChange'>;
export type ChangeDecision = Body<'decideChange'>;
export type ChangeSlotsRequest = Body<'findChangeSlots'>;
export type ApprovalDelegationRequest = Body<'createApprovalDelegation'>;
export type CabMeetingCall = Body<'callCabMeeting'>;
export type CabMeetingClosing = Body<'closeCabMeeting'>;
export type ChangeDecisions = Body<'decideChanges'>;
export type OverrideRequest = Body<'requestOverride'>;
export type OverrideDecision = Body<'decideOverride'>;
export type OverrideReviewInput = Body<'reviewOverride'>;
export type ScorecardExemptionRequest = Body<'requestScorecardExemption'>;
export type ScorecardExemptionDecision = Body<'decideScorecardExemption'>;
export type CampaignCreation = Body<'createCampaign'>;
export type CampaignDraft = Body<'previewCampaign'>;
export type CampaignChange = Body<'reviseCampaign'>;
export type CampaignCancellation = Body<'cancelCampaign'>;

export type ChangesQuery = Query<'listChanges'>;
export type ChangeBoardQuery = Query<'getChangeBoard'>;
export type CabMeetingsQuery = Query<'listCabMeetings'>;
export type OverridesQuery = Query<'listOverrides'>;
export type UnauthorisedQuery = Query<'listUnauthorisedDeployments'>;
export type GraphFindingsQuery = Query<'listGraphFindings'>;
export type GraphFindingsExportQuery = Query<'exportGraphFindings'>;
export type GraphReachQuery = Query<'listEntityDependencies'>;
export type SaasQuery = Query<'listSaas'>;
export type CalendarViewQuery = Query<'getCalendarView'>;
export type PortalWindowsQuery = Query<'listPortalWindows'>;
export type FleetQuery = Query<'getFleet'>;
export type DecisionsQuery = Query<'listDecisions'>;
export type EvidenceQuery = Query<'listEntityEvidence'>;
export type WindowsQuery = Query<'listEntityWindows'>;
export type LedgerQuery = Query<'listLedgerEntries'>;
export type ScorecardExemptionsQuery = Query<'listScorecardExemptions'>;
export type ScorecardHistoryQuery = Query<'listEntityScorecardHistory'>;
export type ScorecardResultsExportQuery = Query<'exportScorecardResults'>;
export type ScorecardResultsQuery = Query<'listScorecardResults'>;
export type ScorecardSummaryQuery = Query<'getScorecardSummary'>;
export type CampaignsQuery = Query<'listCampaigns'>;
export type CampaignServicesQuery = Query<'listCampaignServices'>;
export type DriftQuery = Query<'listDrift'>;
export type DriftParityQuery = Query<'listDriftParity'>;
export type EntityDriftQuery = Query<'getEntityDrift'>;
export type BaselinesQuery = Query<'listBaselines'>;
export type BaselinePlaceQuery = Query<'getCurrentBaseline'>;
export type SetAsideQuery = Query<'listSetAsideEntries'>;

/** When a service is frozen, and which calendars could not be read. */
export type EntityWindows =
  operations['listEntityWindows']['responses']['200']['content']['application/json'];
/** Public keys that decisions are or were signed with, newest first. */
export type SigningKeys =
  operations['listSigningKeys']['responses']['200']['content']['application/json'];
/** A stretch of the ledger, with the checkpoint it belongs to. */
export type LedgerPage =
  operations['listLedgerEntries']['responses']['200']['content']['application/json'];
/** Definitions from elsewhere as windows, and what did not mean what it seemed to. */
export type CalendarImportResult =
  operations['importCalendar']['responses']['200']['content']['application/json'];
/** A finding with every exemption it ever had. */
export type GraphFindingHistory =
  operations['getGraphFinding']['responses']['200']['content']['application/json'];
/** Third-party services, with how many are in planning, are not, and are not decided. */
export type SaasPage =
  operations['listSaas']['responses']['200']['content']['application/json'];
/** A third-party service with every decision about it. */
export type SaasHistory =
  operations['getSaas']['responses']['200']['content']['application/json'];
/** Changes by state. */
export type ChangeBoard =
  operations['getChangeBoard']['responses']['200']['content']['application/json'];
/** A page of campaigns, and what the caller may do. */
export type CampaignsPage =
  operations['listCampaigns']['responses']['200']['content']['application/json'];
/** Every scorecard, and what the caller may do with them. */
export type Scorecards =
  operations['listScorecards']['responses']['200']['content']['application/json'];
