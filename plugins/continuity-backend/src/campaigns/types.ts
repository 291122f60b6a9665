import type {
  CampaignContent,
  CampaignCounts,
  CampaignDay,
  CampaignState,
  Instant,
  TowardsLevel,
  TowardsRow,
} from '@continuity/engine';

/** A campaign as it is stored. */
export interface StoredCampaign {
  /** UUID. */
  id: string;
  /** Grows with everything that is done to it. */
  revision: number;
  state: CampaignState;
  content: CampaignContent;
  startsAt: Instant;
  /** The first moment after its last day. */
  endsAt: Instant;
  /** Reminders up to then are dealt with. */
  remindedUpTo: Instant;
  /** When time has something happen to it. Absent: never. */
  dueAt?: Instant;
  /** Of the catalog, as of which its services were chosen. Absent: they are to be. */
  catalogRevision?: number;
  createdBy: string;
  createdAt: Instant;
  updatedBy: string;
  updatedAt: Instant;
  /** Absent: it has not ended, or was cancelled. */
  endedAt?: Instant;
  cancellation?: { by: string; at: Instant; reason: string };
  /** What it came to. Absent: it has not ended. */
  outcome?: CampaignOutcome;
}

/** How far a campaign was at its end, whatever happens afterwards. */
export interface CampaignOutcome {
  counts: CampaignCounts;
  days: CampaignDay[];
}

/** What was done to a campaign. */
export interface StoredCampaignRevision {
  revision: number;
  change:
    | 'created'
    | 'changed'
    | 'started'
    | 'cancelled'
    | 'reached'
    | 'missed';
  at: Instant;
  by: string;
  comment?: string;
  content: CampaignContent;
}

/** A service as a campaign shows it. */
export interface MemberSubject {
  entityRef: string;
  name: string;
  title?: string;
  /** Ref. Absent: nobody. */
  owner?: string;
  /** Ref. Absent: none. */
  system?: string;
  /** Id, or `unclassified`. */
  tier: string;
}

/** A service that belongs to a campaign, or did. */
export interface Member extends MemberSubject {
  joinedAt: Instant;
  /** It belonged to it when it began. */
  atStart: boolean;
  /** Absent: it belongs to it. */
  leftAt?: Instant;
}

/** Services of a campaign of which the same is known. */
export interface MemberGroup extends TowardsLevel {
  services: number;
  /** Ref; empty: nobody. Absent: of all owners together. */
  owner?: string;
  rows?: readonly TowardsRow[];
}

/** A service of a campaign, and where it stands. */
export interface StandingMember extends Member, TowardsLevel {
  /** It is being judged again. */
  mayDiffer: boolean;
  /** Why the first check that is in the way is. Absent: it is not told. */
  next?: { check: string; reason: string; remedy?: string };
}

/** Where a service stood when a campaign ended. */
export interface MemberOutcome extends TowardsLevel {
  entityRef: string;
}
