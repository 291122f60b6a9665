import type { Instant } from '@continuity/engine';
import type { Knex } from 'knex';
import type { InsertStatement } from '../ledger';

/** A key at its turn. */
export interface StoredKey {
  /** From 1, without a gap; the highest signs. */
  sequence: number;
  /** SHA-256 of the public key in DER, hex. */
  keyId: string;
  /** SPKI in PEM. */
  publicKey: string;
  /** PKCS #8 in PEM. Absent: it is in the configuration, or is retired. */
  privateKey?: string;
  since: Instant;
}

interface KeyRow {
  sequence: number;
  key_id: string;
  public_key: string;
  private_key: string | null;
  since: number | string;
}

/** Keys in a SQL database (SQLite or PostgreSQL). */
export class SigningKeyStore {
  readonly #knex: Knex;

  constructor(knex: Knex) {
    this.#knex = knex;
  }

  /** The one that signs. Absent: there never was any. */
  async newest(): Promise<StoredKey | undefined> {
    const row = await this.#rows().orderBy('sequence', 'desc').first();
    return row && fromRow(row);
  }

  /** Every turn of every key, oldest first. */
  async all(): Promise<StoredKey[]> {
    return (await this.#rows().orderBy('sequence')).map(fromRow);
  }

  /**
   * The statement that inserts. It returns nothing when the turn is taken: of two replicas
   * that are at it at the same moment, exactly one inserts.
   */
  insertion(key: StoredKey): InsertStatement {
    return db =>
      db('signing_keys')
        .insert({
          sequence: key.sequence,
          key_id: key.keyId,
          public_key: key.publicKey,
          private_key: key.privateKey ?? null,
          since: key.since,
        })
        .onConflict('sequence')
        .ignore()
        .returning('sequence');
  }

  /** Private keys that are retired sign nothing more, so nobody needs them. */
  async forgetRetired(newest: number): Promise<void> {
    await this.#knex('signing_keys')
      .where('sequence', '<', newest)
      .whereNotNull('private_key')
      .update({ private_key: null });
  }

  #rows(): Knex.QueryBuilder<KeyRow, KeyRow[]> {
    return this.#knex('signing_keys').select(
      'sequence',
      'key_id',
      'public_key',
      'private_key',
      'since',
    );
  }
}

function fromRow(row: KeyRow): StoredKey {
  return {
    sequence: row.sequence,
    keyId: row.key_id,
    publicKey: row.public_key,
    ...(row.private_key !== null && { privateKey: row.private_key }),
    since: Number(row.since),
  };
}
