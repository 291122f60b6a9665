import { randomUUID } from 'node:crypto';
import type { Instant } from '@continuity/engine';
import type {
  EndMessage,
  HoldMessage,
} from '@continuity/plugin-continuity-node';
import type { Knex } from 'knex';
import {
  heldOf,
  kept,
  outcomeColumns,
  type DeliveryRow,
  type EndingRow,
  type HeldRow,
} from './heldRow';
import type { ClaimedHeld, LookOutcome, StoredHeld } from './types';

/** Those that replicas look at for one that is free. */
const CANDIDATES = 10;

/** Lengths of the columns. */
const KEY = 700;
const GROUP = 400;
const DELIVERY = 200;

/** What is held in other systems, for all replicas, in a SQL database. */
export class HeldDeploymentStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** Notes that a message was taken. @returns false: it was taken before */
  async take(
    tx: Knex.Transaction,
    holder: string,
    delivery: string,
    at: Instant,
  ): Promise<boolean> {
    const rows: DeliveryRow[] = await tx<DeliveryRow>('held_deliveries')
      .insert({ holder, delivery: kept(delivery, DELIVERY), taken_at: at })
      .onConflict(['holder', 'delivery'])
      .ignore()
      .returning('*');
    return rows.length > 0;
  }

  /**
   * Holds a deployment, or holds it anew when it was asked for later than what is known.
   *
   * @returns undefined when it is known as it is
   */
  async hold(
    tx: Knex.Transaction,
    holder: string,
    message: HoldMessage,
    at: Instant,
  ): Promise<StoredHeld | undefined> {
    const key = kept(message.key, KEY);
    const group_key = kept(message.group, GROUP);
    // Only newer than what has ended there is still held there.
    const ending = await tx<EndingRow>('held_endings')
      .where({ holder, group_key })
      .first();
    const isOver =
      ending !== undefined && Number(ending.ended_at) >= message.requestedAt;
    const fresh = {
      group_key,
      requested_at: message.requestedAt,
      expires_at: message.expiresAt,
      details: JSON.stringify(message.details),
      ...outcomeColumns({
        state: isOver ? 'over' : 'waiting',
        reports: 0,
        failures: 0,
        ...(isOver && { problem: ending.reason }),
      }),
      look_at: isOver ? null : at,
      claimed_by: null,
      claimed_until: null,
      updated_at: at,
    };
    const inserted: HeldRow[] = await tx<HeldRow>('held_deployments')
      .insert({ id: randomUUID(), holder, key, hints: 0, ...fresh })
      .onConflict(['holder', 'key'])
      .ignore()
      .returning('*');
    const renewed: HeldRow[] =
      inserted.length > 0
        ? inserted
        : await tx<HeldRow>('held_deployments')
            .where({ holder, key })
            .where('requested_at', '<', message.requestedAt)
            .update(fresh)
            .returning('*');
    const [row] = renewed;
    return row && heldOf(row);
  }

  /** @returns those that waited and do not any more */
  async end(
    tx: Knex.Transaction,
    holder: string,
    { group, endedAt, reason }: EndMessage,
    at: Instant,
  ): Promise<StoredHeld[]> {
    const key = { holder, group_key: kept(group, GROUP) };
    await tx<EndingRow>('held_endings')
      .insert({ ...key, ended_at: endedAt, reason, taken_at: at })
      .onConflict(['holder', 'group_key'])
      .ignore();
    await tx<EndingRow>('held_endings')
      .where(key)
      .where('ended_at', '<', endedAt)
      .update({ ended_at: endedAt, reason, taken_at: at });
    const rows: HeldRow[] = await tx<HeldRow>('held_deployments')
      .where(key)
      .where('state', 'waiting')
      .where('requested_at', '<=', endedAt)
      .update({
        state: 'over',
        answer: null,
        tell_at: null,
        look_at: null,
        problem: reason,
        // Whoever looks at it has lost it.
        claimed_by: null,
        claimed_until: null,
        updated_at: at,
      })
      .returning('*');
    return rows.map(heldOf);
  }

  /**
   * Something may have changed for what waits: it is looked at as soon as possible, also
   * when somebody looks at it already.
   *
   * @param entityRefs - absent: for all
   */
  async hint(
    tx: Knex.Transaction,
    entityRefs: readonly string[] | undefined,
    at: Instant,
  ): Promise<void> {
    await tx<HeldRow>('held_deployments')
      .where('state', 'waiting')
      .modify(query => {
        if (entityRefs) query.whereIn('entity_ref', [...entityRefs]);
      })
      .update({
        look_at: at,
        hints: tx.raw('hints + 1'),
      });
  }

  /** Takes on what is due longest, so that nobody else does until a moment. */
  async claimNext(
    holders: readonly string[],
    claimedBy: string,
    now: Instant,
    until: Instant,
  ): Promise<ClaimedHeld | undefined> {
    const due = await this.#free(now)
      .whereIn('holder', [...holders])
      .orderBy('look_at')
      .limit(CANDIDATES)
      .select('id');
    for (const { id } of due) {
      const [row]: HeldRow[] = await this.#free(now)
        .where({ id })
        .update({ claimed_by: claimedBy, claimed_until: until })
        .returning('*');
      if (row) return { ...heldOf(row), claimedBy, hints: row.hints };
    }
    return undefined;
  }

  /**
   * Writes down what a look came to. What was hinted at meanwhile is looked at again.
   *
   * @param keep - goes on looking, under the same claim
   * @returns false: another has it now, or it has ended; nothing was changed
   */
  async save(
    tx: Knex.Transaction,
    claimed: ClaimedHeld,
    outcome: LookOutcome,
    at: Instant,
    { keep }: { keep: boolean },
  ): Promise<boolean> {
    const changed = await tx<HeldRow>('held_deployments')
      .where({ id: claimed.id, claimed_by: claimed.claimedBy })
      .update({
        ...outcomeColumns(outcome),
        look_at: this.#lookAt(tx, claimed, outcome),
        ...(!keep && { claimed_by: null, claimed_until: null }),
        updated_at: at,
      });
    return changed === 1;
  }

  /** Gives one up as it is, e.g. because the process ends. */
  async release(claimed: ClaimedHeld): Promise<void> {
    await this.#knex<HeldRow>('held_deployments')
      .where({ id: claimed.id, claimed_by: claimed.claimedBy })
      .update({ claimed_by: null, claimed_until: null });
  }

  /** Forgets what no message can be about any more. @param before - epoch milliseconds */
  async forget(before: Instant): Promise<void> {
    await this.#knex('held_deliveries').where('taken_at', '<', before).delete();
    await this.#knex('held_endings').where('taken_at', '<', before).delete();
  }

  #lookAt(
    tx: Knex.Transaction,
    { hints }: ClaimedHeld,
    { lookAt }: LookOutcome,
  ): null | Knex.Raw {
    return lookAt === undefined
      ? null
      : tx.raw('case when hints = ? then ? else look_at end', [hints, lookAt]);
  }

  #free(now: Instant) {
    return this.#knex<HeldRow>('held_deployments')
      .where('look_at', '<=', now)
      .where(free =>
        free.whereNull('claimed_until').orWhere('claimed_until', '<=', now),
      );
  }
}
