// @ts-check

/**
 * What is remembered so that people are told of freezes, each once: what was known of
 * the windows when somebody last looked, which freezes were announced and are not over,
 * and who was reached of those that an entry of the ledger names.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('freeze_watch', table => {
    table.comment('One row; of replicas that look at once only one moves it');
    table.integer('id').primary();
    table.bigInteger('revision').notNullable().comment('Grows with every look');
    table
      .bigInteger('first_looked_at')
      .nullable()
      .comment('When somebody looked first, epoch ms; null: never');
    table.bigInteger('looked_at').nullable().comment('Epoch ms; null: never');
    table
      .bigInteger('looked_to')
      .nullable()
      .comment('Freezes that begin before it were announced, epoch ms');
    table
      .string('windows_hash', 64)
      .nullable()
      .comment('Of all windows as they are remembered');
  });
  await knex('freeze_watch').insert({ id: 1, revision: 0 });

  await knex.schema.createTable('freeze_watch_windows', table => {
    table.comment('Every window as it was at the last look');
    table.text('calendar_ref').notNullable();
    table.text('window_id').notNullable();
    table.string('hash', 64).notNullable().comment('SHA-256 of the window');
    table
      .text('document')
      .notNullable()
      .comment('The window and whose it is, as JSON');
    table.primary(['calendar_ref', 'window_id']);
  });

  await knex.schema.createTable('announced_freezes', table => {
    table.comment('Freezes that people were told of and that are not over');
    table
      .string('thread', 64)
      .primary()
      .comment('Stays the same when the freeze is moved');
    table.text('calendar_ref').notNullable();
    table.text('window_id').notNullable();
    table.bigInteger('starts_at').notNullable();
    table.bigInteger('ends_at').notNullable();
    table
      .bigInteger('due_at')
      .notNullable()
      .comment('Of the next reminder, or the end');
    table.text('document').notNullable().comment('What was said, to whom');
    table.index(['due_at'], 'announced_freezes_due_idx');
    table.index(['calendar_ref'], 'announced_freezes_calendar_idx');
  });

  await knex.schema.createTable('freeze_notice_deliveries', table => {
    table.comment(
      'Who was reached already of an entry that is being worked on',
    );
    table.string('entry_id', 36).notNullable();
    table.string('recipient', 500).notNullable();
    table.primary(['entry_id', 'recipient']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('freeze_notice_deliveries');
  await knex.schema.dropTable('announced_freezes');
  await knex.schema.dropTable('freeze_watch_windows');
  await knex.schema.dropTable('freeze_watch');
};
