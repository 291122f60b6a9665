// @ts-check

/**
 * Instants are UTC epoch milliseconds in bigints, so that both databases order and
 * compare them alike. JSON is text: hashed texts must come back byte for byte.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('ledger_entries', table => {
    table.comment('Append-only: text and leaf hash never change once inserted');
    table.bigIncrements('seq').comment('Order of arrival; has gaps');
    table.string('id', 36).notNullable().unique();
    table.text('canonical').notNullable().comment('RFC 8785 text');
    table.string('leaf_hash', 64).notNullable();
    table
      .bigInteger('leaf_index')
      .nullable()
      .unique()
      .comment('Place in the Merkle tree, without gaps; null until sequenced');
    table
      .string('root_hash', 64)
      .nullable()
      .comment('Root of the tree up to and with this entry');
    table.index(['seq'], 'ledger_entries_pending_idx', {
      predicate: knex.whereNull('leaf_index'),
    });
  });

  await knex.schema.createTable('ledger_head', table => {
    table.comment('One row; whoever sequences holds its lock');
    table.integer('id').primary();
    table.bigInteger('size').notNullable();
    table.string('root_hash', 64).notNullable();
    table.text('frontier').notNullable().comment('JSON array of hashes');
  });
  await knex('ledger_head').insert({
    id: 1,
    size: 0,
    // Root of the empty tree, RFC 6962 section 2.1.
    root_hash:
      'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    frontier: '[]',
  });

  await knex.schema.createTable('evidence', table => {
    table.comment('Immutable; an empty environment or region means none');
    table.string('id', 36).primary();
    table.string('kind', 100).notNullable();
    table.string('source', 100).notNullable();
    table.string('external_id', 200).notNullable();
    table.string('entity_ref', 500).notNullable();
    table.string('environment', 100).notNullable();
    table.string('region', 100).notNullable();
    table.bigInteger('observed_at').notNullable();
    table.bigInteger('received_at').notNullable();
    table.bigInteger('expires_at').notNullable();
    table.string('verdict', 10).notNullable();
    table.text('headline').notNullable();
    table.text('payload').notNullable();
    table
      .string('content_hash', 64)
      .notNullable()
      .comment('Tells a repeated report from one that took the identity');
    table.unique(['kind', 'source', 'external_id'], {
      indexName: 'evidence_identity_uniq',
    });
    table.index(
      ['entity_ref', 'kind', 'environment', 'region', 'observed_at'],
      'evidence_series_observed_idx',
    );
    table.index(
      ['entity_ref', 'observed_at', 'id'],
      'evidence_entity_observed_idx',
    );
  });

  await knex.schema.createTable('evidence_series', table => {
    table.comment(
      'Which series of reports exist, so that the newest is a lookup',
    );
    table.string('entity_ref', 500).notNullable();
    table.string('kind', 100).notNullable();
    table.string('environment', 100).notNullable();
    table.string('region', 100).notNullable();
    table.primary(['entity_ref', 'kind', 'environment', 'region']);
  });

  await knex.schema.createTable('decisions', table => {
    table.comment(
      'An index over decisions; what was answered stands in the ledger entry of the same id',
    );
    table.string('id', 36).primary();
    table.string('entity_ref', 500).notNullable();
    table.string('environment', 100).notNullable();
    table.string('verdict', 20).notNullable();
    table.bigInteger('decided_at').notNullable();
    table.string('principal', 500).notNullable();
    table.string('idempotency_key', 200).nullable();
    table.string('request_hash', 64).notNullable();
    table.unique(['principal', 'idempotency_key'], {
      indexName: 'decisions_idempotency_uniq',
    });
    table.index(['decided_at', 'id'], 'decisions_decided_idx');
    table.index(['entity_ref', 'decided_at', 'id'], 'decisions_entity_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('decisions');
  await knex.schema.dropTable('evidence_series');
  await knex.schema.dropTable('evidence');
  await knex.schema.dropTable('ledger_head');
  await knex.schema.dropTable('ledger_entries');
};
