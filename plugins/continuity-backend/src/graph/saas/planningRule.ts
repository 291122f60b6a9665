import type { SaasContract, TierDefinition } from '@continuity/engine';
import type { Saas, SaasPlanning } from '@continuity/plugin-continuity-common';

/** What the rule looks at. */
export interface SaasFacts {
  contract?: SaasContract;
  /** Most critical tier among those that fail without it. Absent: none is classified. */
  mostCritical?: TierDefinition;
  /** Business functions that fail without it. */
  functions: number;
  /** How many fail without it. */
  failing: number;
  /** How many of those that fail are unclassified. */
  unclassified: number;
  /** Whether everything that needs it can do without: a group or a soft dependency. */
  isSubstituted: boolean;
}

/** The highest availability that somebody asks of what fails without it. */
export interface Expectation {
  target?: number;
}

/**
 * Whether a third-party service belongs into continuity planning, by what fails without
 * it, what its contract promises and whether something takes its place. It is *yes* when
 * a business function or something of the strictest two tiers fails without it, or when
 * the contract promises less than somebody needs; *no* when nothing fails without it;
 * otherwise nobody can tell.
 *
 * A substitute that is only named does not count: it has to stand in a redundancy group.
 */
export function planningRule(
  facts: SaasFacts,
  { target }: Expectation,
  tiers: readonly TierDefinition[],
): { inPlanning: SaasPlanning; reasons: string[] } {
  const { contract, mostCritical, functions, failing, unclassified } = facts;
  const core = tiers.slice(0, 2).map(({ id }) => id);
  const reasons: string[] = [];
  if (functions > 0) {
    reasons.push(
      `${counted(functions, 'business function')} ${
        functions === 1 ? 'fails' : 'fail'
      } without it.`,
    );
  }
  if (mostCritical && core.includes(mostCritical.id)) {
    reasons.push(
      `Something of ${mostCritical.title} (${mostCritical.id}) fails without it.`,
    );
  }
  const sla = contract?.sla;
  if (
    target !== undefined &&
    sla !== undefined &&
    failing > 0 &&
    sla < target
  ) {
    reasons.push(
      `Its contract promises ${percent(
        sla,
      )}, and what fails without it promises ${percent(target)}.`,
    );
  }
  if (reasons.length > 0) {
    return { inPlanning: 'yes', reasons };
  }
  if (failing === 0) {
    return {
      inPlanning: 'no',
      reasons: [
        facts.isSubstituted
          ? 'Nothing fails without it: what needs it can do without or has something in its place.'
          : 'Nothing depends on it.',
      ],
    };
  }
  if (unclassified > 0) {
    return {
      inPlanning: 'unknown',
      reasons: [
        `${counted(failing, 'service')} ${
          failing === 1 ? 'fails' : 'fail'
        } without it, and ${unclassified} of them ${
          unclassified === 1 ? 'is' : 'are'
        } unclassified, so nobody knows what that would mean. Classify them, or decide here.`,
      ],
    };
  }
  return {
    inPlanning: 'no',
    reasons: [
      `What fails without it is ${
        mostCritical?.title ?? 'of no tier'
      } at most.`,
    ],
  };
}

/** What a plan for it would need and nobody has said. */
export function contractProblems(
  contract: SaasContract | undefined,
): Saas['problems'] {
  const missing: [boolean, string, string][] = [
    [
      contract?.sla === undefined,
      'Nobody has said what availability its contract promises.',
      'sla',
    ],
    [
      contract?.supportHours === undefined,
      'Nobody has said when its vendor answers.',
      'supportHours',
    ],
    [
      contract?.exitPlan === undefined,
      'There is no plan for leaving its vendor.',
      'exitPlan',
    ],
    [
      contract?.dataRegions === undefined,
      'Nobody has said where its vendor keeps data.',
      'dataRegions',
    ],
    [
      contract?.substitutes === undefined,
      'Nothing is known that could take its place.',
      'substitutes',
    ],
  ];
  return missing.flatMap(([isMissing, message, field]) =>
    isMissing
      ? [
          {
            message,
            remedy: `Declare spec.continuity.saas.${field} in its catalog file.`,
          },
        ]
      : [],
  );
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function percent(share: number): string {
  return `${Number((share * 100).toFixed(4))} %`;
}
