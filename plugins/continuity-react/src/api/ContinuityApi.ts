import { createApiRef } from '@backstage/core-plugin-api';
import type {
  ContinuityStatus,
  EntityContinuity,
  EntityWindow,
  Evidence,
  Fleet,
  GateDecision,
  GateRequest,
  GateVerdict,
  UnreadableCalendar,
} from './types';

/** Aborts a request whose answer nobody waits for any more. */
export interface RequestOptions {
  signal?: AbortSignal;
}

/** A period; both ends are ISO 8601 instants, and `to` is at most 400 days after `from`. */
export interface Period {
  from: string;
  to: string;
}

/** When windows are in force for a service. */
export interface EntityWindows {
  /** Earliest first. */
  items: EntityWindow[];
  /** There are more occurrences than were returned. */
  truncated: boolean;
  /** While there is one, nobody knows all windows, and the gate denies. */
  unreadableCalendars: UnreadableCalendar[];
}

export interface EvidenceQuery {
  evidenceKind?: string;
  environment?: string;
  /** Only the newest of each kind, environment and region. */
  latest?: boolean;
  limit?: number;
  cursor?: string;
}

export interface DecisionQuery {
  /** Entity ref. */
  entity?: string;
  environment?: string;
  verdict?: GateVerdict;
  limit?: number;
  cursor?: string;
}

export type FleetSort = 'name' | 'tier' | 'rto' | 'owner' | 'system' | 'frozen';

export interface FleetQuery {
  /** Entity ref of the owner. */
  owner?: string;
  /** Entity ref of the system. */
  system?: string;
  /** A tier id, or `unclassified`. */
  tier?: string;
  /** `true`: only services with a window in force now. */
  frozen?: boolean;
  /** Part of the name or title. */
  text?: string;
  sort?: FleetSort;
  order?: 'asc' | 'desc';
  limit?: number;
  offset?: number;
}

/** One page of a list; no `nextCursor` means that this is the last one. */
export interface CursorPage<T> {
  items: T[];
  nextCursor?: string;
}

/**
 * What the portal asks of the continuity backend. Every method rejects with a
 * `ResponseError` of `@backstage/errors` when the backend refuses; a denied
 * release is an answer, not a refusal.
 *
 * An entity ref may be written in any form that the catalog accepts.
 */
export interface ContinuityApi {
  getStatus(options?: RequestOptions): Promise<ContinuityStatus>;
  getEntityContinuity(
    entityRef: string,
    options?: RequestOptions,
  ): Promise<EntityContinuity>;
  listEntityWindows(
    entityRef: string,
    period: Period,
    options?: RequestOptions,
  ): Promise<EntityWindows>;
  listEntityEvidence(
    entityRef: string,
    query?: EvidenceQuery,
    options?: RequestOptions,
  ): Promise<CursorPage<Evidence>>;
  getFleet(query?: FleetQuery, options?: RequestOptions): Promise<Fleet>;
  /** Asks the gate without recording the answer: a look, not a decision. */
  previewDecision(
    request: Omit<GateRequest, 'dryRun'>,
    options?: RequestOptions,
  ): Promise<GateDecision>;
  listDecisions(
    query?: DecisionQuery,
    options?: RequestOptions,
  ): Promise<CursorPage<GateDecision>>;
}

/** Works in the new and in the legacy frontend system. */
export const continuityApiRef = createApiRef<ContinuityApi>({
  id: 'plugin.continuity.service',
});
