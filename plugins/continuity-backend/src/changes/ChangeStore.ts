import type {
  ChangeState,
  Instant,
  Interval,
  ReleaseClass,
  ScheduledChange,
} from '@continuity/engine';
import type { Knex } from 'knex';
import { afterPosition, cutPage, decodeCursor, type Page } from '../database';
import {
  changeOf,
  contentOf,
  documentOf,
  HEAD_COLUMNS,
  headOf,
  rowOf,
  type ChangeRow,
  type HeadRow,
} from './changeRow';
import {
  TIMED_STATES,
  type ApprovalState,
  type ChangeHead,
  type Happened,
  type Happening,
  type StoredApproval,
  type StoredChange,
  type StoredRevision,
} from './types';

export interface ChangeFilter {
  states?: readonly ChangeState[];
  class?: ReleaseClass;
  author?: string;
  /** Changes of these entities, of what these own, or that wait for these; all must fit. */
  of?: readonly { role: RefRole; refs: readonly string[] }[];
  entity?: string;
}

export type RefRole = 'entity' | 'owner' | 'approver' | 'board';

/** What a change is found by besides what it is. */
export interface ChangeRefs {
  owners: readonly string[];
  /** Refs of groups of which approvals have to come, also when they have. */
  boards: readonly string[];
  /** Refs of people who may fill a seat that is empty, and of the groups they do it for. */
  approvers: readonly string[];
}

/** What is planned that may be in the way of something. */
export interface TimesAsked {
  period: Interval;
  /** Refs of what is changed, needed by it, or needs it. */
  entities: ReadonlySet<string>;
  /** Refs of who may carry something out then. */
  people: readonly string[];
}

/** Where changes are kept, for all replicas. */
export interface ChangeStore {
  byId(id: string): Promise<StoredChange | undefined>;
  /** Like {@link ChangeStore.byId}, and nobody else changes it until the end. */
  lock(tx: Knex.Transaction, id: string): Promise<StoredChange | undefined>;
  /** Newest first. */
  list(
    filter: ChangeFilter,
    page: { limit: number; cursor?: string },
  ): Promise<Page<ChangeHead>>;
  /** How many changes there are in each state. */
  counts(filter: ChangeFilter): Promise<Map<ChangeState, number>>;
  /** Oldest first. */
  happenings(id: string): Promise<Happening[]>;
  /** Newest first. */
  revisions(id: string): Promise<StoredRevision[]>;
  /** Newest first. @param tx - absent: outside any transaction */
  approvals(id: string, tx?: Knex.Transaction): Promise<StoredApproval[]>;
  /** Changes that have their time in a period and may be in the way. */
  planned(asked: TimesAsked): Promise<ScheduledChange[]>;
  /** Those of some entity whose planned time touches a period, the newest ones first. */
  plannedFor(entityRef: string, period: Interval): Promise<StoredChange[]>;
  /** Ids of those that somebody has to look at by the clock. */
  due(now: Instant, limit: number): Promise<string[]>;
  /** Ids of those whose readiness was not compared since a moment, longest ago first. */
  unwatchedSince(moment: Instant, limit: number): Promise<string[]>;
  /** Notes that their readiness was compared. */
  watched(ids: readonly string[], at: Instant): Promise<void>;

  /** Writes a new change and its first revision. */
  insert(
    tx: Knex.Transaction,
    change: StoredChange,
    refs: ChangeRefs,
  ): Promise<void>;
  /**
   * Writes what became of one. @param refs - absent: as they were, but nobody is waited
   * for any more
   */
  update(
    tx: Knex.Transaction,
    change: StoredChange,
    refs?: ChangeRefs,
  ): Promise<void>;
  addRevision(tx: Knex.Transaction, revision: StoredRevision): Promise<void>;
  addApproval(tx: Knex.Transaction, approval: StoredApproval): Promise<void>;
  endApprovals(
    tx: Knex.Transaction,
    ids: readonly string[],
    end: { state: ApprovalState; at: Instant; because: string },
  ): Promise<void>;
  addHappening(tx: Knex.Transaction, happening: Happening): Promise<void>;
}

interface ApprovalRow {
  id: string;
  change_id: string;
  content_revision: number;
  by: string;
  decision: 'approve' | 'reject';
  comment: string | null;
  at: number | string;
  expires_at: number | string;
  readiness: string;
  in_place_of: string | null;
  state: ApprovalState;
  ended_at: number | string | null;
  ended_because: string | null;
}

interface HappeningRow {
  id: string;
  change_id: string;
  step: number;
  at: number | string;
  by: string;
  event: Happened;
  from_state: ChangeState;
  to_state: ChangeState;
  revision: number;
  comment: string | null;
  details: string;
}

interface RevisionRow {
  change_id: string;
  revision: number;
  at: number | string;
  by: string;
  comment: string | null;
  document: string;
}

interface RefRow {
  change_id: string;
  role: RefRole;
  ref: string;
  created_at: number | string;
}

interface TimeRow {
  change_id: string;
  entity_ref: string;
  implementer: string | null;
  starts_at: number | string;
  ends_at: number | string;
}

/** More than anybody reads. */
const MAX_HAPPENINGS = 500;
const MAX_REVISIONS = 200;
const MAX_APPROVALS = 500;
/** Above it, all that is planned in the period is looked through instead. */
const MAX_ENTITIES_ASKED = 300;
/** Values a statement. */
const BATCH = 500;

/** Changes in a SQL database (SQLite or PostgreSQL). */
export class KnexChangeStore implements ChangeStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async byId(id: string): Promise<StoredChange | undefined> {
    const row = await this.#knex<ChangeRow>('changes').where('id', id).first();
    return row && changeOf(row);
  }

  async lock(
    tx: Knex.Transaction,
    id: string,
  ): Promise<StoredChange | undefined> {
    // SQLite has one writer at a time and ignores the lock.
    const row = await tx<ChangeRow>('changes')
      .where('id', id)
      .forUpdate()
      .first();
    return row && changeOf(row);
  }

  async list(
    filter: ChangeFilter,
    { limit, cursor }: { limit: number; cursor?: string },
  ): Promise<Page<ChangeHead>> {
    const query = this.#knex('changes')
      .select(HEAD_COLUMNS.map(column => `changes.${column}`))
      .orderBy([
        { column: 'changes.created_at', order: 'desc' },
        { column: 'changes.id', order: 'desc' },
      ])
      .limit(limit + 1);
    narrow(query, filter);
    if (cursor !== undefined) {
      afterPosition(query, 'changes', 'created_at', decodeCursor(cursor));
    }
    const rows: HeadRow[] = await query;
    return cutPage(rows.map(headOf), limit, ({ createdAt, id }) => ({
      at: createdAt,
      id,
    }));
  }

  async counts(filter: ChangeFilter): Promise<Map<ChangeState, number>> {
    const query = this.#knex('changes')
      .groupBy('changes.state')
      .select('changes.state', this.#knex.raw('count(*) as total'));
    narrow(query, filter);
    const rows: { state: ChangeState; total: number | string }[] = await query;
    return new Map(rows.map(({ state, total }) => [state, Number(total)]));
  }

  async happenings(id: string): Promise<Happening[]> {
    const rows = await this.#knex<HappeningRow>('change_happenings')
      .where('change_id', id)
      .orderBy('step')
      .limit(MAX_HAPPENINGS);
    return rows.map(row => ({
      id: row.id,
      changeId: row.change_id,
      at: Number(row.at),
      by: row.by,
      event: row.event,
      from: row.from_state,
      to: row.to_state,
      revision: row.revision,
      ...(row.comment !== null && { comment: row.comment }),
      details: JSON.parse(row.details),
    }));
  }

  async revisions(id: string): Promise<StoredRevision[]> {
    const rows = await this.#knex<RevisionRow>('change_revisions')
      .where('change_id', id)
      .orderBy('revision', 'desc')
      .limit(MAX_REVISIONS);
    return rows.map(row => ({
      changeId: row.change_id,
      revision: row.revision,
      at: Number(row.at),
      by: row.by,
      ...(row.comment !== null && { comment: row.comment }),
      content: contentOf(row.document, row.change_id),
    }));
  }

  async approvals(
    id: string,
    tx: Knex | Knex.Transaction = this.#knex,
  ): Promise<StoredApproval[]> {
    const rows = await tx<ApprovalRow>('change_approvals')
      .where('change_id', id)
      .orderBy([
        { column: 'at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(MAX_APPROVALS);
    return rows.map(approvalOf);
  }

  async planned({
    period,
    entities,
    people,
  }: TimesAsked): Promise<ScheduledChange[]> {
    const during = () =>
      this.#knex<TimeRow>('change_times')
        .where('ends_at', '>', period.start)
        .where('starts_at', '<', period.end);
    const few = entities.size <= MAX_ENTITIES_ASKED;
    const byEntity: Pick<TimeRow, 'change_id' | 'entity_ref'>[] = await (few
      ? during().whereIn('entity_ref', [...entities])
      : during()
    ).select('change_id', 'entity_ref');
    const byPerson: Pick<TimeRow, 'change_id'>[] =
      people.length === 0
        ? []
        : await during()
            .whereIn('implementer', [...people])
            .select('change_id');
    const ids = new Set([
      ...byEntity
        .filter(({ entity_ref }) => entities.has(entity_ref))
        .map(({ change_id }) => change_id),
      ...byPerson.map(({ change_id }) => change_id),
    ]);
    const found: ScheduledChange[] = [];
    for (const batch of batches([...ids])) {
      const rows: (HeadRow & { document: string })[] = await this.#knex(
        'changes',
      )
        .whereIn('id', batch)
        .select([...HEAD_COLUMNS, 'document']);
      for (const row of rows) {
        const { id, title, window, ...head } = headOf(row);
        const regions: string[] | undefined = JSON.parse(row.document).regions;
        if (window) {
          found.push({
            id,
            title,
            window,
            entities: head.entities,
            environments: head.environments,
            ...(regions && { regions }),
            ...(head.implementer !== undefined && {
              implementer: head.implementer,
            }),
          });
        }
      }
    }
    return found;
  }

  async plannedFor(
    entityRef: string,
    { start, end }: Interval,
  ): Promise<StoredChange[]> {
    const rows: ChangeRow[] = await this.#knex('change_refs as r')
      .join('changes', 'changes.id', 'r.change_id')
      .where({ 'r.role': 'entity', 'r.ref': entityRef })
      .where('changes.window_end', '>', start)
      .where('changes.window_start', '<', end)
      .orderBy('r.created_at', 'desc')
      .limit(50)
      .select('changes.*');
    return rows.map(changeOf);
  }

  async due(now: Instant, limit: number): Promise<string[]> {
    const rows = await this.#knex<ChangeRow>('changes')
      .where('due_at', '<=', now)
      .orderBy('due_at')
      .limit(limit)
      .select('id');
    return rows.map(({ id }) => id);
  }

  async unwatchedSince(moment: Instant, limit: number): Promise<string[]> {
    const rows = await this.#knex<ChangeRow>('changes')
      .where('watched_at', '<=', moment)
      .orderBy('watched_at')
      .limit(limit)
      .select('id');
    return rows.map(({ id }) => id);
  }

  async watched(ids: readonly string[], at: Instant): Promise<void> {
    for (const batch of batches([...ids])) {
      await this.#knex<ChangeRow>('changes')
        .whereIn('id', batch)
        .whereNotNull('watched_at')
        .update({ watched_at: at });
    }
  }

  async insert(
    tx: Knex.Transaction,
    change: StoredChange,
    refs: ChangeRefs,
  ): Promise<void> {
    await tx<ChangeRow>('changes').insert(rowOf(change));
    await writeRefs(tx, change, refs);
    await writeTimes(tx, change);
  }

  async update(
    tx: Knex.Transaction,
    change: StoredChange,
    refs?: ChangeRefs,
  ): Promise<void> {
    await tx<ChangeRow>('changes').where('id', change.id).update(rowOf(change));
    if (refs) {
      await tx<RefRow>('change_refs').where('change_id', change.id).delete();
      await writeRefs(tx, change, refs);
    } else {
      await tx<RefRow>('change_refs')
        .where({ change_id: change.id, role: 'approver' })
        .delete();
    }
    await tx<TimeRow>('change_times').where('change_id', change.id).delete();
    await writeTimes(tx, change);
  }

  async addRevision(
    tx: Knex.Transaction,
    revision: StoredRevision,
  ): Promise<void> {
    await tx<RevisionRow>('change_revisions').insert({
      change_id: revision.changeId,
      revision: revision.revision,
      at: revision.at,
      by: revision.by,
      comment: revision.comment ?? null,
      document: JSON.stringify(documentOf(revision.content)),
    });
  }

  async addApproval(
    tx: Knex.Transaction,
    approval: StoredApproval,
  ): Promise<void> {
    await tx<ApprovalRow>('change_approvals').insert({
      id: approval.id,
      change_id: approval.changeId,
      content_revision: approval.contentRevision,
      by: approval.by,
      decision: approval.decision,
      comment: approval.comment ?? null,
      at: approval.at,
      expires_at: approval.expiresAt,
      readiness: JSON.stringify(approval.readiness),
      in_place_of: approval.inPlaceOf
        ? JSON.stringify(approval.inPlaceOf)
        : null,
      state: approval.state,
      ended_at: approval.ended?.at ?? null,
      ended_because: approval.ended?.because ?? null,
    });
  }

  async endApprovals(
    tx: Knex.Transaction,
    ids: readonly string[],
    {
      state,
      at,
      because,
    }: { state: ApprovalState; at: Instant; because: string },
  ): Promise<void> {
    for (const batch of batches([...ids])) {
      await tx<ApprovalRow>('change_approvals')
        .whereIn('id', batch)
        .update({ state, ended_at: at, ended_because: because });
    }
  }

  async addHappening(
    tx: Knex.Transaction,
    happening: Happening,
  ): Promise<void> {
    const last = await tx<HappeningRow>('change_happenings')
      .where('change_id', happening.changeId)
      .max({ step: 'step' })
      .first();
    await tx<HappeningRow>('change_happenings').insert({
      id: happening.id,
      change_id: happening.changeId,
      step: Number(last?.step ?? 0) + 1,
      at: happening.at,
      by: happening.by,
      event: happening.event,
      from_state: happening.from,
      to_state: happening.to,
      revision: happening.revision,
      comment: happening.comment ?? null,
      details: JSON.stringify(happening.details),
    });
  }
}

function narrow(query: Knex.QueryBuilder, filter: ChangeFilter): void {
  const { states, of, entity } = filter;
  if (states) {
    query.whereIn('changes.state', [...states]);
  }
  if (filter.class) {
    query.where('changes.class', filter.class);
  }
  if (filter.author !== undefined) {
    query.where('changes.created_by', filter.author);
  }
  for (const found of [
    ...(of ?? []),
    ...(entity === undefined
      ? []
      : [{ role: 'entity' as const, refs: [entity] }]),
  ]) {
    query.whereExists(refs =>
      refs
        .from('change_refs as r')
        .whereRaw('r.change_id = changes.id')
        .where('r.role', found.role)
        .whereIn('r.ref', [...found.refs])
        .select(refs.client.raw('1')),
    );
  }
}

async function writeRefs(
  tx: Knex.Transaction,
  change: StoredChange,
  { owners, boards, approvers }: ChangeRefs,
): Promise<void> {
  const rows = (
    [
      ['entity', change.content.entities],
      ['owner', owners],
      ['board', boards],
      ['approver', approvers],
    ] as const
  ).flatMap(([role, refs]) =>
    [...new Set(refs)].map(ref => ({
      change_id: change.id,
      role,
      ref,
      created_at: change.createdAt,
    })),
  );
  for (const batch of batches(rows)) {
    await tx<RefRow>('change_refs').insert(batch);
  }
}

async function writeTimes(
  tx: Knex.Transaction,
  { id, state, content }: StoredChange,
): Promise<void> {
  const { window, entities, implementer } = content;
  if (window && TIMED_STATES.includes(state)) {
    await tx<TimeRow>('change_times').insert(
      entities.map(ref => ({
        change_id: id,
        entity_ref: ref,
        implementer: implementer ?? null,
        starts_at: window.start,
        ends_at: window.end,
      })),
    );
  }
}

function approvalOf(row: ApprovalRow): StoredApproval {
  return {
    id: row.id,
    changeId: row.change_id,
    contentRevision: row.content_revision,
    by: row.by,
    decision: row.decision,
    ...(row.comment !== null && { comment: row.comment }),
    at: Number(row.at),
    expiresAt: Number(row.expires_at),
    readiness: JSON.parse(row.readiness),
    ...(row.in_place_of !== null && {
      inPlaceOf: JSON.parse(row.in_place_of),
    }),
    state: row.state,
    ...(row.ended_at !== null && {
      ended: { at: Number(row.ended_at), because: row.ended_because ?? '' },
    }),
  };
}

function* batches<T>(items: readonly T[]): Iterable<T[]> {
  for (let from = 0; from < items.length; from += BATCH) {
    yield items.slice(from, from + BATCH);
  }
}
