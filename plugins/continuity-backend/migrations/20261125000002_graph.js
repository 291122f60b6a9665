// @ts-check

/**
 * What people decide about the dependency graph, and what traffic shows of it. The graph
 * itself is not stored: it is made from the reading of the catalog.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('graph_exemptions', table => {
    table.comment(
      'Findings of the graph that somebody asked to live with; never deleted',
    );
    table.string('id', 36).primary();
    table.string('finding_id', 32).notNullable();
    table.string('entity_ref', 500).notNullable().comment('Whom it is about');
    table.string('kind', 50).notNullable().comment('Kind of the finding');
    table.text('reason').notNullable();
    table.string('until', 10).notNullable().comment('Last day of it, UTC');
    table.string('requested_by', 500).notNullable();
    table.bigInteger('requested_at').notNullable();
    table.string('decision', 10).nullable().comment('approve|refuse');
    table.string('decided_by', 500).nullable();
    table.bigInteger('decided_at').nullable();
    table.text('decision_comment').nullable();
    table.string('revoked_by', 500).nullable();
    table.bigInteger('revoked_at').nullable();
    table.text('revocation_reason').nullable();
    table
      .integer('closed')
      .notNullable()
      .comment('1: refused, revoked, or over and replaced by another');
    table.unique(['finding_id'], {
      indexName: 'graph_exemptions_open_uniq',
      predicate: knex.whereRaw('closed = 0'),
    });
    table.index(['finding_id', 'requested_at'], 'graph_exemptions_finding_idx');
  });

  await knex.schema.createTable('saas_decisions', table => {
    table.comment(
      'Append-only: whether a third-party service is in continuity planning',
    );
    table.string('entity_ref', 500).notNullable();
    table.integer('revision').notNullable().comment('From 1, by 1');
    table.string('in_planning', 3).notNullable().comment('yes|no');
    table.string('rule_said', 10).notNullable().comment('yes|no|unknown');
    table.text('reason').notNullable();
    table.string('review_on', 10).notNullable().comment('UTC');
    table.string('decided_by', 500).notNullable();
    table.bigInteger('decided_at').notNullable();
    table.primary(['entity_ref', 'revision']);
  });

  await knex.schema.createTable('traffic_sources', table => {
    table.comment(
      'Where traffic is read from, and how the newest reading went',
    );
    table.string('id', 100).primary();
    table.bigInteger('read_at').nullable().comment('Null: never');
    table.text('problem').nullable();
    table
      .bigInteger('watched_since')
      .nullable()
      .comment('Since when no call was missed; null: never read');
    table
      .bigInteger('revision')
      .notNullable()
      .comment('Grows with every reading');
  });

  await knex.schema.createTable('traffic_calls', table => {
    table.comment('Who called whom, by the names that tracing has for them');
    table.string('source', 100).notNullable();
    table.string('client', 200).notNullable();
    table.string('server', 200).notNullable();
    table
      .double('calls')
      .notNullable()
      .comment('In the newest reading with it');
    table.bigInteger('first_seen_at').notNullable();
    table.bigInteger('last_seen_at').notNullable();
    table.primary(['source', 'client', 'server']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('traffic_calls');
  await knex.schema.dropTable('traffic_sources');
  await knex.schema.dropTable('saas_decisions');
  await knex.schema.dropTable('graph_exemptions');
};
