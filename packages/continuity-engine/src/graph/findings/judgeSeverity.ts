import { standsForOthers } from '../abstractKinds';
import type { DependencyGraph } from '../DependencyGraph';
import { ROOT_KIND } from '../points/defaultRoots';
import type {
  FindingSeverity,
  GraphFinding,
  GraphFindingId,
  SeverityJudgement,
} from '../types';

/** What is judged: findings of the graph, and those of traffic that is held against it. */
export type JudgedFinding = Pick<
  GraphFinding,
  'node' | 'about' | 'path' | 'numbers'
> & { id: GraphFindingId | 'undocumented-dependency' | 'unseen-dependency' };

/** What the judgement takes into account. */
export interface SeverityContext {
  graph: DependencyGraph;
  /** Ids of tiers, the strictest first. */
  tiers: readonly string[];
}

/** From so many critical roots on, a point of failure is bad whatever else it is. */
const MANY_ROOTS = 3;
/** An objective that is missed by this factor is not a matter of tuning. */
const FAR = 2;

/** The worst first; findings are sorted by it. */
export const FINDING_SEVERITIES: readonly FindingSeverity[] = [
  'high',
  'medium',
  'low',
];

/** How bad a finding is for whom it concerns, by rule, and which part of the rule says so. */
export function judgeSeverity(
  finding: JudgedFinding,
  context: SeverityContext,
): SeverityJudgement {
  const isCritical = concernsCritical(finding, context);
  switch (finding.id) {
    case 'single-point-of-failure':
      return judgePoint(finding, context);
    case 'rto-inversion':
    case 'rpo-inversion':
    case 'recovery-exceeds-rto':
    case 'availability-below-target':
      return judgeObjective(gapOf(finding), isCritical);
    case 'group-too-small':
      return judged(
        isCritical ? 'high' : 'medium',
        'A redundancy that was asked for is not there.',
      );
    case 'tier-inversion':
      return judgeTiers(finding.numbers, isCritical);
    case 'cycle':
    case 'unknown-reference':
    case 'undocumented-dependency':
      return isCritical
        ? judged('medium', 'Something of the strictest tier relies on it.')
        : judged('low', 'Nothing of the strictest tier relies on it.');
    default:
      return judged(
        'low',
        'What is declared is not complete; nothing is known to break.',
      );
  }
}

/** Whether a root is of the strictest tier, or of none that anybody has told. */
export function isCriticalRoot(
  name: string,
  { graph, tiers }: SeverityContext,
): boolean {
  const tier = graph.node(name)?.tier;
  return tier === undefined || tier === tiers[0];
}

/** Like {@link isCriticalRoot} for a business function; others have to say that they are. */
function isCriticalNode(name: string, context: SeverityContext): boolean {
  const node = context.graph.node(name);
  return node?.kind === ROOT_KIND
    ? isCriticalRoot(name, context)
    : node?.tier !== undefined && node.tier === context.tiers[0];
}

function concernsCritical(
  { id, node, path }: JudgedFinding,
  context: SeverityContext,
): boolean {
  const concerned = id === 'cycle' ? path : [node];
  return concerned.some(name => isCriticalNode(name, context));
}

/**
 * A point is *shared* when several roots fall with it, *inherent* when it is a member of
 * one root alone that names it itself: without it there would be no such root.
 */
function judgePoint(
  { node, about, path, numbers }: JudgedFinding,
  context: SeverityContext,
): SeverityJudgement {
  const { roots, criticalRoots, defeatedGroups } = numbers;
  const point = about === undefined ? undefined : context.graph.node(about);
  if (point && standsForOthers(point)) {
    return judged(
      'low',
      'It has nothing of its own that could fail; what it stands for counts.',
    );
  }
  const [worst, less]: FindingSeverity[] = isCriticalRoot(node, context)
    ? ['high', 'medium']
    : ['medium', 'low'];
  if (defeatedGroups > 0) {
    return judged(
      worst,
      'It takes down so many members of a redundancy group that the redundancy does not hold.',
    );
  }
  if (criticalRoots >= MANY_ROOTS) {
    return judged(
      worst,
      `${criticalRoots} roots of the strictest tier fall with it.`,
    );
  }
  if (roots > 1) {
    return judged(less, `${roots} roots fall with it.`);
  }
  if (path.length > 2 && numbers.backSeconds > numbers.rtoSeconds) {
    return judged(
      less,
      'Once it is down, the root may not be back within its RTO.',
    );
  }
  return path.length > 2
    ? judged('low', 'One root alone falls with it, and may be back in time.')
    : judged('low', 'It is a member that one root alone names itself.');
}

/** By which factor an objective is missed; more than 1. */
function gapOf({ id, numbers }: JudgedFinding): number {
  switch (id) {
    case 'rto-inversion':
      return numbers.dependencyRtoSeconds / numbers.rtoSeconds;
    case 'rpo-inversion':
      return numbers.dependencyRpoSeconds / numbers.rpoSeconds;
    case 'recovery-exceeds-rto':
      return numbers.recoverySeconds / numbers.rtoSeconds;
    default:
      // Of what may be lost, not of what is kept: 99 % is ten times worse than 99.9 %.
      return (1 - numbers.upper) / (1 - numbers.target);
  }
}

function judgeObjective(gap: number, isCritical: boolean): SeverityJudgement {
  const [worst, less]: FindingSeverity[] = isCritical
    ? ['high', 'medium']
    : ['medium', 'low'];
  if (gap < FAR) {
    return judged(less, `It is missed by less than a factor of ${FAR}.`);
  }
  return judged(
    worst,
    Number.isFinite(gap)
      ? `It is missed by a factor of ${Math.floor(gap * 10) / 10}.`
      : 'It tolerates nothing, so any loss is too much.',
  );
}

function judgeTiers(
  { tierPlace, dependencyTierPlace }: GraphFinding['numbers'],
  isCritical: boolean,
): SeverityJudgement {
  const apart = dependencyTierPlace - tierPlace;
  return isCritical || apart > 1
    ? judged(
        'medium',
        isCritical
          ? 'Something of the strictest tier relies on it.'
          : `${apart} tiers lie between the two.`,
      )
    : judged('low', 'One tier lies between the two.');
}

function judged(severity: FindingSeverity, because: string): SeverityJudgement {
  return { severity, because };
}
