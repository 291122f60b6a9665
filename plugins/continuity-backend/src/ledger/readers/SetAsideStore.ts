import type { Instant } from '@continuity/engine';
import type { Knex } from 'knex';

/** An entry that a follower gave up on. */
export interface SetAside {
  follower: string;
  /** Of the entry in the ledger. */
  index: number;
  /** Why it failed last. */
  problem: string;
  attempts: number;
  at: Instant;
}

/** PostgreSQL hands out a bigint as text. */
interface SetAsideRow {
  name: string;
  leaf_index: number | string;
  problem: string;
  attempts: number;
  at: number | string;
  retrying_until: number | string | null;
}

/** The entries that followers gave up on, for all replicas. */
export class SetAsideStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The newest ones, and how many there are. @param follower - absent: of all */
  async list(
    follower: string | undefined,
    limit: number,
  ): Promise<{ items: SetAside[]; totalItems: number }> {
    const rows = () => {
      const all = this.#knex<SetAsideRow>('ledger_set_aside');
      return follower === undefined ? all : all.where('name', follower);
    };
    const [items, [{ count }]] = await Promise.all([
      rows()
        .orderBy([
          { column: 'at', order: 'desc' },
          { column: 'name' },
          { column: 'leaf_index', order: 'desc' },
        ])
        .limit(limit)
        .select('*'),
      rows().count<{ count: number | string }[]>({ count: '*' }),
    ]);
    return { items: items.map(setAsideOf), totalItems: Number(count) };
  }

  /** How many entries each follower gave up on; those with none are not in it. */
  async counts(): Promise<ReadonlyMap<string, number>> {
    const rows = await this.#knex<SetAsideRow>('ledger_set_aside')
      .groupBy('name')
      .select('name')
      .count<{ name: string; count: number | string }[]>({ count: '*' });
    return new Map(rows.map(({ name, count }) => [name, Number(count)]));
  }

  async find(follower: string, index: number): Promise<SetAside | undefined> {
    const row = await this.#row(this.#knex, follower, index).first();
    return row && setAsideOf(row);
  }

  /**
   * Takes the right to try an entry again, until a moment. A replica that dies loses it
   * then.
   *
   * @returns absent: it is not set aside, or another replica is at it
   */
  async claim(
    follower: string,
    index: number,
    now: Instant,
    until: Instant,
  ): Promise<SetAside | undefined> {
    const [row]: SetAsideRow[] = await this.#row(this.#knex, follower, index)
      .where(free =>
        free.whereNull('retrying_until').orWhere('retrying_until', '<=', now),
      )
      .update({ retrying_until: until })
      .returning('*');
    return row && setAsideOf(row);
  }

  /**
   * It was handled, in the transaction that writes what came of it.
   *
   * @param until - what was claimed
   * @returns false: the right was lost, and nothing was changed
   */
  async done(
    tx: Knex.Transaction,
    { follower, index }: Pick<SetAside, 'follower' | 'index'>,
    until: Instant,
  ): Promise<boolean> {
    const deleted = await this.#row(tx, follower, index)
      .where('retrying_until', until)
      .delete();
    return deleted === 1;
  }

  /** It failed again; see {@link done}. */
  async failed(
    tx: Knex.Transaction,
    { follower, index, problem, attempts, at }: SetAside,
    until: Instant,
  ): Promise<boolean> {
    const changed = await this.#row(tx, follower, index)
      .where('retrying_until', until)
      .update({ problem, attempts, at, retrying_until: null });
    return changed === 1;
  }

  #row(db: Knex, follower: string, index: number) {
    return db<SetAsideRow>('ledger_set_aside').where({
      name: follower,
      leaf_index: index,
    });
  }
}

function setAsideOf(row: SetAsideRow): SetAside {
  return {
    follower: row.name,
    index: Number(row.leaf_index),
    problem: row.problem,
    attempts: row.attempts,
    at: Number(row.at),
  };
}
