import {
  runCheckInRegions,
  type Check,
  type CheckResult,
  type CheckSubject,
} from '../scorecards';
import type { Instant } from '../time';

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
  readonly #regions: readonly string[];
  readonly #results = new Map<string, { at: Instant; result: CheckResult }>();

  /** @param regions - those that the deployment touches; empty when there are none */
  constructor(matter: CheckMatter, regions: readonly string[]) {
    this.#matter = matter;
    this.#regions = regions;
  }

  /** @param at - not before any moment asked about before */
  resultOf(check: Check, at: Instant): CheckResult {
    const known = this.#results.get(check.id);
    if (known && at >= known.at && at < (known.result.until ?? Infinity)) {
      return known.result;
    }
    const result = runCheckInRegions(
      check,
      { ...this.#matter, now: at },
      this.#regions,
    );
    this.#results.set(check.id, { at, result });
    return result;
  }
}
