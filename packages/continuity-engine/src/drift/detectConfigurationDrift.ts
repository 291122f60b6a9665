import { compareValues } from './compareValues';
import { describeChanges } from './describeChanges';
import { DEPLOYING_MANAGERS } from './detectDrift';
import { IgnoreRules } from './ignore/IgnoreRules';
import { Ownership } from './ownership';
import { Tally } from './Tally';
import type { DriftOptions, DriftProblem, DriftReport } from './types';
import { copyOf, TooMuchError } from './values';

/** Two versions of one configuration, whatever it configures. */
export interface ConfigurationPair {
  /** e.g. the path of the file. */
  readonly name: string;
  readonly desired: unknown;
  readonly live: unknown;
}

/**
 * Holds plain JSON or YAML against its live form. Nothing is known of its meaning: lists
 * run in their order, nothing is a default, and null is another thing than absent.
 */
export function detectConfigurationDrift(
  pairs: readonly ConfigurationPair[],
  { now, ignore = [] }: Pick<DriftOptions, 'now' | 'ignore'>,
): DriftReport {
  const rules = new IgnoreRules(ignore, now);
  const tally = new Tally();
  const problems: DriftProblem[] = [];
  for (const { name, desired, live } of pairs) {
    const ref = { group: '', kind: 'Configuration', name };
    try {
      const [a, b] = [copyOf(desired), copyOf(live)];
      tally.compared(
        { ref, source: name },
        describeChanges(compareValues(a, b, undefined), {
          ref,
          desired: a,
          live: b,
          ownership: new Ownership(undefined),
          rules: rules.about(ref),
          managers: DEPLOYING_MANAGERS,
        }),
        [],
      );
    } catch (error) {
      if (!(error instanceof TooMuchError)) throw error;
      problems.push({
        source: name,
        problem: error.problem,
        message: error.message,
      });
    }
  }
  if (pairs.length === 0) {
    problems.push({
      source: 'desired',
      problem: 'nothing-desired',
      message: 'there is no configuration to compare',
    });
  }
  return tally.report('two-way', problems, rules.findings());
}
