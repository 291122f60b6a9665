/* eslint-disable new-cap -- openapi-fetch names its methods as HTTP does */
import { parseEntityRef } from '@backstage/catalog-model';
import createFetchClient from 'openapi-fetch';
import type {
  ApprovalDelegation,
  ApprovalDelegationRequest,
  CabAgenda,
  CabBoard,
  CabMeeting,
  CabMeetingCall,
  CabMeetingClosing,
  CabMeetingDetails,
  CabMeetingsQuery,
  Calendar,
  CalendarFinding,
  CalendarImportRequest,
  CalendarImportResult,
  CalendarLintRequest,
  CalendarSubscription,
  CalendarSummary,
  CalendarView,
  CalendarViewQuery,
  CatalogChange,
  Change,
  ChangeApproval,
  ChangeBoard,
  ChangeBoardQuery,
  ChangeConflict,
  ChangeCreation,
  ChangeDecision,
  ChangeDecisionResult,
  ChangeDecisions,
  ChangeHappening,
  ChangeMove,
  ChangeRecord,
  ChangeRevising,
  ChangeRevision,
  ChangeSlots,
  ChangeSlotsRequest,
  ChangesQuery,
  ChangeSummary,
  Checkpoint,
  ClassificationRequest,
  Collector,
  Connector,
  ContinuityStatus,
  CutSets,
  CutSetsRequest,
  DecisionsQuery,
  EntityContinuity,
  EntityDependencies,
  EntityWindows,
  Evidence,
  EvidenceBatchResult,
  EvidenceKind,
  EvidenceQuery,
  EvidenceSubmission,
  Fleet,
  FleetQuery,
  FollowedFeed,
  GateDecision,
  GateRequest,
  GraphDirection,
  GraphExemption,
  GraphExemptionDecision,
  GraphExemptionRequest,
  GraphFindingGroupsPage,
  GraphFindingHistory,
  GraphFindingsExportQuery,
  GraphFindingsPage,
  GraphFindingsQuery,
  GraphReachPage,
  GraphReachQuery,
  GraphStatus,
  Impact,
  ImpactRequest,
  LedgerFollower,
  LedgerPage,
  LedgerQuery,
  LedgerVerification,
  Override,
  OverrideDecision,
  OverrideRequest,
  OverrideReviewInput,
  OverridesQuery,
  Page,
  PointsOfFailure,
  PointsOfFailureRequest,
  PortalWindow,
  PortalWindowChange,
  PortalWindowCreation,
  PortalWindowRemoval,
  PortalWindowRevision,
  PortalWindowsQuery,
  ReleaseClassification,
  RetryOutcome,
  SaasDecision,
  SaasDecisionRequest,
  SaasHistory,
  SaasPage,
  SaasQuery,
  SetAsideEntry,
  SetAsideQuery,
  SignedStatement,
  SigningKeys,
  Simulation,
  SimulationRequest,
  SubscriptionSubject,
  UnauthorisedDeployment,
  UnauthorisedQuery,
  Waves,
  WavesRequest,
  WindowDraft,
  WindowPreview,
  WindowsQuery,
} from '../apiTypes';
import type { paths } from '../generated/openapi';
import type { CallOptions } from './CallOptions';
import { campaignCalls, type CampaignsClient } from './campaigns';
import { driftCalls, type DriftClient } from './drift';
import { scorecardCalls, type ScorecardsClient } from './scorecards';
import { done, unwrap } from './unwrap';

/**
 * The Continuity API with its types. An answer outside 2xx is thrown as a
 * `ResponseError` of `@backstage/errors`, which carries status and body.
 */
export interface ContinuityClient
  extends ScorecardsClient,
    CampaignsClient,
    DriftClient {
  getStatus(options?: CallOptions): Promise<ContinuityStatus>;
  listEvidenceKinds(options?: CallOptions): Promise<EvidenceKind[]>;
  createEvidence(
    submission: EvidenceSubmission,
    options?: CallOptions,
  ): Promise<Evidence>;
  /** At most 500 items; a rejected one is in the result and does not throw. */
  createEvidenceBatch(
    items: unknown[],
    options?: CallOptions,
  ): Promise<EvidenceBatchResult>;
  /** Any that is about an entity which the caller may see, however old it is. */
  getEvidence(id: string, options?: CallOptions): Promise<Evidence>;
  getEntity(
    entityRef: string,
    options?: CallOptions,
  ): Promise<EntityContinuity>;
  listEvidence(
    entityRef: string,
    query?: EvidenceQuery,
    options?: CallOptions,
  ): Promise<Page<Evidence>>;
  listWindows(
    entityRef: string,
    query: WindowsQuery,
    options?: CallOptions,
  ): Promise<EntityWindows>;
  getFleet(query?: FleetQuery, options?: CallOptions): Promise<Fleet>;
  /** Recorded unless `request.dryRun`; a repeat under the same key gives the same decision. */
  decide(
    request: GateRequest,
    options?: CallOptions & { idempotencyKey?: string },
  ): Promise<GateDecision>;
  getDecision(id: string, options?: CallOptions): Promise<GateDecision>;
  /** A recorded decision, signed; `continuity decision verify` verifies it offline. */
  getDecisionStatement(
    id: string,
    options?: CallOptions,
  ): Promise<SignedStatement>;
  /** Public keys that decisions are or were signed with, newest first. */
  listSigningKeys(options?: CallOptions): Promise<SigningKeys>;
  listDecisions(
    query?: DecisionsQuery,
    options?: CallOptions,
  ): Promise<Page<GateDecision>>;
  getCheckpoint(options?: CallOptions): Promise<Checkpoint>;
  listLedgerEntries(
    query?: LedgerQuery,
    options?: CallOptions,
  ): Promise<LedgerPage>;
  verifyLedger(options?: CallOptions): Promise<LedgerVerification>;
  /** Who follows the ledger, and how many entries that has. */
  listLedgerFollowers(
    options?: CallOptions,
  ): Promise<{ entries: number; items: LedgerFollower[] }>;
  /** The newest entries that a follower gave up on, and how many there are. */
  listSetAsideEntries(
    query?: SetAsideQuery,
    options?: CallOptions,
  ): Promise<{ items: SetAsideEntry[]; totalItems: number }>;
  /** Waits for the outcome. */
  retrySetAsideEntry(
    entry: Pick<SetAsideEntry, 'follower' | 'index'>,
    options?: CallOptions,
  ): Promise<RetryOutcome>;
  listFollowedFeeds(options?: CallOptions): Promise<FollowedFeed[]>;
  /** Other systems in which changes are kept, and what waits to be written there. */
  listConnectors(options?: CallOptions): Promise<Connector[]>;
  /** Has a change written to another system again. Waits for the outcome. */
  retryConnectorPush(
    push: { connector: string; change: string },
    options?: CallOptions,
  ): Promise<RetryOutcome>;
  /** What asks other systems what they see of services: how each does. */
  listCollectors(options?: CallOptions): Promise<Collector[]>;
  /** Has a collector run within a minute. Does not wait for it. */
  runCollector(collector: string, options?: CallOptions): Promise<Collector>;
  listCalendars(options?: CallOptions): Promise<CalendarSummary[]>;
  getCalendar(calendarRef: string, options?: CallOptions): Promise<Calendar>;
  getCalendarView(
    query: CalendarViewQuery,
    options?: CallOptions,
  ): Promise<CalendarView>;
  lintCalendar(
    request: CalendarLintRequest,
    options?: CallOptions,
  ): Promise<CalendarFinding[]>;
  /** Saves nothing. */
  importCalendar(
    request: CalendarImportRequest,
    options?: CallOptions,
  ): Promise<CalendarImportResult>;
  simulate(
    request: SimulationRequest,
    options?: CallOptions,
  ): Promise<Simulation>;
  listCalendarSubscriptions(
    options?: CallOptions,
  ): Promise<CalendarSubscription[]>;
  /** The answer is the only one that carries the address. */
  createCalendarSubscription(
    subject: SubscriptionSubject,
    options?: CallOptions,
  ): Promise<CalendarSubscription>;
  revokeCalendarSubscription(id: string, options?: CallOptions): Promise<void>;
  listPortalWindows(
    query?: PortalWindowsQuery,
    options?: CallOptions,
  ): Promise<Page<PortalWindow>>;
  getPortalWindow(id: string, options?: CallOptions): Promise<PortalWindow>;
  listPortalWindowHistory(
    id: string,
    options?: CallOptions,
  ): Promise<PortalWindowRevision[]>;
  previewPortalWindow(
    draft: WindowDraft,
    options?: CallOptions,
  ): Promise<WindowPreview>;
  createPortalWindow(
    creation: PortalWindowCreation,
    options?: CallOptions,
  ): Promise<PortalWindow>;
  updatePortalWindow(
    id: string,
    change: PortalWindowChange,
    options?: CallOptions,
  ): Promise<PortalWindow>;
  removePortalWindow(
    id: string,
    removal: PortalWindowRemoval,
    options?: CallOptions,
  ): Promise<void>;
  getGraphStatus(options?: CallOptions): Promise<GraphStatus>;
  getDependencies(
    entityRef: string,
    options?: CallOptions,
  ): Promise<EntityDependencies>;
  /** One direction as a table, nearest first. */
  listDependencies(
    entityRef: string,
    direction: GraphDirection,
    query?: GraphReachQuery,
    options?: CallOptions,
  ): Promise<GraphReachPage>;
  getImpact(request: ImpactRequest, options?: CallOptions): Promise<Impact>;
  /** The whole impact as CSV. */
  exportImpact(request: ImpactRequest, options?: CallOptions): Promise<string>;
  findPointsOfFailure(
    request: PointsOfFailureRequest,
    options?: CallOptions,
  ): Promise<PointsOfFailure>;
  /** All points of failure as CSV. */
  exportPointsOfFailure(
    request: PointsOfFailureRequest,
    options?: CallOptions,
  ): Promise<string>;
  findCutSets(request: CutSetsRequest, options?: CallOptions): Promise<CutSets>;
  planWaves(request: WavesRequest, options?: CallOptions): Promise<Waves>;
  listGraphFindings(
    query?: GraphFindingsQuery,
    options?: CallOptions,
  ): Promise<GraphFindingsPage>;
  /** By the entity whose change would mend them. */
  listGraphFindingGroups(
    query?: GraphFindingsQuery,
    options?: CallOptions,
  ): Promise<GraphFindingGroupsPage>;
  /** All that the query lets through, as CSV. */
  exportGraphFindings(
    query?: GraphFindingsExportQuery,
    options?: CallOptions,
  ): Promise<string>;
  getGraphFinding(
    id: string,
    options?: CallOptions,
  ): Promise<GraphFindingHistory>;
  /** What to change in the catalog file to mend a finding; changes nothing. */
  prepareCatalogChange(
    findingId: string,
    options?: CallOptions,
  ): Promise<CatalogChange>;
  requestGraphExemption(
    findingId: string,
    request: GraphExemptionRequest,
    options?: CallOptions,
  ): Promise<GraphExemption>;
  /** Refused with 403 for whoever asked for it. */
  decideGraphExemption(
    id: string,
    decision: GraphExemptionDecision,
    options?: CallOptions,
  ): Promise<GraphExemption>;
  revokeGraphExemption(
    id: string,
    reason: string,
    options?: CallOptions,
  ): Promise<GraphExemption>;
  listSaas(query?: SaasQuery, options?: CallOptions): Promise<SaasPage>;
  getSaas(entityRef: string, options?: CallOptions): Promise<SaasHistory>;
  decideSaas(
    entityRef: string,
    decision: SaasDecisionRequest,
    options?: CallOptions,
  ): Promise<SaasDecision>;
  /** What class a release is of, and what that binds it to. */
  classifyRelease(
    request: ClassificationRequest,
    options?: CallOptions,
  ): Promise<ReleaseClassification>;
  listChanges(
    query?: ChangesQuery,
    options?: CallOptions,
  ): Promise<Page<ChangeSummary>>;
  /** By state. @param limit - of each; absent: 20 */
  getChangeBoard(
    query?: ChangeBoardQuery,
    options?: CallOptions,
  ): Promise<ChangeBoard>;
  getChange(id: string, options?: CallOptions): Promise<Change>;
  createChange(
    creation: ChangeCreation,
    options?: CallOptions,
  ): Promise<Change>;
  reviseChange(
    id: string,
    revising: ChangeRevising,
    options?: CallOptions,
  ): Promise<Change>;
  moveChange(
    id: string,
    move: ChangeMove,
    options?: CallOptions,
  ): Promise<Change>;
  /** Approves or refuses it, or takes the approval back. */
  decideChange(
    id: string,
    decision: ChangeDecision,
    options?: CallOptions,
  ): Promise<Change>;
  /** Decides on several, each as if alone; what came of each, in the same order. */
  decideChanges(
    decisions: ChangeDecisions,
    options?: CallOptions,
  ): Promise<ChangeDecisionResult[]>;
  /** Groups that are asked for approval; those of the caller first. */
  listCabBoards(options?: CallOptions): Promise<CabBoard[]>;
  /** What waits for a group, the riskiest first. */
  getCabAgenda(group: string, options?: CallOptions): Promise<CabAgenda>;
  /** The latest first. */
  listCabMeetings(
    query?: CabMeetingsQuery,
    options?: CallOptions,
  ): Promise<Page<CabMeeting>>;
  callCabMeeting(
    call: CabMeetingCall,
    options?: CallOptions,
  ): Promise<CabMeeting>;
  getCabMeeting(id: string, options?: CallOptions): Promise<CabMeetingDetails>;
  closeCabMeeting(
    id: string,
    closing: CabMeetingClosing,
    options?: CallOptions,
  ): Promise<CabMeetingDetails>;
  cancelCabMeeting(
    id: string,
    reason: string,
    options?: CallOptions,
  ): Promise<CabMeeting>;
  /** Newest first. */
  listChangeApprovals(
    id: string,
    options?: CallOptions,
  ): Promise<ChangeApproval[]>;
  /** Oldest first. */
  listChangeTimeline(
    id: string,
    options?: CallOptions,
  ): Promise<ChangeHappening[]>;
  /** Newest first. */
  listChangeRevisions(
    id: string,
    options?: CallOptions,
  ): Promise<ChangeRevision[]>;
  listChangeConflicts(
    id: string,
    options?: CallOptions,
  ): Promise<ChangeConflict[]>;
  /** What it is in other systems. */
  listChangeRecords(id: string, options?: CallOptions): Promise<ChangeRecord[]>;
  findChangeSlots(
    request: ChangeSlotsRequest,
    options?: CallOptions,
  ): Promise<ChangeSlots>;
  listApprovalDelegations(options?: CallOptions): Promise<ApprovalDelegation[]>;
  createApprovalDelegation(
    request: ApprovalDelegationRequest,
    options?: CallOptions,
  ): Promise<ApprovalDelegation>;
  endApprovalDelegation(id: string, options?: CallOptions): Promise<void>;
  listUnauthorisedDeployments(
    query?: UnauthorisedQuery,
    options?: CallOptions,
  ): Promise<Page<UnauthorisedDeployment>>;
  resolveUnauthorisedDeployment(
    id: string,
    reason: string,
    options?: CallOptions,
  ): Promise<UnauthorisedDeployment>;
  listOverrides(
    query?: OverridesQuery,
    options?: CallOptions,
  ): Promise<Page<Override>>;
  getOverride(id: string, options?: CallOptions): Promise<Override>;
  requestOverride(
    request: OverrideRequest,
    options?: CallOptions,
  ): Promise<Override>;
  decideOverride(
    id: string,
    decision: OverrideDecision,
    options?: CallOptions,
  ): Promise<Override>;
  /** Ends it, or withdraws the request for it. */
  closeOverride(
    id: string,
    reason: string,
    options?: CallOptions,
  ): Promise<Override>;
  reviewOverride(
    id: string,
    review: OverrideReviewInput,
    options?: CallOptions,
  ): Promise<Override>;
}

export interface ContinuityClientOptions {
  /** Where the API is, e.g. `https://portal.example/api/continuity`; asked before every call. */
  baseUrl: string | (() => Promise<string> | string);
  /** Sends the request; must add the credentials. */
  fetch: typeof fetch;
}

/**
 * Makes a client of the Continuity API.
 *
 * @example
 * ```ts
 * const client = createContinuityClient({
 *   baseUrl: () => discoveryApi.getBaseUrl('continuity'),
 *   fetch: fetchApi.fetch,
 * });
 * const { verdict } = await client.decide(
 *   { entity: 'component:default/payments-api', environment: 'production' },
 *   { idempotencyKey: 'run-42' },
 * );
 * ```
 */
export function createContinuityClient(
  options: ContinuityClientOptions,
): ContinuityClient {
  const api = async () =>
    createFetchClient<paths>({
      baseUrl:
        typeof options.baseUrl === 'string'
          ? options.baseUrl
          : await options.baseUrl(),
      fetch: request => send(request, options.fetch),
    });

  return {
    ...scorecardCalls(api),
    ...campaignCalls(api),
    ...driftCalls(api),
    getStatus: async call => unwrap((await api()).GET('/status', { ...call })),
    listEvidenceKinds: async call =>
      (await unwrap((await api()).GET('/evidence-kinds', { ...call }))).items,
    createEvidence: async (body, call) =>
      unwrap((await api()).POST('/evidence', { body, ...call })),
    createEvidenceBatch: async (items, call) =>
      unwrap(
        (await api()).POST('/evidence/batch', {
          // Each item is checked by itself on the other side, whatever it is.
          body: { items: items as Record<string, never>[] },
          ...call,
        }),
      ),
    getEvidence: async (id, call) =>
      unwrap(
        (await api()).GET('/evidence/{id}', {
          params: { path: { id } },
          ...call,
        }),
      ),
    getEntity: async (entityRef, call) =>
      unwrap(
        (await api()).GET('/entities/{kind}/{namespace}/{name}', {
          params: { path: parseEntityRef(entityRef) },
          ...call,
        }),
      ),
    listEvidence: async (entityRef, query, call) =>
      unwrap(
        (await api()).GET('/entities/{kind}/{namespace}/{name}/evidence', {
          params: { path: parseEntityRef(entityRef), query },
          ...call,
        }),
      ),
    listWindows: async (entityRef, query, call) =>
      unwrap(
        (await api()).GET('/entities/{kind}/{namespace}/{name}/windows', {
          params: { path: parseEntityRef(entityRef), query },
          ...call,
        }),
      ),
    getFleet: async (query, call) =>
      unwrap((await api()).GET('/fleet', { params: { query }, ...call })),
    decide: async (body, { idempotencyKey, ...call } = {}) =>
      unwrap(
        (await api()).POST('/gate/decisions', {
          params: {
            header: idempotencyKey ? { 'Idempotency-Key': idempotencyKey } : {},
          },
          body,
          ...call,
        }),
      ),
    getDecision: async (id, call) =>
      unwrap(
        (await api()).GET('/gate/decisions/{id}', {
          params: { path: { id } },
          ...call,
        }),
      ),
    getDecisionStatement: async (id, call) =>
      unwrap(
        (await api()).GET('/gate/decisions/{id}/statement', {
          params: { path: { id } },
          ...call,
        }),
      ),
    listSigningKeys: async call =>
      unwrap((await api()).GET('/gate/signing-keys', { ...call })),
    listDecisions: async (query, call) =>
      unwrap(
        (await api()).GET('/gate/decisions', { params: { query }, ...call }),
      ),
    getCheckpoint: async call =>
      unwrap((await api()).GET('/ledger/checkpoint', { ...call })),
    listLedgerEntries: async (query, call) =>
      unwrap(
        (await api()).GET('/ledger/entries', { params: { query }, ...call }),
      ),
    verifyLedger: async call =>
      unwrap((await api()).GET('/ledger/verification', { ...call })),
    listLedgerFollowers: async call =>
      unwrap((await api()).GET('/operations/followers', { ...call })),
    listSetAsideEntries: async (query, call) =>
      unwrap(
        (await api()).GET('/operations/set-aside', {
          params: { query },
          ...call,
        }),
      ),
    retrySetAsideEntry: async ({ follower, index }, call) =>
      unwrap(
        (await api()).POST('/operations/set-aside/{follower}/{index}/retry', {
          params: { path: { follower, index } },
          ...call,
        }),
      ),
    listFollowedFeeds: async call =>
      (await unwrap((await api()).GET('/operations/feeds', { ...call }))).items,
    listConnectors: async call =>
      (await unwrap((await api()).GET('/operations/connectors', { ...call })))
        .items,
    retryConnectorPush: async ({ connector, change }, call) =>
      unwrap(
        (await api()).POST(
          '/operations/connectors/{connector}/queue/{change}/retry',
          { params: { path: { connector, change } }, ...call },
        ),
      ),
    listCollectors: async call =>
      (await unwrap((await api()).GET('/operations/collectors', { ...call })))
        .items,
    runCollector: async (collector, call) =>
      unwrap(
        (await api()).POST('/operations/collectors/{collector}/run', {
          params: { path: { collector } },
          ...call,
        }),
      ),
    listCalendars: async call =>
      (await unwrap((await api()).GET('/calendars', { ...call }))).items,
    getCalendar: async (calendarRef, call) =>
      unwrap(
        (await api()).GET('/calendars/{kind}/{namespace}/{name}', {
          params: { path: parseEntityRef(calendarRef) },
          ...call,
        }),
      ),
    getCalendarView: async (query, call) =>
      unwrap(
        (await api()).GET('/calendars/view', { params: { query }, ...call }),
      ),
    lintCalendar: async (body, call) =>
      (await unwrap((await api()).POST('/calendars/lint', { body, ...call })))
        .findings,
    importCalendar: async (body, call) =>
      unwrap((await api()).POST('/calendars/import', { body, ...call })),
    simulate: async (body, call) =>
      unwrap((await api()).POST('/calendars/simulation', { body, ...call })),
    listCalendarSubscriptions: async call =>
      (await unwrap((await api()).GET('/calendar-subscriptions', { ...call })))
        .items,
    createCalendarSubscription: async (subject, call) =>
      unwrap(
        (await api()).POST('/calendar-subscriptions', {
          body: { subject },
          ...call,
        }),
      ),
    revokeCalendarSubscription: async (id, call) =>
      done(
        (await api()).DELETE('/calendar-subscriptions/{id}', {
          params: { path: { id } },
          ...call,
        }),
      ),
    listPortalWindows: async (query, call) =>
      unwrap((await api()).GET('/windows', { params: { query }, ...call })),
    getPortalWindow: async (id, call) =>
      unwrap(
        (await api()).GET('/windows/{id}', {
          params: { path: { id } },
          ...call,
        }),
      ),
    listPortalWindowHistory: async (id, call) =>
      (
        await unwrap(
          (
            await api()
          ).GET('/windows/{id}/history', {
            params: { path: { id } },
            ...call,
          }),
        )
      ).items,
    previewPortalWindow: async (body, call) =>
      unwrap((await api()).POST('/windows/preview', { body, ...call })),
    createPortalWindow: async (body, call) =>
      unwrap((await api()).POST('/windows', { body, ...call })),
    updatePortalWindow: async (id, body, call) =>
      unwrap(
        (await api()).PUT('/windows/{id}', {
          params: { path: { id } },
          body,
          ...call,
        }),
      ),
    removePortalWindow: async (id, body, call) =>
      done(
        (await api()).POST('/windows/{id}/removal', {
          params: { path: { id } },
          body,
          ...call,
        }),
      ),
    getGraphStatus: async call =>
      unwrap((await api()).GET('/graph/status', { ...call })),
    getDependencies: async (entityRef, call) =>
      unwrap(
        (await api()).GET('/entities/{kind}/{namespace}/{name}/dependencies', {
          params: { path: parseEntityRef(entityRef) },
          ...call,
        }),
      ),
    listDependencies: async (entityRef, direction, query, call) =>
      unwrap(
        (await api()).GET(
          '/entities/{kind}/{namespace}/{name}/dependencies/{direction}',
          {
            params: {
              path: { ...parseEntityRef(entityRef), direction },
              query,
            },
            ...call,
          },
        ),
      ),
    getImpact: async (body, call) =>
      unwrap((await api()).POST('/graph/impact', { body, ...call })),
    exportImpact: async (body, call) =>
      unwrap(
        (await api()).POST('/graph/impact.csv', {
          body,
          parseAs: 'text',
          ...call,
        }),
      ),
    findPointsOfFailure: async (body, call) =>
      unwrap((await api()).POST('/graph/points-of-failure', { body, ...call })),
    exportPointsOfFailure: async (body, call) =>
      unwrap(
        (await api()).POST('/graph/points-of-failure.csv', {
          body,
          parseAs: 'text',
          ...call,
        }),
      ),
    findCutSets: async (body, call) =>
      unwrap((await api()).POST('/graph/cut-sets', { body, ...call })),
    planWaves: async (body, call) =>
      unwrap((await api()).POST('/graph/waves', { body, ...call })),
    listGraphFindings: async (query, call) =>
      unwrap(
        (await api()).GET('/graph/findings', { params: { query }, ...call }),
      ),
    listGraphFindingGroups: async (query, call) =>
      unwrap(
        (await api()).GET('/graph/finding-groups', {
          params: { query },
          ...call,
        }),
      ),
    exportGraphFindings: async (query, call) =>
      unwrap(
        (await api()).GET('/graph/findings.csv', {
          params: { query },
          parseAs: 'text',
          ...call,
        }),
      ),
    getGraphFinding: async (id, call) =>
      unwrap(
        (await api()).GET('/graph/findings/{id}', {
          params: { path: { id } },
          ...call,
        }),
      ),
    prepareCatalogChange: async (id, call) =>
      unwrap(
        (await api()).GET('/graph/findings/{id}/change', {
          params: { path: { id } },
          ...call,
        }),
      ),
    requestGraphExemption: async (id, body, call) =>
      unwrap(
        (await api()).POST('/graph/findings/{id}/exemption', {
          params: { path: { id } },
          body,
          ...call,
        }),
      ),
    decideGraphExemption: async (id, body, call) =>
      unwrap(
        (await api()).POST('/graph/exemptions/{id}/decision', {
          params: { path: { id } },
          body,
          ...call,
        }),
      ),
    revokeGraphExemption: async (id, reason, call) =>
      unwrap(
        (await api()).POST('/graph/exemptions/{id}/revocation', {
          params: { path: { id } },
          body: { reason },
          ...call,
        }),
      ),
    listSaas: async (query, call) =>
      unwrap((await api()).GET('/saas', { params: { query }, ...call })),
    getSaas: async (entityRef, call) =>
      unwrap(
        (await api()).GET('/saas/{kind}/{namespace}/{name}', {
          params: { path: parseEntityRef(entityRef) },
          ...call,
        }),
      ),
    decideSaas: async (entityRef, body, call) =>
      unwrap(
        (await api()).POST('/saas/{kind}/{namespace}/{name}/decision', {
          params: { path: parseEntityRef(entityRef) },
          body,
          ...call,
        }),
      ),
    classifyRelease: async (body, call) =>
      unwrap((await api()).POST('/releases/classification', { body, ...call })),
    listChanges: async (query, call) =>
      unwrap((await api()).GET('/changes', { params: { query }, ...call })),
    getChangeBoard: async (query, call) =>
      unwrap(
        (await api()).GET('/changes/board', {
          params: { query },
          ...call,
        }),
      ),
    getChange: async (id, call) =>
      unwrap(
        (await api()).GET('/changes/{id}', {
          params: { path: { id } },
          ...call,
        }),
      ),
    createChange: async (body, call) =>
      unwrap((await api()).POST('/changes', { body, ...call })),
    reviseChange: async (id, body, call) =>
      unwrap(
        (await api()).PUT('/changes/{id}', {
          params: { path: { id } },
          body,
          ...call,
        }),
      ),
    moveChange: async (id, body, call) =>
      unwrap(
        (await api()).POST('/changes/{id}/transitions', {
          params: { path: { id } },
          body,
          ...call,
        }),
      ),
    decideChange: async (id, body, call) =>
      unwrap(
        (await api()).POST('/changes/{id}/approvals', {
          params: { path: { id } },
          body,
          ...call,
        }),
      ),
    decideChanges: async (body, call) =>
      (
        await unwrap(
          (await api()).POST('/changes/decisions', { body, ...call }),
        )
      ).results,
    listCabBoards: async call =>
      (await unwrap((await api()).GET('/cab/boards', { ...call }))).items,
    getCabAgenda: async (group, call) =>
      unwrap(
        (await api()).GET('/cab/agenda', {
          params: { query: { group } },
          ...call,
        }),
      ),
    listCabMeetings: async (query, call) =>
      unwrap(
        (await api()).GET('/cab/meetings', { params: { query }, ...call }),
      ),
    callCabMeeting: async (body, call) =>
      unwrap((await api()).POST('/cab/meetings', { body, ...call })),
    getCabMeeting: async (id, call) =>
      unwrap(
        (await api()).GET('/cab/meetings/{id}', {
          params: { path: { id } },
          ...call,
        }),
      ),
    closeCabMeeting: async (id, body, call) =>
      unwrap(
        (await api()).POST('/cab/meetings/{id}/close', {
          params: { path: { id } },
          body,
          ...call,
        }),
      ),
    cancelCabMeeting: async (id, reason, call) =>
      unwrap(
        (await api()).POST('/cab/meetings/{id}/cancel', {
          params: { path: { id } },
          body: { reason },
          ...call,
        }),
      ),
    listChangeApprovals: async (id, call) =>
      (
        await unwrap(
          (
            await api()
          ).GET('/changes/{id}/approvals', {
            params: { path: { id } },
            ...call,
          }),
        )
      ).items,
    listChangeTimeline: async (id, call) =>
      (
        await unwrap(
          (
            await api()
          ).GET('/changes/{id}/timeline', {
            params: { path: { id } },
            ...call,
          }),
        )
      ).items,
    listChangeRevisions: async (id, call) =>
      (
        await unwrap(
          (
            await api()
          ).GET('/changes/{id}/history', {
            params: { path: { id } },
            ...call,
          }),
        )
      ).items,
    listChangeConflicts: async (id, call) =>
      (
        await unwrap(
          (
            await api()
          ).GET('/changes/{id}/conflicts', {
            params: { path: { id } },
            ...call,
          }),
        )
      ).items,
    listChangeRecords: async (id, call) =>
      (
        await unwrap(
          (
            await api()
          ).GET('/changes/{id}/records', {
            params: { path: { id } },
            ...call,
          }),
        )
      ).items,
    findChangeSlots: async (body, call) =>
      unwrap((await api()).POST('/changes/slots', { body, ...call })),
    listApprovalDelegations: async call =>
      (await unwrap((await api()).GET('/changes/delegations', { ...call })))
        .items,
    createApprovalDelegation: async (body, call) =>
      unwrap((await api()).POST('/changes/delegations', { body, ...call })),
    endApprovalDelegation: async (id, call) =>
      done(
        (await api()).POST('/changes/delegations/{id}/end', {
          params: { path: { id } },
          ...call,
        }),
      ),
    listUnauthorisedDeployments: async (query, call) =>
      unwrap(
        (await api()).GET('/changes/unauthorised', {
          params: { query },
          ...call,
        }),
      ),
    resolveUnauthorisedDeployment: async (id, reason, call) =>
      unwrap(
        (await api()).POST('/changes/unauthorised/{id}/resolution', {
          params: { path: { id } },
          body: { reason },
          ...call,
        }),
      ),
    listOverrides: async (query, call) =>
      unwrap((await api()).GET('/overrides', { params: { query }, ...call })),
    getOverride: async (id, call) =>
      unwrap(
        (await api()).GET('/overrides/{id}', {
          params: { path: { id } },
          ...call,
        }),
      ),
    requestOverride: async (body, call) =>
      unwrap((await api()).POST('/overrides', { body, ...call })),
    decideOverride: async (id, body, call) =>
      unwrap(
        (await api()).POST('/overrides/{id}/approvals', {
          params: { path: { id } },
          body,
          ...call,
        }),
      ),
    closeOverride: async (id, reason, call) =>
      unwrap(
        (await api()).POST('/overrides/{id}/close', {
          params: { path: { id } },
          body: { reason },
          ...call,
        }),
      ),
    reviewOverride: async (id, body, call) =>
      unwrap(
        (await api()).POST('/overrides/{id}/review', {
          params: { path: { id } },
          body,
          ...call,
        }),
      ),
  };
}

/**
 * As address and settings, not as a Request: a fetch with several middlewares, such as
 * Backstage's, builds a Request from it more than once, and a body can be read only once.
 */
async function send(request: Request, fetchIt: typeof fetch) {
  return fetchIt(request.url, {
    method: request.method,
    headers: request.headers,
    body: request.body ? await request.text() : undefined,
    signal: request.signal,
  });
}
