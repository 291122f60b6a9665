import {
  findGraphFindings,
  type GraphFinding,
  type TierDefinition,
} from '@continuity/engine';
import { READ_KINDS } from '../../catalog';
import type { GraphSnapshot } from '../types';
import { isoDuration } from '../view/isoDuration';
import { findingId, type FoundFinding } from './FoundFinding';
import { pointFindings } from './pointFindings';

/** Findings of one kind that are listed; beyond it there is a pattern, not a finding. */
const MAX_FINDINGS = 5_000;
/** Availability targets that are computed; each may take a while. */
const MAX_TARGETS = 300;

/** What cannot hold by what is declared. */
export async function engineFindings(
  { graph }: GraphSnapshot,
  tiers: readonly TierDefinition[],
): Promise<readonly FoundFinding[]> {
  const { findings } = findGraphFindings(graph, {
    tiers: tiers.map(({ id }) => id),
    limit: MAX_FINDINGS,
    targets: MAX_TARGETS,
    // Explaining them takes long; they are looked for bit by bit.
    roots: [],
  });
  return [
    ...findings.filter(isOurs).map(foundFinding),
    ...(await pointFindings(graph, MAX_FINDINGS)),
  ];
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

function foundFinding(finding: GraphFinding): FoundFinding {
  const { id: kind, node, about, path, numbers, message, remedy } = finding;
  const others = kind === 'cycle' ? path : [about ?? ''];
  return {
    id: findingId(kind, node, others),
    kind,
    node,
    ...(about !== undefined && { about }),
    // The engine goes along dependencies; answers begin with the cause.
    path: [...path].reverse(),
    numbers: Object.entries(numbers).map(([name, value]) => ({
      label: labelOf(name),
      value: /seconds$/i.test(name) ? isoDuration(value) : shown(value),
    })),
    message,
    remedy,
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
