import type {
  ChangeContent,
  ChangeState,
  Instant,
  ReleaseClass,
} from '@continuity/engine';

/** What a change is in another system. */
export interface ExternalReference {
  /** What that system knows it by; never changes. E.g. a `sys_id`, or the id of an issue. */
  id: string;
  /** What people call it there, e.g. `CHG0030192` or `CHANGE-17`. */
  number: string;
  /** Where a browser shows it. */
  url: string;
}

/** Somebody there. */
export interface ExternalPerson {
  /** Absent: that system does not tell it, so nobody knows who they are here. */
  email?: string;
  /** To show. */
  name: string;
}

/**
 * When a record there was last changed, by **its** clock. Two versions are compared by
 * `at`, and by `sequence` where the clock is too coarse to tell them apart.
 */
export interface ExternalVersion {
  at: Instant;
  /** Grows with every change of the record. Absent: 0. */
  sequence?: number;
}

/** Something of what is changed, as the catalog has it. */
export interface ConnectedEntity {
  /** Canonical. */
  ref: string;
  name: string;
  title?: string;
  annotations: Readonly<Record<string, string>>;
}

/** A change as it is to be said there: its newest revision, whatever happened in between. */
export interface ConnectedChange {
  /** UUID; what its record there is to be found by again. */
  id: string;
  /** From 1; one more with every change of what it says and of its state. */
  revision: number;
  /** The revision in which what it says was last changed. */
  contentRevision: number;
  state: ChangeState;
  /** In force. */
  class: ReleaseClass;
  content: ChangeContent;
  /** What is changed, in the order of the content. */
  entities: readonly ConnectedEntity[];
  /** Refs of everybody who wrote a part of it. */
  authors: readonly string[];
  /** Absent: it has not been carried out. */
  outcome?: 'succeeded' | 'failed' | 'rolled-back';
  /** Why its last step was taken. Absent: nobody said. */
  comment?: string;
  /** Where the portal shows it. */
  url: string;
}

/** Something that could not be carried over, and what to do about it. */
export interface ConnectorProblem {
  /** A sentence. */
  reason: string;
  /** A sentence. */
  remedy: string;
}

/** A change was written there, or stood there as it should. */
export interface PushedRecord {
  reference: ExternalReference;
  /** Its state there, in the words of that system. */
  state: string;
  /**
   * Of the record as it was found, before anything was written: what somebody did to it
   * before that is still news. Absent: this made it.
   */
  found?: ExternalVersion;
  /** Of the record after it was written. */
  version: ExternalVersion;
  /** false: everything stood there already, and nothing was written. */
  written: boolean;
  /** What could not be carried over although the record was written. Absent: nothing. */
  problem?: ConnectorProblem;
}

/** Somebody there changed the record of a change. */
export interface RecordNews {
  kind: 'record';
  reference: ExternalReference;
  /** Of the change that the record says it is for. Absent: it does not say. */
  changeId?: string;
  version: ExternalVersion;
  /** Its state there, in the words of that system. */
  state: string;
  /** What that state asks for here. Absent: nothing. */
  move?: {
    event: 'cancel' | 'schedule' | 'start' | 'finish';
    /** Of `finish`. */
    outcome?: 'succeeded' | 'failed' | 'rolled-back';
    /** Why, in the words of whoever did it there. */
    reason?: string;
  };
  /** Who changed it last, to show. */
  by?: string;
}

/** Somebody there approved or refused a change, or was asked again. */
export interface DecisionNews {
  kind: 'decision';
  /** Of the decision; stays the same when the person decides again. */
  id: string;
  /** Of the record of the change. */
  reference: ExternalReference;
  /** As for {@link RecordNews}. */
  changeId?: string;
  person: ExternalPerson;
  /** `open`: they have not decided, or not any more. */
  decision: 'approve' | 'reject' | 'open';
  version: ExternalVersion;
  comment?: string;
  /** Who entered it for the person, to show. Absent: the person did. */
  enteredBy?: string;
}

/** A record there that is to become a draft here. */
export interface DraftNews {
  kind: 'draft';
  reference: ExternalReference;
  version: ExternalVersion;
  state: string;
  title: string;
  description?: string;
  /** What is changed: each has to be exactly one entity of the catalog. */
  items: readonly ExternalItem[];
  environments: readonly string[];
  /** When it is planned. Half-open. */
  window?: { start: Instant; end: Instant };
  plan?: string;
  /** Who raised it there; becomes its author, so they do not approve it. */
  requestedBy?: ExternalPerson;
}

/** What is changed, as that system knows it. */
export interface ExternalItem {
  /** To show. */
  title: string;
  /** The entity has one of these values in this annotation. */
  annotation: { key: string; values: readonly string[] };
  /** Else it has this name. Absent: a name is no reason to take it for one. */
  name?: string;
}

/** Something that happened there. */
export type ExternalNews = RecordNews | DecisionNews | DraftNews;

/** What happened there since a moment. */
export interface PulledNews {
  items: readonly ExternalNews[];
  /** Where to go on; only the connector knows what it means. */
  cursor: string;
  /** Whether there is more already. */
  more: boolean;
}

/**
 * Keeps changes of Continuity and their records in another system in step.
 *
 * Everything around it is the backend's: when it is asked, by which replica, what is tried
 * again and when, what comes of news, and what is shown and kept of all that. A connector
 * only speaks the language of its system, and keeps nothing.
 */
export interface ChangeConnector {
  /** Unique; what is kept of it is kept under it, so it must not change. E.g. `servicenow`. */
  readonly id: string;
  /** For people, e.g. `ServiceNow`. */
  readonly title: string;
  /**
   * What an approval there is worth here. `count`: the vote of the user of the catalog with
   * that e-mail address, as if given here. `show`: nothing; it is shown.
   */
  readonly approvals: 'show' | 'count';
  /** Seconds between two questions for news. */
  readonly pullEverySeconds: number;

  /**
   * Writes a change there. Has to be **idempotent by the id of the change**: it is called
   * again when the answer was lost, and when the process died before noting it. So a record
   * is looked for before one is made.
   *
   * Every `contentRevision` has to leave a mark there, so that the version of the record is
   * newer than every decision that was given on an earlier one.
   *
   * @param known - what an earlier call returned. Absent: none that is known of
   * @returns undefined when the change has no place there (yet), e.g. a draft
   * @throws ConnectorError that says whether trying again helps; everything else is tried
   * again, too
   */
  push(
    change: ConnectedChange,
    known: ExternalReference | undefined,
    options: { signal: AbortSignal },
  ): Promise<PushedRecord | undefined>;

  /**
   * Asks what happened there. News may come twice and in any order; none may be left out.
   *
   * @param cursor - what the last call returned. Absent: it was never asked
   * @throws ConnectorError, as for {@link ChangeConnector.push}
   */
  pull(
    cursor: string | undefined,
    options: { signal: AbortSignal },
  ): Promise<PulledNews>;
}
