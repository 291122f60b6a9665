// @ts-check

/**
 * Collectors of evidence: when each last ran, how that went, and what it could not see.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('collectors', table => {
    table.comment('How collectors do; never deleted');
    table.string('collector', 50).primary();
    table.bigInteger('started_at').nullable().comment('Of the newest run');
    table
      .bigInteger('running_until')
      .nullable()
      .comment('Until when a replica may take for it; null: none is at it');
    table.string('holder', 36).nullable().comment('UUID of the run');
    table.bigInteger('finished_at').nullable().comment('Whatever came of it');
    table.bigInteger('completed_at').nullable().comment('When one succeeded');
    table.bigInteger('next_at').notNullable().comment('Not before');
    table.integer('failures').notNullable().comment('Runs in a row');
    table.bigInteger('failing_since').nullable();
    table.text('problem').nullable().comment('Why the run failed, as JSON');
    table.integer('accepted').notNullable().comment('Reports of the last run');
    table.integer('unchanged').notNullable();
    table.integer('refused').notNullable();
    table
      .integer('problems')
      .notNullable()
      .comment('That it had; not all of them may be kept');
  });

  await knex.schema.createTable('collector_problems', table => {
    table.comment('What collectors cannot see, since when');
    table.string('collector', 50).notNullable();
    table
      .string('key', 64)
      .notNullable()
      .comment('SHA-256 over what it is about, hex');
    table.text('entity_ref').nullable();
    table.text('environment').nullable();
    table.text('region').nullable();
    table.text('place').nullable();
    table.text('reason').notNullable();
    table.text('remedy').notNullable();
    table.bigInteger('since').notNullable();
    table.bigInteger('at').notNullable();
    table.primary(['collector', 'key']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('collector_problems');
  await knex.schema.dropTable('collectors');
};
