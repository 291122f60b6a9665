import type { Instant } from '@continuity/engine';
import type { Knex } from 'knex';
import {
  HEAD_COLUMNS,
  headOf,
  type ChangeRow,
  type HeadRow,
} from '../changeRow';
import type { BoardedChange, Vote, VotedChange } from './types';

interface VoteRow {
  change_id: string;
  by: string;
  decision: Vote['decision'];
  comment: string | null;
  at: number | string;
  state: Vote['state'];
}

const VOTE_COLUMNS = ['change_id', 'by', 'decision', 'comment', 'at', 'state'];
/** Values a statement. */
const BATCH = 500;
/** More than a group decides between two meetings. */
const MAX_VOTES = 2_000;

/** What boards have to decide, and what their members decided. */
export class BoardStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** What waits for a group: the riskiest first, then what begins first. */
  async waitingFor(group: string, limit: number): Promise<BoardedChange[]> {
    const rows: (HeadRow &
      Pick<
        ChangeRow,
        'risk' | 'risk_factors' | 'suspension' | 'escalate_at'
      >)[] = await this.#knex('change_refs as r')
      .join('changes', 'changes.id', 'r.change_id')
      .where({
        'r.role': 'approver',
        'r.ref': group,
        'changes.state': 'awaiting-approval',
      })
      .orderBy([
        { column: 'changes.risk', order: 'desc' },
        { column: 'changes.window_start', nulls: 'last' },
        { column: 'changes.created_at' },
        { column: 'changes.id' },
      ])
      .limit(limit)
      .select(
        [
          ...HEAD_COLUMNS,
          'risk',
          'risk_factors',
          'suspension',
          'escalate_at',
        ].map(column => `changes.${column}`),
      );
    return rows.map(row => ({
      head: headOf(row),
      risk: { points: row.risk, factors: JSON.parse(row.risk_factors) },
      ...(row.suspension !== null && {
        suspendedBecause: JSON.parse(row.suspension),
      }),
      ...(row.escalate_at !== null && { escalatesAt: Number(row.escalate_at) }),
    }));
  }

  /** Which of these wait for somebody. */
  async askedOf(
    person: string,
    changeIds: readonly string[],
  ): Promise<Set<string>> {
    const rows: { change_id: string }[] = await this.#knex('change_refs')
      .where({ role: 'approver', ref: person })
      .whereIn('change_id', [...changeIds])
      .select('change_id');
    return new Set(rows.map(({ change_id }) => change_id));
  }

  /** Votes on these that count, the oldest first. */
  async counting(changeIds: readonly string[]): Promise<Vote[]> {
    const rows: VoteRow[] = await this.#knex('change_approvals')
      .whereIn('change_id', [...changeIds])
      .where({ state: 'counts', decision: 'approve' })
      .orderBy([{ column: 'at' }, { column: 'id' }])
      .select(VOTE_COLUMNS);
    return rows.map(voteOf);
  }

  /**
   * Changes that a group has a say in and on which anybody voted since a moment; the
   * riskiest first.
   */
  async votedSince(group: string, since: Instant): Promise<VotedChange[]> {
    const given: VoteRow[] = await this.#knex('change_approvals as a')
      .join('change_refs as r', 'r.change_id', 'a.change_id')
      .where({ 'r.role': 'board', 'r.ref': group })
      .where('a.at', '>=', since)
      .orderBy([{ column: 'a.at' }, { column: 'a.id' }])
      .limit(MAX_VOTES)
      .select(VOTE_COLUMNS.map(column => `a.${column}`));
    const votes = given.map(voteOf);
    const found: VotedChange[] = [];
    for (const batch of batches([
      ...new Set(votes.map(({ changeId }) => changeId)),
    ])) {
      const rows: (HeadRow & Pick<ChangeRow, 'risk'>)[] = await this.#knex(
        'changes',
      )
        .whereIn('id', batch)
        .select([...HEAD_COLUMNS, 'risk']);
      for (const row of rows) {
        const head = headOf(row);
        found.push({
          ...head,
          risk: row.risk,
          votes: votes.filter(({ changeId }) => changeId === head.id),
        });
      }
    }
    return found.sort((a, b) => b.risk - a.risk || (a.id < b.id ? -1 : 1));
  }
}

function voteOf(row: VoteRow): Vote {
  return {
    changeId: row.change_id,
    by: row.by,
    decision: row.decision,
    ...(row.comment !== null && { comment: row.comment }),
    at: Number(row.at),
    state: row.state,
  };
}

function batches<T>(all: readonly T[]): T[][] {
  const cut: T[][] = [];
  for (let at = 0; at < all.length; at += BATCH) {
    cut.push(all.slice(at, at + BATCH));
  }
  return cut;
}
