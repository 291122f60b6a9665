// @ts-check

/**
 * Deployments that other systems hold until the gate answers: what waits, what has to be
 * told, which messages were taken, and what has ended there.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('held_deployments', table => {
    table.comment('Deployments that other systems hold until they are told');
    table.string('id', 36).primary();
    table.string('holder', 50).notNullable();
    table.string('key', 700).notNullable().comment('The same one, there');
    table.string('group_key', 400).notNullable().comment('Ends together');
    table
      .bigInteger('requested_at')
      .notNullable()
      .comment('By the clock of that system');
    table.bigInteger('expires_at').notNullable();
    table.text('details').notNullable().comment('To answer it, as JSON');
    table
      .string('state', 20)
      .notNullable()
      .comment('waiting, approved, rejected or over');
    table.string('entity_ref', 500).nullable().comment('Null: not known');
    table
      .bigInteger('denied_since')
      .nullable()
      .comment('Since when nothing known ends the denial');
    table
      .string('decision_id', 36)
      .nullable()
      .comment('The gate decision that the answer comes from');
    table.string('print', 64).nullable().comment('Of the answer; null: none');
    table.text('answer').nullable().comment('As JSON; null: nothing to tell');
    table.bigInteger('tell_at').nullable().comment('Not before');
    table.integer('reports').notNullable().comment('Told so far');
    table
      .integer('failures')
      .notNullable()
      .comment('Since something succeeded');
    table.text('problem').nullable();
    table
      .bigInteger('look_at')
      .nullable()
      .comment('When it is looked at; null: never again');
    table.integer('hints').notNullable().comment('That something changed');
    table.string('claimed_by', 36).nullable().comment('UUID of who is at it');
    table.bigInteger('claimed_until').nullable();
    table.bigInteger('updated_at').notNullable();
    table.unique(['holder', 'key'], { indexName: 'held_deployments_key_uniq' });
    table.index(['holder', 'group_key'], 'held_deployments_group_idx');
    table.index(['look_at'], 'held_deployments_look_idx');
    table.index(['entity_ref'], 'held_deployments_entity_idx');
  });

  await knex.schema.createTable('held_deliveries', table => {
    table.comment('Messages of other systems that were taken');
    table.string('holder', 50).notNullable();
    table.string('delivery', 200).notNullable();
    table.bigInteger('taken_at').notNullable();
    table.primary(['holder', 'delivery']);
    table.index(['taken_at'], 'held_deliveries_taken_idx');
  });

  await knex.schema.createTable('held_endings', table => {
    table.comment('What has ended there, also before it was heard of here');
    table.string('holder', 50).notNullable();
    table.string('group_key', 400).notNullable();
    table
      .bigInteger('ended_at')
      .notNullable()
      .comment('By the clock of that system');
    table.text('reason').notNullable();
    table.bigInteger('taken_at').notNullable();
    table.primary(['holder', 'group_key']);
    table.index(['taken_at'], 'held_endings_taken_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('held_endings');
  await knex.schema.dropTable('held_deliveries');
  await knex.schema.dropTable('held_deployments');
};
