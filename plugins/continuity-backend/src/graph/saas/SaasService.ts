import { randomUUID } from 'node:crypto';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { ConflictError, NotFoundError } from '@backstage/errors';
import {
  formatInstant,
  judgeThirdPartyInSteps,
  measureImpactInSteps,
  type Steps,
  type Instant,
  type LedgerEntry,
} from '@continuity/engine';
import type {
  Saas,
  SaasDecision,
  SaasDecisionRequest,
  SaasHistory,
  SaasPage,
  SaasPlanning,
} from '@continuity/plugin-continuity-common';
import { inTurns } from '../../calendars/turns';
import { keptText } from '../../evidence';
import { type Access, type Caller, toIso } from '../../http';
import type { LedgerService } from '../../ledger';
import { dayOf } from '../../exemptions';
import type { AskedGraph, GraphQuestions } from '../GraphQuestions';
import { isSaas } from '../model/nodeKinds';
import type { GraphEntry } from '../types';
import { passes } from '../view/filterNodes';
import { eachInSteps, filterInSteps } from '../view/inSteps';
import { pageOf } from '../view/paging';
import { readDay } from '../view/readDay';
import type {
  SaasDecisionStore,
  StoredSaasDecision,
} from './SaasDecisionStore';

const MAX_FUNCTIONS = 50;
/** What fails without it is critical when it is of one of so many of the strictest tiers. */
const CORE_TIERS = 2;
const MAX_REVIEW_DAYS = 731;

/** What the list of third-party services is narrowed to. */
export interface SaasFilter {
  /** Canonical ref, or `none`. */
  owner?: string;
  inPlanning?: SaasPlanning;
  /** Only those whose decision is due for review. */
  due: boolean;
}

/** Third-party services, and whether each is in continuity planning. */
export class SaasService {
  readonly #questions: GraphQuestions;
  readonly #access: Pick<Access, 'assertVisible'>;
  readonly #store: SaasDecisionStore;
  readonly #ledger: Pick<LedgerService, 'write'>;

  constructor(options: {
    questions: GraphQuestions;
    access: Pick<Access, 'assertVisible'>;
    store: SaasDecisionStore;
    ledger: Pick<LedgerService, 'write'>;
  }) {
    this.#questions = options.questions;
    this.#access = options.access;
    this.#store = options.store;
    this.#ledger = options.ledger;
  }

  async list(
    { owner, inPlanning, due }: SaasFilter,
    page: { limit: number; cursor?: string },
    caller: Caller,
  ): Promise<SaasPage> {
    const [asked, decisions] = await Promise.all([
      this.#questions.ask(caller),
      this.#store.newest(),
    ]);
    const { snapshot, view } = asked;
    const entries = await inTurns(
      filterInSteps(
        snapshot.entries(),
        ({ ref, entity }) => isSaas(entity) && view.sees(ref),
      ),
    );
    const all: Saas[] = [];
    for (const entry of entries) {
      const stored = decisions.get(entry.ref);
      all.push(await inTurns(this.#describe(entry, stored, asked)));
    }
    all.sort((a, b) => (titleOf(a) < titleOf(b) ? -1 : 1));
    const listed = all.filter(
      one =>
        (inPlanning === undefined || one.inPlanning === inPlanning) &&
        (!due || one.decision?.due === true) &&
        (owner === undefined ||
          passes(one.node.ref ?? '', { owner }, snapshot)),
    );
    const { items, nextCursor } = pageOf(listed, page, snapshot.revision);
    const count = (of: SaasPlanning) =>
      all.filter(one => one.inPlanning === of).length;
    return {
      graph: asked.freshness,
      items,
      totals: {
        yes: count('yes'),
        no: count('no'),
        unknown: count('unknown'),
        due: all.filter(one => one.decision?.due === true).length,
      },
      ...(nextCursor !== undefined && { nextCursor }),
    };
  }

  /** @throws NotFoundError when there is no such third-party service, or it is hidden */
  async byRef(ref: string, caller: Caller): Promise<SaasHistory> {
    const { entry, asked } = await this.#entry(ref, caller);
    const history = await this.#store.ofEntity(ref);
    return {
      graph: asked.freshness,
      saas: await inTurns(this.#describe(entry, history[0], asked)),
      decisions: history.map(stored => presentDecision(stored, this.#now)),
    };
  }

  /**
   * @throws NotFoundError when there is no such third-party service, or it is hidden
   * @throws ConflictError when somebody else decided in between
   */
  async decide(
    ref: string,
    { inPlanning, reason, reviewOn, revision = 0 }: SaasDecisionRequest,
    caller: Caller,
  ): Promise<SaasDecision> {
    const now = this.#now;
    const day = readDay('reviewOn', reviewOn, {
      now,
      maxDays: MAX_REVIEW_DAYS,
    });
    const { entry, asked } = await this.#entry(ref, caller);
    const [before] = await this.#store.ofEntity(ref);
    requireRevision(ref, revision, before);
    const rule = await inTurns(this.#rule(entry, asked));
    const decision: StoredSaasDecision = {
      entityRef: ref,
      revision: revision + 1,
      inPlanning,
      ruleSaid: rule.inPlanning,
      reason: keptText('reason', reason),
      reviewOn: day,
      decidedBy: caller.ref,
      decidedAt: now,
    };
    await this.#ledger.write(async (tx, append) => {
      if (!(await this.#store.insert(tx, decision))) {
        throw new ConflictError(
          `${ref} was decided about by somebody else at this moment; look at the decision and decide again`,
        );
      }
      await append([entryOf(decision, before)]);
    });
    return presentDecision(decision, now);
  }

  get #now(): Instant {
    return this.#questions.now;
  }

  async #entry(
    ref: string,
    caller: Caller,
  ): Promise<{ entry: GraphEntry; asked: AskedGraph }> {
    const [asked] = await Promise.all([
      this.#questions.ask(caller),
      this.#access.assertVisible(ref, caller),
    ]);
    const entry = asked.snapshot.entry(ref);
    if (!entry || !isSaas(entry.entity)) {
      throw new NotFoundError(
        `${ref} is not a third-party service in the graph; a Resource of type saas is`,
      );
    }
    return { entry, asked };
  }

  *#describe(
    entry: GraphEntry,
    stored: StoredSaasDecision | undefined,
    asked: AskedGraph,
  ): Steps<Saas> {
    const { view } = asked;
    const contract = entry.declared?.saas;
    const rule = yield* this.#rule(entry, asked);
    const decision = stored && presentDecision(stored, this.#now);
    const counts =
      decision && !decision.due
        ? {
            inPlanning: decision.inPlanning,
            decidedBy: 'decision' as const,
            reasons: [decision.reason],
          }
        : { ...rule, decidedBy: 'rule' as const };
    return {
      node: view.node(entry.ref),
      ...(contract && {
        vendor: contract.vendor,
        ...(contract.sla !== undefined && { availability: contract.sla }),
        ...(contract.supportHours && { supportHours: contract.supportHours }),
        ...(contract.exitPlan && { exitPlan: contract.exitPlan }),
        ...(contract.dataRegions && { dataRegions: contract.dataRegions }),
        ...(contract.substitutes && {
          substitutes: contract.substitutes.map(ref =>
            view.node(canonicalIn(entry, ref)),
          ),
        }),
      }),
      inPlanning: counts.inPlanning,
      decidedBy: counts.decidedBy,
      reasons: counts.reasons,
      mentions: view.mentions(counts.reasons),
      problems: rule.problems,
      dependants: rule.dependants,
      ...(decision && { decision }),
    };
  }

  *#rule({ ref, declared }: GraphEntry, { snapshot, view }: AskedGraph) {
    const { tiers } = this.#questions;
    const impact = yield* measureImpactInSteps(snapshot.graph, {
      down: [ref],
    });
    const judgement = yield* judgeThirdPartyInSteps(snapshot.graph, ref, {
      ...(declared?.saas && { contract: declared.saas }),
      rule: {
        tiers: tiers.slice(0, CORE_TIERS).map(({ id }) => id),
        businessFunctions: true,
      },
      impact,
    });
    const { inPlanning, reasons, failing, functions, gaps } = judgement;
    let hidden = 0;
    let strictest = Infinity;
    yield* eachInSteps(impact.failed.nodes(), ({ node, hops, tier }) => {
      if (hops === 0) return;
      if (!view.sees(node)) hidden += 1;
      const rank = tiers.findIndex(({ id }) => id === tier);
      if (rank >= 0) strictest = Math.min(strictest, rank);
    });
    yield* eachInSteps(impact.degraded.nodes(), ({ node }) => {
      if (!view.sees(node)) hidden += 1;
    });
    const mostCritical = tiers[strictest];
    return {
      inPlanning,
      reasons: reasons.map(reason => view.words(reason)),
      problems: gaps.map(({ message, remedy }) => ({ message, remedy })),
      dependants: {
        total: failing + impact.degraded.count,
        hidden,
        failing,
        ...(mostCritical && {
          mostCritical: { id: mostCritical.id, title: mostCritical.title },
        }),
        businessFunctions: functions
          .filter(node => view.sees(node))
          .slice(0, MAX_FUNCTIONS)
          .map(node => view.node(node)),
      },
    };
  }
}

function canonicalIn({ entity }: GraphEntry, ref: string): string {
  return stringifyEntityRef(
    parseEntityRef(ref, { defaultNamespace: entity.metadata.namespace }),
  );
}

function titleOf({ node }: Saas): string {
  return `${node.title ?? ''} ${node.ref ?? node.id}`.toLocaleLowerCase(
    'en-US',
  );
}

function requireRevision(
  ref: string,
  revision: number,
  newest: StoredSaasDecision | undefined,
) {
  const current = newest?.revision ?? 0;
  if (revision !== current) {
    throw new ConflictError(
      newest
        ? `revision: ${revision} is not the newest; ${
            newest.decidedBy
          } decided about ${ref} at ${toIso(
            newest.decidedAt,
          )} (revision ${current})`
        : `revision: ${revision} does not exist; nobody has decided about ${ref} yet, expected 0`,
    );
  }
}

function presentDecision(
  stored: StoredSaasDecision,
  now: Instant,
): SaasDecision {
  return {
    ...stored,
    decidedAt: toIso(stored.decidedAt),
    due: stored.reviewOn <= dayOf(now),
  };
}

/** What the ledger says of a decision: with what held before, so that it can be judged alone. */
function entryOf(
  decision: StoredSaasDecision,
  before: StoredSaasDecision | undefined,
): LedgerEntry {
  const { entityRef, decidedBy, decidedAt, ...data } = decision;
  return {
    id: randomUUID(),
    type: 'graph.saas.decided',
    at: formatInstant(decidedAt),
    actor: { ref: decidedBy },
    subjects: [entityRef],
    data: {
      ...data,
      ...(before && {
        before: { inPlanning: before.inPlanning, reviewOn: before.reviewOn },
      }),
    },
  };
}
