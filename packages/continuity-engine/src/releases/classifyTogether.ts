import { classifyRelease, conclude } from './classifyRelease';
import type {
  Classification,
  JudgedRule,
  ReleaseFacts,
  ReleaseSettings,
} from './types';

const WEIGHT: Record<JudgedRule['outcome'], number> = {
  met: 0,
  unknown: 1,
  'not-met': 2,
};

/**
 * What class a release of several things at once is of: the highest that any of them gives
 * it. Each rule is told once, by the thing for which it counts most.
 *
 * @param facts - by what is released; of none nothing is known
 */
export function classifyTogether(
  facts: ReadonlyMap<string, ReleaseFacts>,
  settings: ReleaseSettings,
): Classification {
  if (facts.size < 2) {
    const [only = {}] = facts.values();
    return classifyRelease(only, settings);
  }
  const byRule = new Map<string, JudgedRule>();
  for (const [subject, known] of facts) {
    for (const rule of classifyRelease(known, settings).rules) {
      const before = byRule.get(rule.rule);
      if (!before || WEIGHT[rule.outcome] < WEIGHT[before.outcome]) {
        byRule.set(rule.rule, {
          ...rule,
          explanation: `${subject}: ${rule.explanation}`,
        });
      }
    }
  }
  return conclude([...byRule.values()], settings);
}
