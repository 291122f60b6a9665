import {
  latestEvidence,
  nextEvidenceChange,
  recentEvidence,
  type Evidence,
  type EvidenceKind,
  type EvidenceQuery,
} from '../evidence';
import type { Instant } from '../time';
import { EvidenceShelf } from './EvidenceShelf';
import type { Check, CheckContext, CheckResult } from './types';

/** What a check is asked about, with everything that it may know. */
export interface CheckSubject extends Omit<CheckContext, 'latest' | 'recent'> {
  /** Evidence of the entity; other entities' is not looked at. */
  evidence: readonly Evidence[] | EvidenceShelf;
}

/**
 * Runs one check. Never throws: a check that fails to answer answers `unknown`.
 *
 * `until` is worked out from the evidence that the check looked at; a check only adds a
 * moment of its own if it judges by the clock in another way.
 */
export function runCheck(check: Check, subject: CheckSubject): CheckResult {
  const context = new ObservedContext(subject);
  const outcome = evaluate(check, context);
  const { until: ownUntil } = outcome;
  if (ownUntil !== undefined && ownUntil > subject.now) {
    context.changesAt(ownUntil);
  }
  // Field by field: this is done millions of times when all services are judged.
  const result: CheckResult = {
    check: check.id,
    verdict: outcome.verdict,
    reason: outcome.reason,
    evidence: outcome.evidence,
  };
  if (outcome.remedy !== undefined) result.remedy = outcome.remedy;
  if (context.until !== Infinity) result.until = context.until;
  return result;
}

/** What a check may look at, noting when what it looked at changes. */
class ObservedContext implements CheckContext {
  readonly now: Instant;
  readonly entityRef: string;
  readonly profile: CheckContext['profile'];
  readonly environment: string;
  declare readonly region?: string;
  /** The first moment at which anything that was looked at is another. */
  until = Infinity;
  readonly #shelf: EvidenceShelf;

  constructor({
    now,
    entityRef,
    profile,
    environment,
    region,
    evidence,
  }: CheckSubject) {
    this.now = now;
    this.entityRef = entityRef;
    this.profile = profile;
    this.environment = environment;
    if (region !== undefined) this.region = region;
    this.#shelf =
      evidence instanceof EvidenceShelf
        ? evidence
        : EvidenceShelf.of(entityRef, evidence);
  }

  // Arrows, because checks take them out of the context.
  readonly latest = <T>(kind: EvidenceKind<T>) => {
    const own = this.#shelf.ofKind(kind.id);
    const query = this.#queryOf(kind);
    const found = latestEvidence(own, query);
    this.changesAt(nextEvidenceChange(own, query, found));
    return found;
  };

  readonly recent = <T>(kind: EvidenceKind<T>) => {
    const own = this.#shelf.ofKind(kind.id);
    const found = recentEvidence(own, this.#queryOf(kind));
    this.changesAt(found.until);
    return found.evidence;
  };

  changesAt(at: Instant | undefined): void {
    if (at !== undefined && at < this.until) this.until = at;
  }

  #queryOf<T>(kind: EvidenceKind<T>): EvidenceQuery<T> {
    const { now, environment, region } = this;
    return { kind, now, environment, region };
  }
}

function evaluate(
  check: Check,
  context: CheckContext,
): Omit<CheckResult, 'check'> {
  try {
    return check.evaluate(context);
  } catch (error) {
    return {
      verdict: 'unknown',
      reason: `The check could not be carried out: ${
        error instanceof Error ? error.message : String(error)
      }.`,
      remedy: `Report this to whoever runs Continuity: check "${check.id}" has a defect.`,
      evidence: [],
    };
  }
}
