import type { Delegation, Instant, Interval } from '@continuity/engine';
import type { Knex } from 'knex';

/** Somebody decides in somebody else's place, as it is kept. */
export interface StoredDelegation extends Delegation {
  /** UUID. */
  id: string;
  reason?: string;
}

interface Row {
  id: string;
  from_ref: string;
  to_ref: string;
  starts_at: number | string;
  ends_at: number | string;
  reason: string | null;
  created_at: number | string;
}

const TABLE = 'approval_delegations';
/** More than a person gives or is given. */
const MAX_OF_PERSON = 200;

/** Where delegations are kept, for all replicas. */
export class DelegationStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** All that count at a moment. */
  async inForce(at: Instant): Promise<StoredDelegation[]> {
    const rows = await this.#knex<Row>(TABLE)
      .where('ends_at', '>', at)
      .where('starts_at', '<=', at);
    return rows.map(delegationOf);
  }

  /** Those that some people gave, and that touch a period. */
  async givenBy(
    people: readonly string[],
    { start, end }: Interval,
  ): Promise<StoredDelegation[]> {
    const rows = await this.#knex<Row>(TABLE)
      .whereIn('from_ref', [...people])
      .where('ends_at', '>', start)
      .where('starts_at', '<', end)
      .orderBy([{ column: 'starts_at' }, { column: 'id' }]);
    return rows.map(delegationOf);
  }

  /** Those that a person gave or was given and that are not over, soonest first. */
  async ofPerson(ref: string, now: Instant): Promise<StoredDelegation[]> {
    const rows = await this.#knex<Row>(TABLE)
      .where('ends_at', '>', now)
      .where(either => either.where('from_ref', ref).orWhere('to_ref', ref))
      .orderBy([{ column: 'starts_at' }, { column: 'id' }])
      .limit(MAX_OF_PERSON);
    return rows.map(delegationOf);
  }

  /** Absent: there is none of this id. */
  async byId(id: string): Promise<StoredDelegation | undefined> {
    const row = await this.#knex<Row>(TABLE).where('id', id).first();
    return row && delegationOf(row);
  }

  async insert(
    tx: Knex.Transaction,
    delegation: StoredDelegation,
    now: Instant,
  ): Promise<void> {
    await tx<Row>(TABLE).insert({
      id: delegation.id,
      from_ref: delegation.from,
      to_ref: delegation.to,
      starts_at: delegation.start,
      ends_at: delegation.end,
      reason: delegation.reason ?? null,
      created_at: now,
    });
  }

  /** @returns whether it was not over yet */
  async end(tx: Knex.Transaction, id: string, at: Instant): Promise<boolean> {
    const ended = await tx<Row>(TABLE)
      .where('id', id)
      .where('ends_at', '>', at)
      .update({ ends_at: at });
    return ended > 0;
  }
}

function delegationOf(row: Row): StoredDelegation {
  return {
    id: row.id,
    from: row.from_ref,
    to: row.to_ref,
    start: Number(row.starts_at),
    end: Number(row.ends_at),
    ...(row.reason !== null && { reason: row.reason }),
  };
}
