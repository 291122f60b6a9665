import type { Instant } from '../../time/types';
import type { Verdict } from '../../evidence/types';
import type { Applicability, CheckResult } from '../types';

/** Where a check that does not pass is mended: a page, or a template that is filled in. */
export type RemedyAction =
  | { title: string; link: string }
  | {
      title: string;
      /** Ref of the template, e.g. `template:default/rollback-plan`. */
      template: string;
      /** Values of its form. Absent: none. */
      values?: Readonly<Record<string, string>>;
      /** The field of its form that takes the ref of the service. Absent: none does. */
      entityField?: string;
    };

/** A check as a scorecard asks it. */
export interface ScorecardCheck {
  /** Id of the check. */
  check: string;
  /** A whole number from 1 to 100: its share of all the points. */
  weight: number;
  /** Which services it is asked of, besides what the check says itself. Absent: all. */
  appliesTo?: Applicability;
  /** Absent: the words of the check are all there is. */
  remedy?: RemedyAction;
}

/** A rung that a service stands on when it has done everything up to and with it. */
export interface ScorecardLevel {
  /** Kebab-case, unique in the scorecard. */
  id: string;
  title: string;
  /** Checks that must pass, or not apply. */
  requires: readonly string[];
  /** Least score, in percent. Absent: any. */
  atLeast?: number;
}

/** Questions to a kind of service, weighed, and the levels that follow from the answers. */
export interface Scorecard {
  /** Kebab-case, stable: results are stored under it. */
  id: string;
  title: string;
  description?: string;
  /** Ref of whoever answers for the scorecard. Absent: nobody in particular. */
  owner?: string;
  /** Which services it is about. */
  audience: Applicability;
  /** Environment that its checks are about. */
  environment: string;
  /**
   * From when it counts. Before, it is judged and shown so that people can prepare, and
   * nobody is told that a level was lost. Absent: it counts already.
   */
  rolloutAt?: Instant;
  checks: readonly ScorecardCheck[];
  /** Lowest first. */
  levels: readonly ScorecardLevel[];
}

/** What came of a check: its verdict, or that it does not concern the service. */
export type RowState = Verdict | 'not-applicable';

/** A decision that somebody may leave a check unmet for a while. */
export interface AppliedExemption {
  id: string;
  /** The first moment at which it does not hold any more. */
  until: Instant;
}

/** One check of one service. */
export interface ScorecardRow extends Omit<CheckResult, 'verdict'> {
  state: RowState;
  weight: number;
  /** The check does not pass, and need not until then. It is no pass. */
  exemption?: AppliedExemption;
}

/** Weights by what became of them. `exempt` is the part of `fail` and `unknown` that may be so. */
export interface ScorecardPoints {
  pass: number;
  fail: number;
  unknown: number;
  exempt: number;
  /** Of everything that applies: pass, fail and unknown together. */
  total: number;
}

/**
 * Percent of the points, rounded down to a tenth. `worst`: nothing that is unknown is
 * well. `best`: all of it is. The truth lies between; only `worst` counts for anything.
 */
export interface ScoreRange {
  worst: number;
  best: number;
}

/** What a service stands on, and what keeps it from the next level. */
export interface LevelStanding {
  /** Absent: not even on the lowest. */
  reached?: string;
  /** What it would stand on if everything that is unknown were well. Absent: no level. */
  atBest?: string;
  /** Absent: there is no higher one. */
  next?: {
    level: string;
    /** Checks that it requires and that do not pass. */
    missing: string[];
    /** The score that it needs and that is not there. Absent: the score is enough. */
    atLeast?: number;
  };
}

/** What a scorecard says of a service at a moment. */
export interface ScorecardJudgement {
  scorecard: string;
  /** In the order of the scorecard. */
  rows: ScorecardRow[];
  points: ScorecardPoints;
  /** Absent: nothing applies, so there is nothing to score. */
  score?: ScoreRange;
  standing: LevelStanding;
  /** The first moment at which time alone can change any of this. Absent: never. */
  until?: Instant;
}
