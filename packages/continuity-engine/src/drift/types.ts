import type { Instant } from '../time/types';

/** Any JSON object, as it comes out of a parser. */
export type Fields = Readonly<Record<string, unknown>>;

/** Which object is meant. */
export interface ObjectRef {
  /** API group without its version; empty for the core group and for plain configuration. */
  readonly group: string;
  readonly kind: string;
  /** Absent: cluster-scoped, or not known. */
  readonly namespace?: string;
  readonly name: string;
}

/** An object and where it was read from. */
export interface SourcedObject {
  readonly value: unknown;
  /** e.g. `deploy/api.yaml` or the name of a kube context. */
  readonly source: string;
}

/**
 * How a field that only the live object has is judged.
 *
 * `two-way`: it is drift unless it is known noise. `three-way`: only when it was applied
 * before (`kubectl.kubernetes.io/last-applied-configuration`) and is not desired any more.
 * `ownership`: only when a manager that deploys owns it, or nobody is known to. Where an
 * object lacks what the way needs it is compared two-way, and says so.
 */
export type Comparison = 'two-way' | 'three-way' | 'ownership';

/** A value as it may be shown: one line of JSON, or a mask. Never a hash or a length. */
export interface ShownValue {
  readonly state: 'shown' | 'masked' | 'absent';
  readonly text: string;
}

/** Who wrote a field, as `managedFields` records it. */
export interface FieldOwner {
  readonly manager: string;
  readonly operation: string;
  /** ISO 8601. Absent: not recorded. */
  readonly time?: string;
  readonly subresource?: string;
}

/** One field that differs. */
export interface FieldChange {
  /** JSON Pointer (RFC 6901) into the live object, or the desired one when it is gone. */
  readonly path: string;
  /** The same for people, list items by their key: `spec.containers[name=api].image`. */
  readonly label: string;
  readonly change: 'changed' | 'added' | 'removed' | 'reordered';
  readonly desired: ShownValue;
  readonly live: ShownValue;
  /** Empty: nobody is recorded; `ownership` says why. */
  readonly owners: readonly FieldOwner[];
  /** Who owns the field, in words. */
  readonly ownership: string;
  /**
   * `no`: none of the owners is among the managers that deploy. `unknown`: no owner is
   * recorded.
   */
  readonly authorised: 'yes' | 'no' | 'unknown';
}

/** A difference that a rule leaves out. */
export interface IgnoredChange {
  readonly path: string;
  readonly rule: string;
}

/** One object that is not as desired, or of which something was ignored. */
export interface ObjectDrift {
  readonly ref: ObjectRef;
  /** `missing`: desired and not live. `extra`: live and not desired. */
  readonly state: 'in-sync' | 'changed' | 'missing' | 'extra';
  readonly source: string;
  readonly changes: readonly FieldChange[];
  /** Changes beyond those that are listed. */
  readonly unlisted: number;
  readonly ignored: readonly IgnoredChange[];
  /** What a reader should know about how it was compared. */
  readonly notes: readonly string[];
}

/** Something that could not be compared: the answer is unknown, never "no drift". */
export interface DriftProblem {
  readonly source: string;
  readonly problem:
    | 'not-an-object'
    | 'unidentified'
    | 'duplicate'
    | 'too-deep'
    | 'too-large'
    | 'unreadable'
    | 'nothing-desired';
  readonly message: string;
}

/** A desired object of which the live one could not be read: nothing is known of it. */
export interface UnreadObject {
  readonly ref: ObjectRef;
  readonly source: string;
  /** Why, without a secret. */
  readonly message: string;
}

/** What is to be said about an ignore rule itself. */
export interface RuleFinding {
  readonly rule: string;
  readonly state: 'expired' | 'expiring' | 'unused';
  readonly message: string;
}

/** Numbers of a comparison. */
export interface DriftCounts {
  /** Objects that are desired. */
  readonly desired: number;
  readonly inSync: number;
  readonly changed: number;
  readonly missing: number;
  readonly extra: number;
  /** Fields that differ, in all objects. */
  readonly fields: number;
  /** Fields that differ and are owned by nobody who deploys. */
  readonly unauthorised: number;
  /** Fields that differ and whose owner is not recorded. */
  readonly unattributed: number;
  readonly ignored: number;
}

/** What a comparison found. */
export interface DriftReport {
  /** Drift outweighs a problem: `unknown` means that none was seen and something was not. */
  readonly outcome: 'in-sync' | 'drifted' | 'unknown';
  readonly comparison: Comparison;
  readonly counts: DriftCounts;
  /** Objects with something to say; those that are in sync and plain are counted only. */
  readonly objects: readonly ObjectDrift[];
  readonly problems: readonly DriftProblem[];
  readonly rules: readonly RuleFinding[];
}

/** Which live objects count as extra when nobody desires them. */
export type ExtraObjects =
  | { readonly report: 'none' }
  | { readonly report: 'all' }
  /** Those that carry the label or annotation, with the value when one is given. */
  | {
      readonly report: 'tracked';
      readonly by: 'label' | 'annotation';
      readonly key: string;
      readonly value?: string;
    };

/** How to compare. */
export interface DriftOptions {
  readonly now: Instant;
  /** Absent: `two-way`. */
  readonly comparison?: Comparison;
  /** Where desired objects without a namespace go. Absent: `default`. */
  readonly namespace?: string;
  /** Absent: all. */
  readonly extra?: ExtraObjects;
  readonly ignore?: readonly IgnoreRule[];
  /** Field managers that deploy. Absent: those of Argo CD, Flux and Helm. */
  readonly managers?: readonly string[];
  /**
   * Desired objects whose live ones could not be read. They are neither missing nor in sync:
   * each is a problem, and is not counted as desired.
   */
  readonly unread?: readonly UnreadObject[];
  /** What else is known not to have been compared. */
  readonly problems?: readonly DriftProblem[];
  /** Called after every so many objects, for progress. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** A difference that somebody decided to leave out for a while, and why. */
export interface IgnoreRule {
  readonly id: string;
  readonly reason: string;
  /** The first moment at which it ignores nothing any more. */
  readonly expiresAt: Instant;
  /** Which objects; `*` stands for any text. Absent: every one. */
  readonly group?: string;
  readonly kind?: string;
  readonly namespace?: string;
  readonly name?: string;
  /** At least one of pointers, paths and managers says what. */
  readonly pointers: readonly string[];
  readonly paths: readonly string[];
  readonly managers: readonly string[];
}
