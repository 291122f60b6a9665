import { NotFoundError } from '@backstage/errors';
import type {
  CatalogChange,
  GraphExemption,
  GraphExemptionRequest,
  GraphFinding,
  GraphFindingGroupsPage,
  GraphFindingHistory,
  GraphFindingsPage,
} from '@continuity/plugin-continuity-common';
import { inTurns } from '../../calendars/turns';
import type { Caller } from '../../http';
import type { AskedGraph, GraphQuestions } from '../GraphQuestions';
import { mapped } from '../view/inSteps';
import { pageOf } from '../view/paging';
import type { AllFindings } from './AllFindings';
import { catalogChange } from './catalogChange';
import type { ExemptionService } from './ExemptionService';
import {
  type Exemptions,
  type FindingFilter,
  FindingSelection,
} from './FindingSelection';
import { findingsCsv } from './findingsCsv';
import type { FoundFinding } from './FoundFinding';
import { type FindingGroup, groupFindings } from './groupFindings';
import { presentFinding } from './presentFinding';

/** Rows of a file. */
const MAX_ROWS = 50_000;
/** What a group shows of its findings, and of those that they concern. */
const MAX_SHOWN = 20;

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
    return all
      .filter(
        ({ kind, node, about }) =>
          asked.view.sees(node) &&
          (node === ref ||
            (kind === 'single-point-of-failure' && about === ref)),
      )
      .map(finding => present(finding, asked, exemptions));
  }

  async list(
    filter: FindingFilter,
    page: { limit: number; cursor?: string },
    caller: Caller,
  ): Promise<GraphFindingsPage> {
    const selected = await this.#select(filter, caller);
    const { asked, exemptions, selection } = selected;
    const { items, ...next } = pageOf(
      selection.listed,
      page,
      asked.snapshot.revision,
    );
    return {
      ...commonOf(selected),
      items: items.map(finding => present(finding, asked, exemptions)),
      totalItems: selection.listed.length,
      ...next,
    };
  }

  /** By what would mend them, what would mend most first. */
  async groups(
    filter: FindingFilter,
    page: { limit: number; cursor?: string },
    caller: Caller,
  ): Promise<GraphFindingGroupsPage> {
    const selected = await this.#select(filter, caller);
    const groups = groupFindings(selected.selection.listed);
    const { items, ...next } = pageOf(
      groups,
      page,
      selected.asked.snapshot.revision,
    );
    return {
      ...commonOf(selected),
      items: items.map(group => presentGroup(group, selected)),
      totalItems: groups.length,
      totalFindings: selected.selection.listed.length,
      ...next,
    };
  }

  /** All of them as CSV. */
  async csv(filter: FindingFilter, caller: Caller): Promise<string> {
    const { asked, exemptions, selection } = await this.#select(filter, caller);
    const { listed, hidden } = selection;
    const rows = mapped(listed.slice(0, MAX_ROWS), finding =>
      present(finding, asked, exemptions),
    );
    return inTurns(
      findingsCsv(rows, {
        hidden,
        left: Math.max(0, listed.length - MAX_ROWS),
      }),
    );
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
      finding: present(finding, asked, exemptions),
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

  async #select(filter: FindingFilter, caller: Caller): Promise<Selected> {
    const asked = await this.#questions.ask(caller);
    const [all, exemptions] = await Promise.all([
      this.#all.of(asked.snapshot),
      this.#exemptions.open(),
    ]);
    return {
      asked,
      exemptions,
      selection: await inTurns(
        FindingSelection.of(all, filter, { asked, exemptions }),
      ),
    };
  }
}

/** What was selected for one caller. */
interface Selected {
  asked: AskedGraph;
  exemptions: Exemptions;
  selection: FindingSelection;
}

/** What stands on every page, whatever it shows. */
function commonOf({ asked, selection }: Selected) {
  const { hidden, totals, severities, owners } = selection;
  return {
    graph: asked.freshness,
    hidden,
    totals,
    severities,
    filters: { owners },
  };
}

function present(
  finding: FoundFinding,
  { view }: AskedGraph,
  exemptions: Exemptions,
): GraphFinding {
  const exemption = exemptions.get(finding.id);
  return presentFinding(finding, { view, ...(exemption && { exemption }) });
}

function presentGroup(
  { mendedAt, findings, affected, severities, kinds }: FindingGroup,
  { asked, exemptions }: Selected,
): GraphFindingGroupsPage['items'][number] {
  const [worst] = findings;
  return {
    node: asked.view.node(mendedAt),
    severity: worst.severity,
    because: asked.view.words(worst.because),
    total: findings.length,
    severities,
    kinds: [...kinds],
    affected: {
      total: affected.length,
      items: affected.slice(0, MAX_SHOWN).map(ref => asked.view.node(ref)),
    },
    findings: findings
      .slice(0, MAX_SHOWN)
      .map(finding => present(finding, asked, exemptions)),
  };
}
