// @ts-check

/**
 * Scorecards: what was judged, one row a scorecard and service, and what changed since, so
 * that nothing is judged when somebody looks. `scorecard_services` says of each service
 * when it is due to be judged again, for whatever reason: evidence came or expires, an
 * exemption ends, the entity or the scorecards are others.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('scorecard_services', table => {
    table.comment('When a service is to be judged; its row is the lock of it');
    table.string('entity_ref', 500).primary();
    table.bigInteger('due_at').notNullable();
    table
      .string('fingerprint', 64)
      .nullable()
      .comment('Of the entity and the scorecards that it was judged by');
    table.index(['due_at'], 'scorecard_services_due_idx');
  });

  await knex.schema.createTable('scorecard_state', table => {
    table.comment('One row: by which settings everything is judged');
    table.integer('id').primary();
    table.string('settings', 64).nullable().comment('Their fingerprint');
    table.bigInteger('adopted_at').nullable();
    table
      .bigInteger('seen_at')
      .nullable()
      .comment('When a replica with these settings was last there');
    table
      .bigInteger('catalog_revision')
      .nullable()
      .comment('Up to which services were compared; null: all are to be');
  });
  await knex('scorecard_state').insert({ id: 1 });

  await knex.schema.createTable('scorecard_results', table => {
    table.comment('What a scorecard says of a service now');
    table.string('scorecard', 60).notNullable();
    table.string('entity_ref', 500).notNullable();
    table
      .string('layout', 64)
      .notNullable()
      .comment('Fingerprint of the scorecard; another: to be judged again');
    table.string('name', 255).notNullable();
    table.text('title').nullable();
    table.string('searched', 1000).notNullable().comment('Lower case');
    table.string('owner', 500).notNullable().comment('Empty: none');
    table.string('system', 500).notNullable().comment('Empty: none');
    table.string('tier', 63).notNullable();
    table.integer('level').notNullable().comment('Place of it; -1: none');
    table.integer('level_at_best').notNullable();
    table.integer('worst').nullable().comment('Tenths of a percent');
    table.integer('best').nullable();
    table.integer('pass').notNullable();
    table.integer('fail').notNullable();
    table.integer('unknown').notNullable();
    table.integer('exempt').notNullable();
    table.integer('total').notNullable();
    table.integer('risk').notNullable();
    table
      .string('states', 200)
      .notNullable()
      .comment('One of p, f, u, n a check; F and U are exempt');
    table.text('details').notNullable().comment('JSON of the rows');
    table.string('content_hash', 64).notNullable();
    table.bigInteger('judged_at').notNullable();
    table.bigInteger('changed_at').nullable();
    table
      .bigInteger('level_lost_at')
      .nullable()
      .comment('Null: it stands where it stood, or higher');
    table.primary(['scorecard', 'entity_ref']);
    table.index(['entity_ref'], 'scorecard_results_entity_idx');
    table.index(
      ['scorecard', 'risk', 'entity_ref'],
      'scorecard_results_risk_idx',
    );
  });

  await knex.schema.createTable('scorecard_history', table => {
    table.comment('Append-only: what changed; what did not is not repeated');
    table.string('id', 36).primary();
    table.string('scorecard', 60).notNullable();
    table.string('entity_ref', 500).notNullable();
    table.bigInteger('at').notNullable();
    table.string('level', 60).nullable();
    table.string('level_before', 60).nullable();
    table.integer('worst').nullable();
    table.integer('best').nullable();
    table.text('checks').notNullable().comment('JSON of those that changed');
    table.index(
      ['entity_ref', 'scorecard', 'at', 'id'],
      'scorecard_history_entity_idx',
    );
  });

  await knex.schema.createTable('scorecard_days', table => {
    table.comment('How many services stood on which level at the end of a day');
    table.string('scorecard', 60).notNullable();
    table.string('day', 10).notNullable().comment('UTC');
    table.string('level', 60).notNullable().comment('Empty: none');
    table.integer('services').notNullable();
    table.primary(['scorecard', 'day', 'level']);
  });

  await knex.schema.createTable('scorecard_exemptions', table => {
    table.comment('Checks that somebody asked to leave unmet; never deleted');
    table.string('id', 36).primary();
    table.string('scorecard', 60).notNullable();
    table.string('check_id', 100).notNullable();
    table.string('entity_ref', 500).notNullable();
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
      .integer('waiting')
      .notNullable()
      .comment('1: nobody has decided, and it is not taken back or over');
    table.unique(['entity_ref', 'scorecard', 'check_id'], {
      indexName: 'scorecard_exemptions_waiting_uniq',
      predicate: knex.whereRaw('waiting = 1'),
    });
    table.index(['entity_ref'], 'scorecard_exemptions_entity_idx');
    table.index(['requested_at', 'id'], 'scorecard_exemptions_requested_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('scorecard_exemptions');
  await knex.schema.dropTable('scorecard_days');
  await knex.schema.dropTable('scorecard_history');
  await knex.schema.dropTable('scorecard_results');
  await knex.schema.dropTable('scorecard_state');
  await knex.schema.dropTable('scorecard_services');
};
