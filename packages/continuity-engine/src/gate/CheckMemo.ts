import {
  runCheck,
  type Check,
  type CheckResult,
  type CheckSubject,
} from '../scorecards';
import type { Instant } from '../time';

const BADNESS: Record<CheckResult['verdict'], number> = {
  pass: 0,
  unknown: 1,
  fail: 2,
};

/** Everything a check is asked about but the moment and the region. */
export type CheckMatter = Omit<CheckSubject, 'now' | 'region'>;

/**
 * Results of checks for one question. A result holds until its own `until`, so looking
 * for the next change does not run a check again before that.
 *
 * A deployment to several regions is as good as the worst of them: one run a region, the
 * worst result counts.
 */
export class CheckMemo {
  readonly #matter: CheckMatter;
  readonly #regions: readonly (string | undefined)[];
  readonly #results = new Map<string, { at: Instant; result: CheckResult }>();

  /** @param regions - those that the deployment touches; empty when there are none */
  constructor(matter: CheckMatter, regions: readonly string[]) {
    this.#matter = matter;
    this.#regions = regions.length > 0 ? regions : [undefined];
  }

  /** @param at - not before any moment asked about before */
  resultOf(check: Check, at: Instant): CheckResult {
    const known = this.#results.get(check.id);
    if (known && at >= known.at && at < (known.result.until ?? Infinity)) {
      return known.result;
    }
    const result = this.#run(check, at);
    this.#results.set(check.id, { at, result });
    return result;
  }

  #run(check: Check, at: Instant): CheckResult {
    const results = this.#regions.map(region => ({
      region,
      result: runCheck(check, {
        ...this.#matter,
        now: at,
        ...(region !== undefined && { region }),
      }),
    }));
    const worst = results.reduce((a, b) =>
      BADNESS[b.result.verdict] > BADNESS[a.result.verdict] ? b : a,
    );
    if (results.length === 1) {
      return worst.result;
    }
    const { until: _, ...outcome } = worst.result;
    const moments = results.flatMap(({ result }) => result.until ?? []);
    const alike = results.every(
      ({ result }) => result.reason === outcome.reason,
    );
    return {
      ...outcome,
      reason: alike ? outcome.reason : `In ${worst.region}: ${outcome.reason}`,
      evidence: [
        ...new Set(results.flatMap(({ result }) => result.evidence)),
      ].sort(),
      ...(moments.length > 0 && { until: Math.min(...moments) }),
    };
  }
}
