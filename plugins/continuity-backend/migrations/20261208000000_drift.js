// @ts-check

/**
 * Drift: of every place the newest scan and the life of its findings; and baselines.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('drift_places', table => {
    table.comment('Kept up by the reader of the ledger that is named drift');
    table.string('entity_ref', 500).notNullable();
    table.string('environment', 100).notNullable();
    table.string('region', 100).notNullable().comment('Empty: none is named');
    table.string('against', 10).notNullable().comment('git|baseline|parity');
    table.string('evidence_id', 36).notNullable().comment('The newest scan');
    table.string('source', 100).notNullable();
    table.bigInteger('observed_at').notNullable();
    table.bigInteger('expires_at').notNullable();
    table.string('verdict', 10).notNullable().comment('pass|fail|unknown');
    table.text('headline').notNullable();
    table.text('counts').notNullable().comment('JSON');
    table.text('compared_with').nullable().comment('JSON');
    table.integer('baseline_version').nullable();
    table.integer('unlisted').notNullable();
    table.integer('attributed').notNullable().comment('Open findings');
    table.integer('unauthorised').notNullable();
    table.integer('ambiguous').notNullable();
    table.integer('unknown').notNullable();
    table
      .bigInteger('since')
      .nullable()
      .comment('Of the oldest open finding; null: none is open');
    table
      .string('reported', 64)
      .nullable()
      .comment('SHA-256 over the culprits that were last reported, hex');
    table.text('not_compared').notNullable().comment('JSON');
    table.text('life').notNullable().comment('JSON: findings and culprits');
    table.primary(['entity_ref', 'environment', 'region', 'against']);
  });

  await knex.schema.createTable('baselines', table => {
    table.comment('Never deleted; what is in one never changes');
    table.string('id', 36).primary();
    table.string('entity_ref', 500).notNullable();
    table.string('environment', 100).notNullable();
    table.string('region', 100).notNullable().comment('Empty: none is named');
    table
      .integer('version')
      .nullable()
      .comment('Counts up in each place; null: not promoted');
    table.string('digest', 80).notNullable();
    table.integer('object_count').notNullable();
    table.integer('masked').notNullable();
    table.string('change_id', 36).notNullable();
    table.text('note').nullable();
    table.string('proposed_by', 500).notNullable();
    table.bigInteger('proposed_at').notNullable();
    table.string('promoted_by', 500).nullable();
    table.bigInteger('promoted_at').nullable();
    table.text('comment').nullable();
    table.text('objects').notNullable().comment('JSON, RFC 8785');
    table.unique(['entity_ref', 'environment', 'region', 'version'], {
      indexName: 'baselines_version_uniq',
    });
    table.index(['entity_ref', 'proposed_at', 'id'], 'baselines_entity_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('baselines');
  await knex.schema.dropTable('drift_places');
};
