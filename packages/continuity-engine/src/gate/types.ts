import type {
  FreezeCalendar,
  Operation,
  ReleaseClass,
  WindowScope,
  WindowSubject,
} from '../calendar/types';
import type { WindowsForSubject } from '../calendar';
import type { Evidence } from '../evidence/types';
import type { ChangeState } from '../changes/types';
import type { Check } from '../scorecards/types';
import type { ContinuityProfile, DeploymentEnvironment } from '../tiers/types';
import type { Instant } from '../time/types';

export type GateVerdict = 'allow' | 'deny' | 'needs-approval';

/** The question, already checked for form. */
export interface GateRequest {
  /** Canonical entity ref, lower case. */
  entityRef: string;
  environment: string;
  /** Absent: every region that the entity declares for the environment. */
  region?: string;
  releaseClass: ReleaseClass;
  /**
   * Absent: `deploy`. A `rollback` is exempt from windows that exempt rollbacks when
   * `artifactDigest` names what succeeded there before; otherwise it is judged as a
   * deployment, and says why.
   */
  operation?: Operation;
  /** For `continue`: the recorded decision that let the running deployment begin. */
  continues?: {
    decisionId: string;
    allowedAt: Instant;
    /** What it allowed. Absent: `deploy`. */
    operation?: Operation;
  };
  /** `sha256:...` of what is to be deployed. */
  artifactDigest?: string;
  /** Reference of the change request. */
  change?: string;
  /** The moment asked about. */
  at: Instant;
}

/** What a rule that is not met does to the answer. */
export type Consequence = 'deny' | 'needs-approval' | 'inform';

/** Which checks and calendars bind which tier, environment and class. */
export interface GatePolicy {
  id: string;
  title: string;
  when: {
    /** Tier ids or `unclassified`. Absent: any. */
    tiers?: string[];
    environments?: string[];
    /**
     * Environments that it is not for. A policy for production is best written with this:
     * what nobody has named as something else then counts as production.
     */
    exceptEnvironments?: string[];
    classes?: ReleaseClass[];
  };
  /**
   * `all`: every calendar in the catalog counts. A list: those count and *must exist*;
   * a listed calendar that is absent denies. Absent: the policy looks at no calendar.
   */
  calendars?: 'all' | string[];
  /** For classes where a blocking freeze asks for approval instead (e.g. emergency). */
  freezeConsequence?: 'deny' | 'needs-approval';
  checks?: { check: string; otherwise: Consequence }[];
  /**
   * How far a failure may reach. A bound that is absent bounds nothing; a reach that is
   * not known is not within any.
   */
  blastRadius?: {
    /** Most business functions that may fail. */
    businessFunctions?: number;
    /** Most entities that may fail, business functions included. */
    services?: number;
    otherwise: Consequence;
  };
  /** The class or service itself always needs a human: says why. An approved change is one. */
  approval?: { reason: string; remedy: string };
  /** It needs an approved change that covers it. A rollback to what ran before does not. */
  change?: { otherwise: Consequence };
  /** What break-glass overrides may pass over. Absent: nothing. */
  overrides?: ('freeze' | 'check')[];
}

/** A change request as the gate sees it. What is not known of it covers nothing. */
export type GateChange =
  | {
      state: 'unknown';
      /** Why, as a sentence. */
      problem: string;
    }
  | {
      state: 'known';
      id: string;
      title: string;
      stands: ChangeState;
      class: ReleaseClass;
      /** Canonical refs. */
      entities: readonly string[];
      environments: readonly string[];
      /** Absent: every region. */
      regions?: readonly string[];
      /** By entity ref. */
      digests: Readonly<Record<string, string>>;
      /** When it is planned. Absent: it covers no moment. */
      window?: { start: Instant; end: Instant };
      /** `missing`: who, in words. Empty: nobody. */
      approvals: { missing: string; until?: Instant };
      /** Why its approvals are suspended, as a sentence. Absent: they are not. */
      suspended?: string;
      /** Windows that its approvers knew to close, as `calendar#window`. */
      knownClosings: readonly string[];
    };

/** A break-glass override that may be in force. */
export interface GateOverride {
  id: string;
  /** What it passes over, e.g. `check:rollback-plan-current`. */
  rules: readonly string[];
  /** Canonical refs. */
  entities: readonly string[];
  environments: readonly string[];
  /** Absent: every region. */
  regions?: readonly string[];
  /** In force from, and before. */
  start: Instant;
  end: Instant;
  reason: string;
  incident: string;
  /** Refs of who approved it. */
  approvedBy: readonly string[];
}

/** What fails with a service, by the dependency graph. */
export type BlastRadius =
  | {
      state: 'known';
      /** When the catalog was read that the graph is made of. */
      at: Instant;
      /** Without the service itself; business functions included. */
      failed: number;
      degraded: number;
      /** Business functions that fail. */
      functions: number;
      /** Those of them that whoever asks may know of, by title. */
      named: readonly string[];
      /** Among those that fail, ISO 8601 duration. Absent: nobody has one. */
      shortestRto?: string;
    }
  | {
      state: 'unknown';
      /** Why, as the rest of a sentence. */
      problem: string;
    };

/** Everything the gate knows when it answers. Unknown parts deny; nothing is assumed. */
export interface GateFacts {
  entity?: {
    entity: { kind: string; metadata: object; spec?: object };
    profile: ContinuityProfile;
    /** Declared on the entity, or else the organisation's default. */
    environments: readonly DeploymentEnvironment[];
    /** Refs of the systems that it is part of, or is. */
    systems: readonly string[];
    /** Refs of the business functions that name it, or one of its systems. */
    businessFunctions: readonly string[];
  };
  calendars: readonly FreezeCalendar[];
  /**
   * Calendars of which the newest version could not be read. With `lastGoodAt` their
   * last good windows stand among `calendars` and count; without, the calendar closes
   * its `scope`, or everything when that cannot be read either.
   */
  unreadableCalendars: readonly {
    ref: string;
    problem: string;
    lastGoodAt?: Instant;
    scope?: WindowScope;
  }[];
  /** Recent evidence of the entity; may hold several per kind. */
  evidence: readonly Evidence[];
  /**
   * The windows of `calendars` that are for a subject, e.g. from an index that is kept
   * over many questions. Absent: they are worked out from `calendars`. May throw: then
   * nothing passes.
   */
  windowsFor?(subject: WindowSubject): WindowsForSubject;
  /** Absent: nobody has asked the graph, which is as good as not known. */
  blastRadius?: BlastRadius;
  /** The change that the request names. Absent: nobody has looked, which is as good as none. */
  change?: GateChange;
  /** Absent: none. */
  overrides?: readonly GateOverride[];
  /** The real moment of asking, for judging how old the catalog reading is; `at` may lie elsewhere. */
  now: Instant;
  /** When the catalog was last read completely. Absent: never. */
  catalogReadAt?: Instant;
}

export interface GateSettings {
  policies: GatePolicy[];
  checks: Check[];
  /** ISO 8601: a catalog reading older than this denies. */
  maxCatalogAge: string;
  /** ISO 8601: longest time that an answer may be relied on. */
  reliance: string;
  /** ISO 8601: how far ahead the next change is looked for. */
  horizon: string;
}

/** One reason. Every rule that was looked at gives one, also when it is met. */
export interface GateReason {
  /** e.g. `freeze:freezecalendar:default/month-end-close#month-end`, `check:rollback-plan-current`. */
  rule: string;
  /** The policy that made the rule count. Absent for the gate's own preconditions. */
  policy?: string;
  verdict: GateVerdict;
  /** What and why, in plain words. */
  explanation: string;
  /** What to do next. Absent when the rule is met. */
  remedy?: string;
  /** Ids of evidence used. */
  evidence: string[];
  /** When time alone changes this reason. Absent: no known moment. */
  until?: Instant;
  /** IANA zone of the window that the reason is about. */
  timezone?: string;
  /** Id of the change that met it. */
  change?: string;
  /** Id of the break-glass override because of which it does not count. */
  override?: string;
  /**
   * Every policy that makes it count lets a break-glass override pass over it. Absent: at
   * least one does not, or there is nothing to pass over.
   */
  overridable?: true;
}

export interface GateAnswer {
  verdict: GateVerdict;
  /** Deciding reasons first, then the rest; never empty. */
  reasons: GateReason[];
  /** The next moment at which the verdict or a reason's verdict changes by time alone. Absent: none within the horizon. */
  nextChange?: { at: Instant; verdict: GateVerdict; cause: string };
  /**
   * Not allowed now: the next moment at which time alone makes it `allow`. Absent: no
   * known end within the horizon, or nothing that time alone would mend.
   */
  nextOpen?: Instant;
  /** The longest stretch within the horizon that no freeze or maintenance window closes. `end` absent: to the horizon at least. */
  longestOpen?: { start: Instant; end?: Instant };
  /** The answer may be relied on before this moment. */
  validUntil: Instant;
}
