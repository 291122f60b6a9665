import type { Instant } from '@continuity/engine';
import type { Knex } from 'knex';
import {
  cursorOf,
  problemText,
  queuedOf,
  recordOf,
  recordRowOf,
  type CursorRow,
  type QueueRow,
  type RecordRow,
  type UntakenRow,
} from './connectorRow';
import type {
  ClaimedPush,
  ConnectorCursor,
  QueuedPush,
  StoredProblem,
  StoredRecord,
  UntakenDraft,
} from './types';

/** Pushes that replicas look at for one that is free. */
const CANDIDATES = 10;

/** What is kept of other systems, for all replicas, in a SQL database. */
export class ConnectorStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** What a change is there. */
  async record(
    connector: string,
    changeId: string,
  ): Promise<StoredRecord | undefined> {
    const row = await this.#knex<RecordRow>('connector_records')
      .where({ connector, change_id: changeId })
      .first();
    return row && recordOf(row);
  }

  /** What a record there is here. */
  async recordOf(
    connector: string,
    externalId: string,
  ): Promise<StoredRecord | undefined> {
    const row = await this.#knex<RecordRow>('connector_records')
      .where({ connector, external_id: externalId })
      .first();
    return row && recordOf(row);
  }

  /** Like {@link ConnectorStore.record}, and nobody else changes it until the end. */
  async lock(
    tx: Knex.Transaction,
    connector: string,
    changeId: string,
  ): Promise<StoredRecord | undefined> {
    // SQLite has one writer at a time and ignores the lock.
    const row = await tx<RecordRow>('connector_records')
      .where({ connector, change_id: changeId })
      .forUpdate()
      .first();
    return row && recordOf(row);
  }

  async save(tx: Knex.Transaction, record: StoredRecord): Promise<void> {
    await tx<RecordRow>('connector_records')
      .insert(recordRowOf(record))
      .onConflict(['connector', 'change_id'])
      .merge();
  }

  /** What a change is in every other system, by connector. */
  async recordsOf(changeId: string): Promise<StoredRecord[]> {
    const rows = await this.#knex<RecordRow>('connector_records')
      .where('change_id', changeId)
      .orderBy('connector');
    return rows.map(recordOf);
  }

  /** Records of which something could not be carried over, the newest ones first. */
  async conflicts(connector: string, limit: number): Promise<StoredRecord[]> {
    const rows = await this.#knex<RecordRow>('connector_records')
      .where('connector', connector)
      .where(problem =>
        problem.whereNotNull('push_problem').orWhereNotNull('pull_problem'),
      )
      .orderBy([{ column: 'synchronised_at', order: 'desc' }, 'change_id'])
      .limit(limit);
    return rows.map(recordOf);
  }

  /**
   * A change waits to be written there. One that waits already is only told of the newer
   * revision: it waits no longer and no shorter, unless it was refused as it was.
   */
  async enqueue(
    tx: Knex.Transaction,
    connector: string,
    { changeId, revision }: { changeId: string; revision: number },
    at: Instant,
  ): Promise<void> {
    const key = { connector, change_id: changeId };
    await tx<QueueRow>('connector_queue')
      .insert({ ...key, revision, since: at, attempts: 0, next_at: at })
      .onConflict(['connector', 'change_id'])
      .ignore();
    await tx<QueueRow>('connector_queue')
      .where(key)
      .where('revision', '<', revision)
      .update({
        revision,
        next_at: tx.raw('coalesce(next_at, ?)', [at]),
      });
  }

  /**
   * Takes on the push that waits longest, so that nobody else does until a moment. A
   * replica that dies loses it then.
   *
   * @param connectors - ids of those that there are here
   * @returns undefined when nothing is due that nobody is at
   */
  async claimNext(
    connectors: readonly string[],
    holder: string,
    now: Instant,
    until: Instant,
  ): Promise<ClaimedPush | undefined> {
    const due = await this.#free(now)
      .whereIn('connector', [...connectors])
      .where('next_at', '<=', now)
      .orderBy('next_at')
      .limit(CANDIDATES)
      .select('connector', 'change_id');
    for (const { connector, change_id } of due) {
      const claimed = await this.claim(
        connector,
        change_id,
        holder,
        now,
        until,
      );
      if (claimed) return claimed;
    }
    return undefined;
  }

  /** Like {@link ConnectorStore.claimNext}, for just one, whether it is due or not. */
  async claim(
    connector: string,
    changeId: string,
    holder: string,
    now: Instant,
    until: Instant,
  ): Promise<ClaimedPush | undefined> {
    const [row]: QueueRow[] = await this.#free(now)
      .where({ connector, change_id: changeId })
      .update({ holder, held_until: until })
      .returning('*');
    return row && { ...queuedOf(row), holder };
  }

  /**
   * It was written there up to a revision. What became newer meanwhile waits on.
   *
   * @returns false: another replica has taken it over, and nothing was changed
   */
  async done(
    tx: Knex.Transaction,
    push: ClaimedPush,
    revision: number,
    at: Instant,
  ): Promise<boolean> {
    const deleted = await this.#held(tx, push)
      .where('revision', '<=', revision)
      .delete();
    if (deleted === 1) return true;
    const kept = await this.#held(tx, push).update({
      attempts: 0,
      next_at: at,
      problem: null,
      holder: null,
      held_until: null,
    });
    return kept === 1;
  }

  /** It failed; see {@link ConnectorStore.done}. @param nextAt - absent: not by itself */
  async failed(
    tx: Knex.Transaction,
    push: ClaimedPush,
    {
      problem,
      attempts,
      nextAt,
    }: Pick<QueuedPush, 'attempts' | 'nextAt'> & { problem: StoredProblem },
  ): Promise<boolean> {
    const row = await this.#held(tx, push).first();
    if (!row) return false;
    // What was changed while it was being refused may be accepted.
    const isNewer = row.revision > push.revision;
    await this.#held(tx, push).update({
      attempts,
      problem: problemText(problem),
      next_at: nextAt ?? (isNewer ? problem.at : null),
      holder: null,
      held_until: null,
    });
    return true;
  }

  /** Gives it back untried. */
  async release(push: ClaimedPush): Promise<void> {
    await this.#held(this.#knex, push).update({
      holder: null,
      held_until: null,
    });
  }

  /** What waits for a connector, what fails first. */
  async queued(connector: string, limit: number): Promise<QueuedPush[]> {
    const rows = await this.#knex<QueueRow>('connector_queue')
      .where('connector', connector)
      .orderBy([
        { column: 'attempts', order: 'desc' },
        { column: 'since' },
        { column: 'change_id' },
      ])
      .limit(limit);
    return rows.map(queuedOf);
  }

  /** What waits of a change, by connector. */
  async queuedOf(changeId: string): Promise<QueuedPush[]> {
    const rows = await this.#knex<QueueRow>('connector_queue')
      .where('change_id', changeId)
      .orderBy('connector');
    return rows.map(queuedOf);
  }

  /** How many wait, and how many of them have failed, by connector. */
  async counts(): Promise<Map<string, { waiting: number; failing: number }>> {
    const rows: {
      connector: string;
      waiting: number | string;
      failing: number | string | null;
    }[] = await this.#knex('connector_queue')
      .select('connector')
      .count({ waiting: '*' })
      .sum({
        failing: this.#knex.raw('case when attempts > 0 then 1 else 0 end'),
      })
      .groupBy('connector');
    return new Map(
      rows.map(({ connector, waiting, failing }) => [
        connector,
        { waiting: Number(waiting), failing: Number(failing ?? 0) },
      ]),
    );
  }

  /** Ids of connectors of which anything is kept. */
  async known(): Promise<string[]> {
    const tables = [
      'connector_records',
      'connector_queue',
      'connector_cursors',
      'connector_untaken',
    ];
    const ids = new Set<string>();
    for (const table of tables) {
      const rows: { connector: string }[] = await this.#knex(table).distinct(
        'connector',
      );
      for (const { connector } of rows) ids.add(connector);
    }
    return [...ids].sort();
  }

  async cursor(connector: string): Promise<ConnectorCursor> {
    const row = await this.#knex<CursorRow>('connector_cursors')
      .where({ connector })
      .first();
    return row ? cursorOf(row) : { failures: 0 };
  }

  async advance(
    connector: string,
    cursor: string,
    pulledAt: Instant,
  ): Promise<void> {
    await this.#knex<CursorRow>('connector_cursors')
      .insert({
        connector,
        cursor,
        pulled_at: pulledAt,
        failures: 0,
        failing_since: null,
        next_at: null,
        problem: null,
      })
      .onConflict('connector')
      .merge();
  }

  async notPulled(
    tx: Knex.Transaction,
    connector: string,
    failures: number,
    {
      problem,
      since,
      nextAt,
    }: { problem: StoredProblem; since: Instant; nextAt: Instant },
  ): Promise<void> {
    await tx<CursorRow>('connector_cursors')
      .insert({
        connector,
        failures,
        failing_since: since,
        next_at: nextAt,
        problem: problemText(problem),
      })
      .onConflict('connector')
      .merge(['failures', 'failing_since', 'next_at', 'problem']);
  }

  /** Records that could not become drafts, the newest ones first. */
  async untaken(connector: string, limit: number): Promise<UntakenDraft[]> {
    const rows = await this.#knex<UntakenRow>('connector_untaken')
      .where({ connector })
      .orderBy([{ column: 'since', order: 'desc' }, 'external_id'])
      .limit(limit);
    return rows.map(row => ({
      connector: row.connector,
      since: Number(row.since),
      draft: JSON.parse(row.draft),
      problem: JSON.parse(row.problem),
    }));
  }

  /** @returns whether that is news: there was no such problem with it before */
  async leave(
    tx: Knex.Transaction,
    { connector, since, draft, problem }: UntakenDraft,
  ): Promise<boolean> {
    const key = { connector, external_id: draft.reference.id };
    const before = await tx<UntakenRow>('connector_untaken').where(key).first();
    if (before) {
      const { reason } = JSON.parse(before.problem);
      const isSame = reason === problem.reason;
      await tx<UntakenRow>('connector_untaken')
        .where(key)
        .update({
          draft: JSON.stringify(draft),
          ...(!isSame && { problem: JSON.stringify(problem) }),
        });
      return !isSame;
    }
    await tx<UntakenRow>('connector_untaken').insert({
      ...key,
      since,
      draft: JSON.stringify(draft),
      problem: JSON.stringify(problem),
    });
    return true;
  }

  async taken(
    tx: Knex.Transaction,
    connector: string,
    externalId: string,
  ): Promise<void> {
    await tx<UntakenRow>('connector_untaken')
      .where({ connector, external_id: externalId })
      .delete();
  }

  #free(now: Instant) {
    return this.#knex<QueueRow>('connector_queue').where(free =>
      free.whereNull('holder').orWhere('held_until', '<=', now),
    );
  }

  #held(db: Knex, { connector, changeId, holder }: ClaimedPush) {
    return db<QueueRow>('connector_queue').where({
      connector,
      change_id: changeId,
      holder,
    });
  }
}
