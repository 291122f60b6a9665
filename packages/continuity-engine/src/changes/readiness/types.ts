import type { ReleaseClass } from '../../calendar/types';
import type { Instant } from '../../time';

/** Whether something may be relied on. */
export type Reliance = 'pass' | 'fail' | 'unknown';

/**
 * What an approval is given on. A part that could not be found out is absent, and is never
 * taken for what it was before.
 */
export interface ReadinessSnapshot {
  /** When it was taken. */
  at: Instant;
  class?: ReleaseClass;
  /** Digest by what it is deployed as, e.g. an entity ref. */
  digests?: Readonly<Record<string, string>>;
  /** By id of the check. */
  checks?: Readonly<Record<string, Reliance>>;
  /** The planned time. Half-open. */
  window?: { start: Instant; end: Instant };
  /** Windows that close during the planned time, by `calendar#window`; with their titles. */
  closings?: Readonly<Record<string, string>>;
  /** Business functions and services of the strictest tier that fail if it goes wrong. */
  blastRadius?: readonly string[];
}

/** A part of a snapshot. */
export type ReadinessPart = Exclude<keyof ReadinessSnapshot, 'at'>;

/** What is not as it was approved. */
export interface ReadinessDifference {
  part: ReadinessPart;
  /** What of the part: a ref, a check, a window. Absent: the part as a whole. */
  subject?: string;
  /** An approval does not cover it. */
  regressed: boolean;
  /** What it was and what it is, in words. */
  explanation: string;
}
