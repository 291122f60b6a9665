import {
  defaultRoots,
  findGraphFindingsInSteps,
  type GraphFinding,
  type TierDefinition,
} from '@continuity/engine';
import { inTurns } from '../../calendars/turns';
import { READ_KINDS } from '../../catalog';
import type { GraphSnapshot } from '../types';
import { eachInSteps } from '../view/inSteps';
import { isoDuration } from '../view/isoDuration';
import { findingId, type FoundFinding } from './FoundFinding';

/** Findings of one kind that are listed; beyond it there is a pattern, not a finding. */
const MAX_FINDINGS = 5_000;
/** Availability targets that are computed; each may take a while. */
const MAX_TARGETS = 300;
/** Most roots that are looked at; the business functions of a large organisation. */
const MAX_ROOTS = 1000;

/**
 * What cannot hold by what is declared, the worst first. Single points of failure are those
 * of the business functions: where there are none, nothing is a root by itself, and points
 * are found when somebody asks for them.
 */
export async function engineFindings(
  { graph }: GraphSnapshot,
  tiers: readonly TierDefinition[],
): Promise<readonly FoundFinding[]> {
  const { findings } = await inTurns(
    findGraphFindingsInSteps(graph, {
      tiers: tiers.map(({ id }) => id),
      limit: MAX_FINDINGS,
      targets: MAX_TARGETS,
      roots: defaultRoots(graph)
        .filter(ref => ref.startsWith('businessfunction:'))
        .slice(0, MAX_ROOTS),
    }),
  );
  const found: FoundFinding[] = [];
  const describe = eachInSteps(findings, finding => {
    if (isOurs(finding)) found.push(foundFinding(finding));
  });
  await inTurns(describe);
  return found;
}

const READ = READ_KINDS.map(kind => `${kind.toLocaleLowerCase('en-US')}:`);

/** What is of a kind that is not read may well be in the catalog. */
function isOurs({ id, about }: GraphFinding): boolean {
  return (
    id !== 'unknown-reference' ||
    about === undefined ||
    READ.some(prefix => about.startsWith(prefix))
  );
}

const LABELS: Record<string, string> = {
  roots: 'Business functions that fall',
  criticalRoots: 'Of the strictest tier',
  defeatedGroups: 'Redundancy groups that do not hold',
  backSeconds: 'Back after',
};

function foundFinding(finding: GraphFinding): FoundFinding {
  const { id: kind, node, about, path, numbers, ...words } = finding;
  const others = kind === 'cycle' ? path : [about ?? ''];
  return {
    id: findingId(kind, node, others),
    kind,
    severity: words.severity,
    because: words.because,
    node,
    ...(about !== undefined && { about }),
    // The engine goes along dependencies; answers begin with the cause.
    path: [...path].reverse(),
    numbers: Object.entries(numbers).map(([name, value]) => ({
      label: LABELS[name] ?? labelOf(name),
      value: /seconds$/i.test(name) ? isoDuration(value) : shown(value),
    })),
    message: words.message,
    remedy: words.remedy,
  };
}

/** `dependencyRtoSeconds` as `Dependency RTO`. */
function labelOf(name: string): string {
  const words = name
    .replace(/Seconds$|seconds$/, '')
    .replace(/([A-Z])/g, ' $1')
    .trim()
    .toLocaleLowerCase('en-US')
    .replace(/\b(rto|rpo)\b/g, word => word.toLocaleUpperCase('en-US'));
  return words.charAt(0).toLocaleUpperCase('en-US') + words.slice(1);
}

function shown(value: number): string {
  return String(Number(value.toPrecision(8)));
}
