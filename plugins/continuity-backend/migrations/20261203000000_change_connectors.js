// @ts-check

/**
 * Changes in other systems: what is known of each record there, what waits to be written
 * there, how far each system was read, and what could not be taken from it.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('connector_records', table => {
    table.comment('What a change is in another system; never deleted');
    table.string('connector', 50).notNullable();
    table.string('change_id', 36).notNullable();
    table.string('external_id', 200).notNullable();
    table.string('number', 200).notNullable();
    table.text('url').notNullable();
    table.text('state').nullable().comment('There; null: not told yet');
    table.integer('revision').notNullable().comment('Last written; 0: none');
    table
      .integer('content_revision')
      .notNullable()
      .comment('Of what it said when it was last written; 0: never');
    table
      .bigInteger('content_at')
      .nullable()
      .comment('When that was first written, by the clock of that system');
    table
      .bigInteger('seen_at')
      .notNullable()
      .comment('Newest version that is known, by the clock of that system');
    table.integer('seen_sequence').notNullable();
    table.bigInteger('synchronised_at').notNullable();
    table.text('decisions').notNullable().comment('Given there, as JSON');
    table
      .text('push_problem')
      .nullable()
      .comment('What could not be carried there, as JSON');
    table
      .text('pull_problem')
      .nullable()
      .comment('What could not be carried here, as JSON');
    table.primary(['connector', 'change_id']);
    table.unique(['connector', 'external_id'], {
      indexName: 'connector_records_external_uniq',
    });
    table.index(['change_id'], 'connector_records_change_idx');
  });

  await knex.schema.createTable('connector_queue', table => {
    table.comment('What waits to be written to other systems');
    table.string('connector', 50).notNullable();
    table.string('change_id', 36).notNullable();
    table.integer('revision').notNullable().comment('The newest that is known');
    table.bigInteger('since').notNullable();
    table.integer('attempts').notNullable();
    table
      .bigInteger('next_at')
      .nullable()
      .comment('When it is tried; null: not before somebody says so');
    table.text('problem').nullable().comment('Why it failed last, as JSON');
    table.string('holder', 36).nullable().comment('UUID of who is at it');
    table.bigInteger('held_until').nullable();
    table.primary(['connector', 'change_id']);
    table.index(['next_at'], 'connector_queue_next_idx');
    table.index(['change_id'], 'connector_queue_change_idx');
  });

  await knex.schema.createTable('connector_cursors', table => {
    table.comment('How far other systems were read');
    table.string('connector', 50).primary();
    table.text('cursor').nullable().comment('Null: never');
    table.bigInteger('pulled_at').nullable().comment('When that succeeded');
    table.integer('failures').notNullable();
    table.bigInteger('failing_since').nullable();
    table.bigInteger('next_at').nullable().comment('Not before');
    table.text('problem').nullable().comment('JSON');
  });

  await knex.schema.createTable('connector_untaken', table => {
    table.comment('Records of other systems that could not become drafts');
    table.string('connector', 50).notNullable();
    table.string('external_id', 200).notNullable();
    table.bigInteger('since').notNullable();
    table.text('draft').notNullable().comment('As JSON, to try again');
    table.text('problem').notNullable().comment('JSON');
    table.primary(['connector', 'external_id']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('connector_untaken');
  await knex.schema.dropTable('connector_cursors');
  await knex.schema.dropTable('connector_queue');
  await knex.schema.dropTable('connector_records');
};
