import { NotFoundError } from '@backstage/errors';
import type {
  CatalogChange,
  GraphExemption,
  GraphExemptionRequest,
  GraphFinding,
  GraphFindingHistory,
  GraphFindingKind,
  GraphFindingSeverity,
  GraphFindingsPage,
} from '@continuity/plugin-continuity-common';
import type { Caller } from '../../http';
import type { AskedGraph, GraphQuestions } from '../GraphQuestions';
import { ownerOf } from '../model/entityFacts';
import { type NodeFilter, passes } from '../view/filterNodes';
import { pageOf } from '../view/paging';
import type { AllFindings } from './AllFindings';
import { catalogChange } from './catalogChange';
import type { ExemptionService } from './ExemptionService';
import type { FoundFinding } from './FoundFinding';
import { presentFinding } from './presentFinding';
import { SEVERITIES, severityOf } from './severityOf';

const MAX_OWNERS = 1000;

/** What the list of findings is narrowed to. */
export interface FindingFilter extends NodeFilter {
  /** Canonical ref of whom it concerns. */
  entity?: string;
  findingKind?: GraphFindingKind;
  severity?: GraphFindingSeverity;
  /** `no`: without one in force; `requested`: waiting; `yes`: in force. */
  exempted?: 'no' | 'requested' | 'yes';
}

type Exemptions = ReadonlyMap<string, GraphExemption>;

/** What cannot hold, and what somebody decided to live with. */
export class FindingsService {
  readonly #questions: GraphQuestions;
  readonly #all: AllFindings;
  readonly #exemptions: ExemptionService;

  constructor(options: {
    questions: GraphQuestions;
    all: AllFindings;
    exemptions: ExemptionService;
  }) {
    this.#questions = options.questions;
    this.#all = options.all;
    this.#exemptions = options.exemptions;
  }

  /** Everything that concerns one entity, or that it is the cause of, worst first. */
  async about(ref: string, asked: AskedGraph): Promise<GraphFinding[]> {
    const [all, exemptions] = await Promise.all([
      this.#all.of(asked.snapshot),
      this.#exemptions.open(),
    ]);
    return this.#sorted(
      all.filter(
        ({ kind, node, about }) =>
          node === ref || (kind === 'single-point-of-failure' && about === ref),
      ),
      asked,
    )
      .filter(({ node }) => asked.view.sees(node))
      .map(finding => this.#present(finding, asked, exemptions));
  }

  async list(
    filter: FindingFilter,
    page: { limit: number; cursor?: string },
    caller: Caller,
  ): Promise<GraphFindingsPage> {
    const asked = await this.#questions.ask(caller);
    const { snapshot, view } = asked;
    const [all, exemptions] = await Promise.all([
      this.#all.of(snapshot),
      this.#exemptions.open(),
    ]);
    const { entity, findingKind, severity, exempted, ...nodes } = filter;
    const seen = all.filter(({ node }) => view.sees(node));
    const among = seen.filter(
      ({ node }) =>
        (entity === undefined || node === entity) &&
        passes(node, nodes, snapshot),
    );
    const { tiers } = this.#questions;
    const listed = among.filter(
      finding =>
        (findingKind === undefined || finding.kind === findingKind) &&
        (severity === undefined ||
          severityOf(finding, snapshot, tiers) === severity) &&
        (exempted === undefined ||
          standing(finding, exemptions) === exempted ||
          // One that only waits is not in force.
          (exempted === 'no' && standing(finding, exemptions) === 'requested')),
    );
    const { items, nextCursor } = pageOf(
      this.#sorted(listed, asked),
      page,
      snapshot.revision,
    );
    return {
      graph: asked.freshness,
      items: items.map(finding => this.#present(finding, asked, exemptions)),
      totalItems: listed.length,
      hidden: all.length - seen.length,
      totals: totalsOf(among, exemptions),
      filters: { owners: ownersOf(seen, asked) },
      ...(nextCursor !== undefined && { nextCursor }),
    };
  }

  /** @throws NotFoundError when there is no such finding now, or it is hidden */
  async byId(id: string, caller: Caller): Promise<GraphFindingHistory> {
    const { finding, asked } = await this.#find(id, caller);
    const [exemptions, history] = await Promise.all([
      this.#exemptions.open(),
      this.#exemptions.history(id),
    ]);
    return {
      graph: asked.freshness,
      finding: this.#present(finding, asked, exemptions),
      exemptions: history,
    };
  }

  /** @throws NotFoundError when no change of a catalog file would mend it */
  async change(id: string, caller: Caller): Promise<CatalogChange> {
    const { finding, asked } = await this.#find(id, caller);
    const { about } = finding;
    const change =
      about === undefined || asked.view.sees(about)
        ? catalogChange(finding, asked.snapshot)
        : undefined;
    if (!change) {
      throw new NotFoundError(
        `No change of a catalog file is known that would mend finding ${id}; its remedy says what to do`,
      );
    }
    return change;
  }

  /** @throws NotFoundError when there is no such finding now, or it is hidden */
  async requestExemption(
    id: string,
    request: GraphExemptionRequest,
    caller: Caller,
  ): Promise<GraphExemption> {
    const { finding } = await this.#find(id, caller);
    const { kind, node } = finding;
    return this.#exemptions.request(
      { id, kind, entityRef: node },
      request,
      caller,
    );
  }

  async #find(
    id: string,
    caller: Caller,
  ): Promise<{ finding: FoundFinding; asked: AskedGraph }> {
    const asked = await this.#questions.ask(caller);
    const all = await this.#all.of(asked.snapshot);
    const finding = all.find(one => one.id === id);
    if (!finding || !asked.view.sees(finding.node)) {
      throw new NotFoundError(
        `There is no finding ${id} now; it may be mended, or you may not see it`,
      );
    }
    return { finding, asked };
  }

  #sorted(
    findings: readonly FoundFinding[],
    { snapshot }: AskedGraph,
  ): FoundFinding[] {
    const { tiers } = this.#questions;
    const rank = new Map(
      findings.map(finding => [
        finding.id,
        SEVERITIES.indexOf(severityOf(finding, snapshot, tiers)),
      ]),
    );
    return [...findings].sort(
      (a, b) =>
        (rank.get(a.id) ?? 0) - (rank.get(b.id) ?? 0) ||
        compare(a.node, b.node) ||
        compare(a.kind, b.kind) ||
        compare(a.id, b.id),
    );
  }

  #present(
    finding: FoundFinding,
    { view }: AskedGraph,
    exemptions: Exemptions,
  ): GraphFinding {
    const exemption = exemptions.get(finding.id);
    return presentFinding(finding, {
      view,
      tiers: this.#questions.tiers,
      ...(exemption && { exemption }),
    });
  }
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function standing(
  { id }: FoundFinding,
  exemptions: Exemptions,
): 'no' | 'requested' | 'yes' {
  switch (exemptions.get(id)?.state) {
    case 'in-force':
      return 'yes';
    case 'requested':
      return 'requested';
    default:
      return 'no';
  }
}

function totalsOf(
  findings: readonly FoundFinding[],
  exemptions: Exemptions,
): GraphFindingsPage['totals'] {
  const totals = new Map<
    GraphFindingKind,
    { total: number; exempted: number }
  >();
  for (const finding of findings) {
    const tally = totals.get(finding.kind) ?? { total: 0, exempted: 0 };
    tally.total += 1;
    if (standing(finding, exemptions) === 'yes') tally.exempted += 1;
    totals.set(finding.kind, tally);
  }
  return [...totals]
    .map(([kind, tally]) => ({ kind, ...tally }))
    .sort((a, b) => b.total - a.total || compare(a.kind, b.kind));
}

function ownersOf(
  findings: readonly FoundFinding[],
  { snapshot }: AskedGraph,
): string[] {
  const owners = new Set<string>();
  for (const { node } of findings) {
    const entity = snapshot.entry(node)?.entity;
    const owner = entity && ownerOf(entity);
    if (owner !== undefined) owners.add(owner);
  }
  return [...owners].sort().slice(0, MAX_OWNERS);
}
