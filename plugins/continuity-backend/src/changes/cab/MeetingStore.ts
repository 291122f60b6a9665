import type { Knex } from 'knex';
import {
  afterPosition,
  cutPage,
  decodeCursor,
  type Page,
} from '../../database';
import type { StoredMeeting } from './types';

interface Row {
  id: string;
  group_ref: string;
  title: string;
  starts_at: number | string;
  state: StoredMeeting['state'];
  called_by: string;
  called_at: number | string;
  ended_by: string | null;
  ended_at: number | string | null;
  note: string | null;
  minutes: string | null;
}

const TABLE = 'cab_meetings';

/** Where meetings are kept, for all replicas. */
export class MeetingStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The latest first. */
  async list(
    filter: { group?: string; state?: StoredMeeting['state'] },
    { limit, cursor }: { limit: number; cursor?: string },
  ): Promise<Page<StoredMeeting>> {
    const query = this.#knex<Row>(TABLE)
      .orderBy([
        { column: 'starts_at', order: 'desc' },
        { column: 'id', order: 'desc' },
      ])
      .limit(limit + 1);
    if (filter.group !== undefined) query.where('group_ref', filter.group);
    if (filter.state !== undefined) query.where('state', filter.state);
    if (cursor !== undefined) {
      afterPosition(query, TABLE, 'starts_at', decodeCursor(cursor));
    }
    return cutPage((await query).map(meetingOf), limit, ({ start, id }) => ({
      at: start,
      id,
    }));
  }

  /** Absent: there is none of this id. */
  async byId(id: string): Promise<StoredMeeting | undefined> {
    const row = await this.#knex<Row>(TABLE).where('id', id).first();
    return row && meetingOf(row);
  }

  async insert(tx: Knex.Transaction, meeting: StoredMeeting): Promise<void> {
    await tx<Row>(TABLE).insert({
      id: meeting.id,
      group_ref: meeting.group,
      title: meeting.title,
      starts_at: meeting.start,
      state: meeting.state,
      called_by: meeting.calledBy,
      called_at: meeting.calledAt,
      ended_by: null,
      ended_at: null,
      note: null,
      minutes: null,
    });
  }

  /** @returns whether it had not ended yet; otherwise nothing is written */
  async end(
    tx: Knex.Transaction,
    { id, state, ended, minutes }: StoredMeeting,
  ): Promise<boolean> {
    const written = await tx<Row>(TABLE)
      .where({ id, state: 'planned' })
      .update({
        state,
        ended_by: ended?.by ?? null,
        ended_at: ended?.at ?? null,
        note: ended?.note ?? null,
        minutes: minutes ? JSON.stringify(minutes) : null,
      });
    return written > 0;
  }
}

function meetingOf(row: Row): StoredMeeting {
  return {
    id: row.id,
    group: row.group_ref,
    title: row.title,
    start: Number(row.starts_at),
    state: row.state,
    calledBy: row.called_by,
    calledAt: Number(row.called_at),
    ...(row.ended_by !== null && {
      ended: {
        by: row.ended_by,
        at: Number(row.ended_at),
        ...(row.note !== null && { note: row.note }),
      },
    }),
    ...(row.minutes !== null && { minutes: JSON.parse(row.minutes) }),
  };
}
