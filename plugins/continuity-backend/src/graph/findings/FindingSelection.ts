import { FINDING_SEVERITIES, type Steps } from '@continuity/engine';
import type {
  GraphExemption,
  GraphFindingKind,
  GraphFindingSeverity,
  GraphFindingsPage,
} from '@continuity/plugin-continuity-common';
import type { AskedGraph } from '../GraphQuestions';
import { ownerOf } from '../model/entityFacts';
import { type NodeFilter, passes } from '../view/filterNodes';
import { eachInSteps, filterInSteps } from '../view/inSteps';
import type { FoundFinding } from './FoundFinding';
import { mendedAt } from './mendedAt';

const MAX_OWNERS = 1000;

/** What findings are narrowed to. */
export interface FindingFilter extends NodeFilter {
  /** Canonical ref of whom it concerns, or where it is mended. */
  entity?: string;
  findingKind?: GraphFindingKind;
  severity?: GraphFindingSeverity;
  /** `no`: without one in force; `requested`: waiting; `yes`: in force. */
  exempted?: 'no' | 'requested' | 'yes';
}

/** Those that wait or are in force, by finding. */
export type Exemptions = ReadonlyMap<string, GraphExemption>;

/** The findings that one caller asked for and may see, and how many there are of each. */
export class FindingSelection {
  /** The worst first. */
  readonly listed: readonly FoundFinding[];
  /** About what the caller may not see. */
  readonly hidden: number;
  readonly totals: GraphFindingsPage['totals'];
  readonly severities: GraphFindingsPage['severities'];
  readonly owners: string[];

  private constructor(
    selected: Pick<FindingSelection, keyof FindingSelection>,
  ) {
    this.listed = selected.listed;
    this.hidden = selected.hidden;
    this.totals = selected.totals;
    this.severities = selected.severities;
    this.owners = selected.owners;
  }

  /** @param all - the worst first */
  static *of(
    all: readonly FoundFinding[],
    filter: FindingFilter,
    { asked, exemptions }: { asked: AskedGraph; exemptions: Exemptions },
  ): Steps<FindingSelection> {
    const { snapshot, view } = asked;
    const { entity, findingKind, severity, exempted, ...nodes } = filter;
    const seen = yield* filterInSteps(all, ({ node }) => view.sees(node));
    const isAmong = (ref: string) =>
      view.sees(ref) &&
      (entity === undefined || ref === entity) &&
      passes(ref, nodes, snapshot);
    const among = yield* filterInSteps(
      seen,
      finding => isAmong(finding.node) || isAmong(mendedAt(finding)),
    );
    const ofKind = yield* filterInSteps(
      among,
      ({ kind }) => findingKind === undefined || kind === findingKind,
    );
    const listed = yield* filterInSteps(
      ofKind,
      finding =>
        (severity === undefined || finding.severity === severity) &&
        isStanding(exemptions.get(finding.id), exempted),
    );
    const ofEachKind = yield* tally(among, ({ kind }) => kind, exemptions);
    const ofSeverity = new Map(
      yield* tally(ofKind, finding => finding.severity, exemptions),
    );
    return new FindingSelection({
      listed,
      hidden: all.length - seen.length,
      totals: ofEachKind
        .map(([kind, counts]) => ({ kind, ...counts }))
        .sort((a, b) => b.total - a.total || compare(a.kind, b.kind)),
      severities: FINDING_SEVERITIES.map(one => ({
        severity: one,
        ...(ofSeverity.get(one) ?? { total: 0, exempted: 0 }),
      })),
      owners: yield* ownersOf(seen, asked),
    });
  }
}

/** The worst first, then by whom they concern. */
export function byBadness(a: FoundFinding, b: FoundFinding): number {
  return (
    FINDING_SEVERITIES.indexOf(a.severity) -
      FINDING_SEVERITIES.indexOf(b.severity) ||
    compare(a.node, b.node) ||
    compare(a.kind, b.kind) ||
    compare(a.id, b.id)
  );
}

function isStanding(
  exemption: GraphExemption | undefined,
  exempted: FindingFilter['exempted'],
): boolean {
  switch (exempted) {
    case undefined:
      return true;
    case 'requested':
      return exemption?.state === 'requested';
    default:
      // One that only waits is not in force.
      return (exemption?.state === 'in-force') === (exempted === 'yes');
  }
}

function* tally<Key>(
  findings: readonly FoundFinding[],
  keyOf: (finding: FoundFinding) => Key,
  exemptions: Exemptions,
): Steps<[Key, { total: number; exempted: number }][]> {
  const totals = new Map<Key, { total: number; exempted: number }>();
  yield* eachInSteps(findings, finding => {
    const counts = totals.get(keyOf(finding)) ?? { total: 0, exempted: 0 };
    counts.total += 1;
    if (exemptions.get(finding.id)?.state === 'in-force') counts.exempted += 1;
    totals.set(keyOf(finding), counts);
  });
  return [...totals];
}

function* ownersOf(
  findings: readonly FoundFinding[],
  { snapshot, view }: AskedGraph,
): Steps<string[]> {
  const owners = new Set<string>();
  yield* eachInSteps(findings, finding => {
    for (const ref of [finding.node, mendedAt(finding)]) {
      const entity = view.sees(ref) ? snapshot.entry(ref)?.entity : undefined;
      const owner = entity && ownerOf(entity);
      if (owner !== undefined) owners.add(owner);
    }
  });
  return [...owners].sort().slice(0, MAX_OWNERS);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
