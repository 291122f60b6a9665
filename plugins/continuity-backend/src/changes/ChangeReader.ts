import { InputError } from '@backstage/errors';
import {
  changeMachine,
  durationMs,
  findSlots,
  formatProblem,
  judgeChosenClass,
  type ChangeContent,
  type ChangeSettings,
  type ChangeState,
  type Instant,
  type ReleaseClass,
} from '@continuity/engine';
import type {
  Change,
  ChangeApproval,
  ChangeBoard,
  ChangeConflict,
  ChangeHappening,
  ChangeRevision,
  ChangeSlots,
  ChangeSummary,
  ReleaseClassification,
} from '@continuity/plugin-continuity-common';
import { SharedAnswers, type Page } from '../database';
import type { FleetVisibility } from '../fleet';
import { toIso, type Caller } from '../http';
import type { ChangeJudge } from './ChangeJudge';
import type { ChangeAuthority } from './ChangeRights';
import type { ChangeFilter, ChangeStore } from './ChangeStore';
import { asItIs, unknownChange } from './ChangeWriter';
import { findUnknownPlaces } from './judging/changeSubjects';
import type {
  ChangeKnowledge,
  ChangeKnowledgeReader,
} from './knowledge/ChangeKnowledgeReader';
import {
  presentApproval,
  presentChange,
  presentClassification,
  presentConflict,
  presentHappening,
  presentRevision,
} from './presentChange';
import { mayKnow, seesAll } from './mayKnow';
import { presentHead, summaryOf } from './presentSummary';
import { isNearItsBeginning, type ReadinessNow } from './ReadinessNow';
import type { ChangeHead, StoredChange } from './types';

/** Which changes are asked for, with the words of the API. */
export interface ChangeQuery
  extends Pick<ChangeFilter, 'states' | 'class' | 'author' | 'entity'> {
  owner?: string;
  mine?: 'approve' | 'team' | 'author';
}

/** What is to be planned. */
export type SlotQuestion = Pick<
  ChangeContent,
  'entities' | 'environments' | 'regions' | 'class' | 'implementer'
> & {
  /** Ref of who decides on the way back. Absent: it is not decided. */
  decisionOwner?: string;
  /** One that is planned already, and is not in its own way. */
  change?: string;
  /** ISO 8601. */
  duration: string;
  from: Instant;
  limit: number;
};

/** Changes in one state, whoever may see them. */
interface BoardColumn {
  state: ChangeState;
  total: number;
  heads: readonly ChangeHead[];
}

/** How far ahead slots are looked for. */
const SLOT_HORIZON_MS = 90 * 86_400_000;

interface ChangeReaderOptions {
  store: ChangeStore;
  judge: ChangeJudge;
  knowledge: Pick<ChangeKnowledgeReader, 'of'>;
  readiness: Pick<ReadinessNow, 'refusals'>;
  authority: Pick<ChangeAuthority, 'rightsOf'>;
  visibility: Pick<FleetVisibility, 'visibleTo'>;
  settings: ChangeSettings;
}

/** Answers what changes there are, and how they stand. */
export class ChangeReader {
  readonly #options: ChangeReaderOptions;
  readonly #boards = new SharedAnswers<BoardColumn[]>();

  constructor(options: ChangeReaderOptions) {
    this.#options = options;
  }

  /** Newest first; a page may be shorter than its limit where the caller may not see all. */
  async list(
    query: ChangeQuery,
    page: { limit: number; cursor?: string },
    caller: Caller,
  ): Promise<Page<ChangeSummary>> {
    const visible = await this.#options.visibility.visibleTo(caller);
    const filter = await this.#filterOf(query, caller);
    const found = await this.#options.store.list(filter, page);
    return {
      ...found,
      items: found.items
        .filter(head => mayKnow(head, caller, visible))
        .map(presentHead),
    };
  }

  /** By state: how many, and the newest. @param limit - of each */
  async board(
    query: Omit<ChangeQuery, 'states'>,
    limit: number,
    caller: Caller,
  ): Promise<ChangeBoard> {
    const visible = await this.#options.visibility.visibleTo(caller);
    const filter = await this.#filterOf(query, caller);
    // Whoever looks at the same board, e.g. because a signal told them to, shares it.
    const columns = await this.#boards.of(
      JSON.stringify({ filter, limit }),
      () => this.#columns(filter, limit),
    );
    return {
      columns: columns.map(({ state, total, heads }) => ({
        state,
        ...(visible === 'all' && { total }),
        items: heads
          .filter(head => mayKnow(head, caller, visible))
          .map(presentHead),
      })),
    };
  }

  async #columns(filter: ChangeFilter, limit: number): Promise<BoardColumn[]> {
    const { store } = this.#options;
    const states = Object.keys(changeMachine.states) as ChangeState[];
    const [counts, ...pages] = await Promise.all([
      store.counts(filter),
      ...states.map(state =>
        store.list({ ...filter, states: [state] }, { limit }),
      ),
    ]);
    return states.map((state, at) => ({
      state,
      total: counts.get(state) ?? 0,
      heads: pages[at].items,
    }));
  }

  /** @throws NotFoundError when there is none, or it is hidden */
  async byId(id: string, caller: Caller): Promise<Change> {
    const { judge, readiness, store, settings, authority } = this.#options;
    const change = await this.#visible(id, caller);
    const [judged, approvals, rights] = await Promise.all([
      judge.judge(change),
      store.approvals(id),
      authority.rightsOf(caller),
    ]);
    const asIs = asItIs(change, judged, approvals);
    return presentChange(
      {
        ...asIs,
        conflicts: await judge.conflicts(change, judged),
        readiness: isNearItsBeginning(change)
          ? await readiness.refusals(change, judged)
          : [],
        settings,
      },
      rights,
    );
  }

  /** As it is, and not judged anew. @throws NotFoundError like {@link ChangeReader.byId} */
  async summary(id: string, caller: Caller): Promise<ChangeSummary> {
    return summaryOf(await this.#visible(id, caller));
  }

  /** Newest first. */
  async approvals(id: string, caller: Caller): Promise<ChangeApproval[]> {
    await this.#visible(id, caller);
    const approvals = await this.#options.store.approvals(id);
    return approvals.map(approval => presentApproval(approval));
  }

  /** Oldest first. */
  async timeline(id: string, caller: Caller): Promise<ChangeHappening[]> {
    await this.#visible(id, caller);
    return (await this.#options.store.happenings(id)).map(presentHappening);
  }

  /** Newest first. */
  async history(id: string, caller: Caller): Promise<ChangeRevision[]> {
    await this.#visible(id, caller);
    return (await this.#options.store.revisions(id)).map(presentRevision);
  }

  /** What blocks first. */
  async conflicts(id: string, caller: Caller): Promise<ChangeConflict[]> {
    const { judge } = this.#options;
    const change = await this.#visible(id, caller);
    const conflicts = await judge.conflicts(change, await judge.judge(change));
    return conflicts.map(presentConflict);
  }

  /** What class a release is of, by which rules, and what becomes of a chosen one. */
  async classify(
    content: Pick<
      ChangeContent,
      | 'entities'
      | 'environments'
      | 'regions'
      | 'window'
      | 'facts'
      | 'incident'
      | 'class'
      | 'classReason'
    >,
    caller: Caller,
  ): Promise<ReleaseClassification> {
    const { knowledge, judge } = this.#options;
    await this.#requireVisible(content.entities, caller);
    const known = await knowledge.of(content);
    requirePlaces(content, known);
    const { classification } = judge.classify(content, known);
    const { class: chosen, classReason } = content;
    const presented = presentClassification(classification);
    if (chosen === undefined) return presented;
    const choice = judgeChosenClass(
      {
        class: chosen,
        ...(classReason !== undefined && { reason: classReason }),
      },
      classification,
      content,
    );
    return { ...presented, chosen: { class: chosen, ...choice } };
  }

  /** The next times at which nothing is in the way. */
  async slots(question: SlotQuestion, caller: Caller): Promise<ChangeSlots> {
    const { knowledge, judge } = this.#options;
    await this.#requireVisible(question.entities, caller);
    const { from, limit, duration, change: id, class: chosen } = question;
    const known = await knowledge.of(question);
    requirePlaces(question, known);
    const releaseClass: ReleaseClass =
      chosen ?? judge.classify(question, known).inForce;
    const period = { start: from, end: from + SLOT_HORIZON_MS };
    const facts = await judge.conflictFacts(
      question,
      known,
      releaseClass,
      period,
    );
    const found = findSlots(
      {
        id: id ?? '',
        entities: question.entities,
        environments: question.environments,
        ...(question.regions && { regions: question.regions }),
        ...(question.implementer !== undefined && {
          implementer: question.implementer,
        }),
      },
      facts,
      { period, lengthMs: durationMs(duration), limit },
    );
    return {
      period: { start: toIso(period.start), end: toIso(period.end) },
      slots: found.slots.map(
        ({ start, end, openUntil, after, before, notes }) => ({
          start: toIso(start),
          end: toIso(end),
          ...(openUntil !== undefined && { openUntil: toIso(openUntil) }),
          ...(after && { after: after.explanation }),
          ...(before && { before: before.explanation }),
          notes: notes.map(({ explanation }) => explanation),
        }),
      ),
      taken: found.taken.map(({ kind, explanation, ms }) => ({
        kind,
        explanation,
        seconds: Math.round(ms / 1000),
      })),
    };
  }

  async #visible(id: string, caller: Caller): Promise<StoredChange> {
    const { store, visibility } = this.#options;
    const [change, visible] = await Promise.all([
      store.byId(id),
      visibility.visibleTo(caller),
    ]);
    if (
      !change ||
      !(
        change.authors.includes(caller.ref) ||
        seesAll(change.content.entities, visible)
      )
    ) {
      throw unknownChange(id);
    }
    return change;
  }

  async #requireVisible(
    entities: readonly string[],
    caller: Caller,
  ): Promise<void> {
    const visible = await this.#options.visibility.visibleTo(caller);
    const hidden = entities.findIndex(ref => !seesAll([ref], visible));
    if (hidden >= 0) {
      throw new InputError(
        `entities.${hidden}: there is no entity ${entities[hidden]} in the catalog, or you may not see it`,
      );
    }
  }

  async #filterOf(
    { owner, mine, author, ...rest }: ChangeQuery,
    caller: Caller,
  ): Promise<ChangeFilter> {
    const authorRef = mine === 'author' ? caller.ref : author;
    return {
      ...rest,
      ...(authorRef !== undefined && { author: authorRef }),
      of: [
        ...(owner === undefined
          ? []
          : [{ role: 'owner' as const, refs: [owner] }]),
        ...(mine === 'approve'
          ? [{ role: 'approver' as const, refs: [caller.ref] }]
          : []),
        ...(mine === 'team'
          ? [{ role: 'owner' as const, refs: await this.#groupsOf(caller) }]
          : []),
      ],
    };
  }

  async #groupsOf(caller: Caller): Promise<string[]> {
    const { belongsTo } = await this.#options.authority.rightsOf(caller);
    return [...belongsTo];
  }
}

/**
 * @throws InputError that names what the catalog does not have: an answer about something
 * misspelt would look like one. While the catalog is not known, what is asked for is not
 * known either, and counts as its worst.
 */
function requirePlaces(
  places: Pick<ChangeContent, 'entities' | 'environments' | 'regions'>,
  known: ChangeKnowledge,
): void {
  const problems = known.snapshot ? findUnknownPlaces(places, known) : [];
  if (problems.length > 0) {
    throw new InputError(problems.map(formatProblem).join('; '));
  }
}
