import type { Knex } from 'knex';

/** Entries a statement. */
const BATCH = 500;

interface DeliveryRow {
  entry_id: string;
  recipient: string;
}

/**
 * Who was reached of the recipients that an entry names, while it is being worked on: so
 * that those are not told again because of one who could not be.
 */
export class DeliveryStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  async reached(entryId: string): Promise<ReadonlySet<string>> {
    const rows = await this.#knex<DeliveryRow>('freeze_notice_deliveries')
      .where('entry_id', entryId)
      .select('recipient');
    return new Set(rows.map(({ recipient }) => recipient));
  }

  async note(entryId: string, recipient: string): Promise<void> {
    await this.#knex<DeliveryRow>('freeze_notice_deliveries')
      .insert({ entry_id: entryId, recipient })
      .onConflict(['entry_id', 'recipient'])
      .ignore();
  }

  /** Of entries that are done, in the transaction that says so. */
  async forget(
    tx: Knex.Transaction,
    entryIds: readonly string[],
  ): Promise<void> {
    for (let from = 0; from < entryIds.length; from += BATCH) {
      await tx<DeliveryRow>('freeze_notice_deliveries')
        .whereIn('entry_id', entryIds.slice(from, from + BATCH))
        .delete();
    }
  }
}
