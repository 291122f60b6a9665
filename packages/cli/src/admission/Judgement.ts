/** How a request came to its answer. */
export type Outcome =
  /** The gate was not asked, since nothing is deployed. */
  | 'not-judged'
  | 'exempt'
  | 'owned'
  | 'unchanged'
  /** The gate's verdicts. */
  | 'allow'
  | 'deny'
  | 'needs-approval'
  /** It belongs to no service of the catalog, by what is known. */
  | 'unknown'
  /** What it says about itself cannot be read, or is not enough to ask. */
  | 'invalid'
  /** The gate has no answer: the tier decides. */
  | 'no-answer';

/** What is to be answered, and why; the mode is not applied yet. */
export interface Judgement {
  outcome: Outcome;
  allowed: boolean;
  /** What, why, and what to do next. Of an allow: for the log. */
  message: string;
  /** Whole sentences; shortened when they are sent. */
  warnings: string[];
  /** What the log and the audit log are told besides; no value is a secret. */
  facts: Facts;
}

/** About what was asked, and where the answer stands. */
export interface Facts {
  entity?: string;
  environment?: string;
  region?: string;
  tier?: string;
  owner?: string;
  /** Ids of the decisions, separated by commas. */
  decisions?: string;
}

export function pass(
  outcome: Outcome,
  message: string,
  facts: Facts = {},
): Judgement {
  return { outcome, allowed: true, message, warnings: [], facts };
}

export function deny(
  outcome: Outcome,
  message: string,
  facts: Facts = {},
): Judgement {
  return { outcome, allowed: false, message, warnings: [], facts };
}

/** Lets through with a warning, or denies, as the settings say. */
export function denyOrWarn(
  how: 'deny' | 'warn',
  outcome: Outcome,
  message: string,
  facts: Facts = {},
): Judgement {
  return how === 'deny'
    ? deny(outcome, message, facts)
    : { ...pass(outcome, message, facts), warnings: [message] };
}
