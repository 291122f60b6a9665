import type {
  ChangeSettings,
  DeploymentEnvironment,
  Enforcement,
  GateSettings,
  PeakPolicy,
  ReleaseSettings,
  Scorecard,
  Strength,
  TierSettings,
} from '@continuity/engine';
import type { KeyPair } from '../signing/keyMaterial';

/** Which iCalendar feeds may be followed. */
export interface FeedSettings {
  /** Hosts as addresses name them, with a port that is not the scheme's own. */
  allowedHosts: readonly string[];
  /** Milliseconds between two questions to a feed that does not ask for another pace. */
  refreshMs: number;
}

/** What owners are told of freezes. */
export interface FreezeNoticeSettings {
  enabled: boolean;
  /** Milliseconds before a freeze begins in which its owners are to know of it. */
  noticeMs: number;
  /** Milliseconds before it begins at which they are reminded, longest first. */
  reminders: readonly number[];
  /** Freezes of other enforcements are not spoken of. */
  enforcement: readonly Enforcement[];
}

/** Where calls between services can be read. */
export type TrafficSourceSettings = {
  id: string;
  /** Without a slash at its end. */
  url: string;
  /** Sent as a bearer token. Absent: none is. */
  token?: string;
} & ({ type: 'jaeger' } | { type: 'prometheus'; metric: string });

/** Who is told that decisions about third-party services are to be reviewed. */
export interface ReviewNoticeSettings {
  enabled: boolean;
  /** Milliseconds before the day of the review at which owners are told that it comes up. */
  noticeMs: number;
}

/** What the dependency graph takes from the configuration. */
export interface GraphSettings {
  /** What a system is worth without one of its parts, unless it says so itself. */
  parts: Strength;
  reviews: ReviewNoticeSettings;
  traffic: {
    /** Milliseconds between two readings of a source. */
    refreshMs: number;
    /** Milliseconds that a reading looks back. */
    lookbackMs: number;
    /** Milliseconds after which a declared dependency that is not seen is a finding. */
    unseenAfterMs: number;
    sources: readonly TrafficSourceSettings[];
  };
}

/** The `continuity.*` configuration, checked and completed with defaults. */
export interface ContinuitySettings {
  tiers: TierSettings;
  gate: GateSettings;
  /** Where a service is deployed that declares no environments itself. */
  environments: DeploymentEnvironment[];
  /** Milliseconds between two readings of the catalog. */
  catalogRefreshMs: number;
  /** What becomes of the peaks of business functions. Absent: they freeze nothing. */
  peaks?: PeakPolicy;
  feeds: FeedSettings;
  graph: GraphSettings;
  /** How releases are classified, and what that binds them to. */
  releases: ReleaseSettings;
  changes: ChangeSettings;
  freezeNotices: FreezeNoticeSettings;
  scorecards: readonly Scorecard[];
  /** What decisions are signed with. Absent: keys are made and kept in the database. */
  signingKey?: KeyPair;
  /** Where the page of Continuity is in the app, relative to its base URL. */
  pagePath: string;
}
