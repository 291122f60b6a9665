import type { ReleaseClass } from '../calendar/types';
import { judgeCondition, type Judged } from './judgeCondition';
import type {
  Classification,
  ClassificationRule,
  JudgedRule,
  ReleaseCondition,
  ReleaseFacts,
  ReleaseSettings,
} from './types';

/** From the lowest to the highest. */
export const CLASS_ORDER: readonly ReleaseClass[] = [
  'standard',
  'major',
  'emergency',
];

/**
 * What class a release is of: the highest that any rule gives it, and `standard` where none
 * does. A rule whose facts are not known counts; a fact that is known and does not fit
 * settles that the rule does not, whatever else is unknown.
 */
export function classifyRelease(
  facts: ReleaseFacts,
  settings: ReleaseSettings,
): Classification {
  return conclude(
    settings.rules.map(rule => judgeRule(rule, facts, settings)),
    settings,
  );
}

/** The class that rules give, and the rules that decide first; they are put in order. */
export function conclude(
  rules: JudgedRule[],
  settings: ReleaseSettings,
): Classification {
  const counting = rules.filter(({ outcome }) => outcome !== 'not-met');
  const releaseClass = highestClass(counting.map(one => one.class));
  const rank = (one: JudgedRule) => {
    if (one.outcome === 'not-met') return 2;
    return one.class === releaseClass ? 0 : 1;
  };
  return {
    class: releaseClass,
    rules: rules.sort((a, b) => rank(a) - rank(b)),
    protocol: settings.protocols[releaseClass],
  };
}

/** `standard` for none. */
function highestClass(classes: readonly ReleaseClass[]): ReleaseClass {
  return CLASS_ORDER[
    Math.max(0, ...classes.map(one => CLASS_ORDER.indexOf(one)))
  ];
}

function judgeRule(
  rule: ClassificationRule,
  facts: ReleaseFacts,
  { minDeployments }: ReleaseSettings,
): JudgedRule {
  const judged = (Object.keys(rule.when) as ReleaseCondition[]).map(condition =>
    judgeCondition(condition, rule.when, facts, minDeployments),
  );
  const failing = judged.find(({ outcome }) => outcome === 'not-met');
  const unknown = judged.filter(({ outcome }) => outcome === 'unknown');
  const { id, title, remedy } = rule;
  const common = { rule: id, title, class: rule.class };
  if (failing) {
    return { ...common, outcome: 'not-met', explanation: failing.because };
  }
  if (unknown.length > 0) {
    return {
      ...common,
      outcome: 'unknown',
      explanation: `${sentences(
        unknown,
      )} What is not known counts as if the rule was met.`,
      remedy: unknown.flatMap(one => one.remedy ?? []).join(' '),
    };
  }
  return {
    ...common,
    outcome: 'met',
    explanation: sentences(judged),
    ...(remedy !== undefined && { remedy }),
  };
}

function sentences(judged: readonly Judged[]): string {
  return judged.map(({ because }) => because).join(' ');
}
