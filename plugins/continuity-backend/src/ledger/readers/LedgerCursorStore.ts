import type { Instant } from '@continuity/engine';
import type { Knex } from 'knex';
import { inTransaction } from '../../database';
import type { CommitWithCursor } from './types';

/** How far a reader is, and how it goes. */
export interface LedgerCursor {
  /** Everything before it is done. */
  nextIndex: number;
  /** Entries before it are read one by one. */
  carefulUntil: number;
  /** How often the entry at `nextIndex` failed by itself. */
  attempts: number;
  /** How often it failed for whatever reason. */
  failures: number;
  /** Absent: the last try succeeded. */
  failing?: { problem: string; since: Instant; notBefore: Instant };
}

/** The right to read for a reader; only one replica has it at a time. */
export interface CursorLease {
  name: string;
  /** UUID of this reading. */
  holder: string;
}

/** The lease was lost to another replica; what was not noted, that one does. */
export class LeaseLostError extends Error {
  constructor({ name }: CursorLease) {
    super(`Another replica reads the ledger for ${name} now`);
  }
}

/** PostgreSQL hands out a bigint as text. */
interface CursorRow {
  name: string;
  next_index: number | string;
  careful_until: number | string;
  holder: string | null;
  held_until: number | string | null;
  attempts: number;
  failures: number;
  problem: string | null;
  failing_since: number | string | null;
  not_before: number | string | null;
}

const NOT_FAILING = {
  attempts: 0,
  failures: 0,
  problem: null,
  failing_since: null,
  not_before: null,
};

/** Cursors of those who read the ledger, for all replicas. */
export class LedgerCursorStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** One cheap query. Absent: nobody of this name ever read. */
  async read(name: string): Promise<LedgerCursor | undefined> {
    const row = await this.#knex<CursorRow>('ledger_readers')
      .where('name', name)
      .first();
    return row && cursorOf(row);
  }

  /** Of everybody who ever read, by name. `heldUntil` absent: nobody reads for them. */
  async all(): Promise<
    (LedgerCursor & { name: string; heldUntil?: Instant })[]
  > {
    const rows = await this.#knex<CursorRow>('ledger_readers').orderBy('name');
    return rows.map(row => ({
      name: row.name,
      ...cursorOf(row),
      ...(row.held_until !== null && { heldUntil: Number(row.held_until) }),
    }));
  }

  /** Makes a cursor, unless there is one. */
  async begin(name: string, nextIndex: number): Promise<void> {
    await this.#knex('ledger_readers')
      .insert({ name, next_index: nextIndex })
      .onConflict('name')
      .ignore();
  }

  /**
   * Takes the lease when nobody has it and nothing has to be waited for.
   *
   * @returns where to go on; absent: somebody else reads, or it is too early
   */
  async claim(
    { name, holder }: CursorLease,
    now: Instant,
    until: Instant,
  ): Promise<LedgerCursor | undefined> {
    const [row]: CursorRow[] = await this.#knex('ledger_readers')
      .where('name', name)
      .where(free => free.whereNull('holder').orWhere('held_until', '<=', now))
      .where(due =>
        due.whereNull('not_before').orWhere('not_before', '<=', now),
      )
      .update({ holder, held_until: until })
      .returning('*');
    return row && cursorOf(row);
  }

  /** @throws LeaseLostError */
  async renew(lease: CursorLease, until: Instant): Promise<void> {
    await this.#update(this.#knex, lease, { held_until: until });
  }

  async release(lease: CursorLease): Promise<void> {
    await this.#held(this.#knex, lease).update({
      holder: null,
      held_until: null,
    });
  }

  /**
   * Moves the cursor, and does what is to be done along with it; both or neither.
   *
   * @throws LeaseLostError
   */
  async advance(
    lease: CursorLease,
    nextIndex: number,
    commit?: CommitWithCursor,
  ): Promise<void> {
    const moved = { next_index: nextIndex, ...NOT_FAILING };
    if (!commit) {
      await this.#update(this.#knex, lease, moved);
      return;
    }
    await inTransaction(this.#knex, async tx => {
      await this.#update(tx, lease, moved);
      await commit(tx);
    });
  }

  /** From here on one by one. @throws LeaseLostError */
  async beCareful(lease: CursorLease, carefulUntil: number): Promise<void> {
    await this.#update(this.#knex, lease, { careful_until: carefulUntil });
  }

  /** @throws LeaseLostError */
  async noteFailure(
    lease: CursorLease,
    {
      attempts,
      failures,
      failing,
    }: Required<Omit<LedgerCursor, 'nextIndex' | 'carefulUntil'>>,
  ): Promise<void> {
    await this.#update(this.#knex, lease, {
      attempts,
      failures,
      problem: failing.problem,
      failing_since: failing.since,
      not_before: failing.notBefore,
    });
  }

  /** Gives up on the entry at the cursor, and moves past it. @throws LeaseLostError */
  async setAside(
    lease: CursorLease,
    entry: { index: number; problem: string; attempts: number; at: Instant },
  ): Promise<void> {
    await this.advance(lease, entry.index + 1, async tx => {
      await tx('ledger_set_aside').insert({
        name: lease.name,
        leaf_index: entry.index,
        problem: entry.problem,
        attempts: entry.attempts,
        at: entry.at,
      });
    });
  }

  #held(db: Knex, { name, holder }: CursorLease) {
    return db<CursorRow>('ledger_readers').where({ name, holder });
  }

  async #update(
    db: Knex,
    lease: CursorLease,
    change: Partial<CursorRow>,
  ): Promise<void> {
    const changed = await this.#held(db, lease).update(change);
    if (changed !== 1) {
      throw new LeaseLostError(lease);
    }
  }
}

function cursorOf(row: CursorRow): LedgerCursor {
  return {
    nextIndex: Number(row.next_index),
    carefulUntil: Number(row.careful_until),
    attempts: row.attempts,
    failures: row.failures,
    ...(row.problem !== null && {
      failing: {
        problem: row.problem,
        since: Number(row.failing_since),
        notBefore: Number(row.not_before),
      },
    }),
  };
}
