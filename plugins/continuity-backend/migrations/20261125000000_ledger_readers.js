// @ts-check

/**
 * Who reads the ledger behind the writers: how far each reader is, who reads for it at
 * the moment, and which entries it gave up on.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('ledger_readers', table => {
    table.comment('Cursors of those who read the ledger; one row a reader');
    table.string('name', 100).primary();
    table
      .bigInteger('next_index')
      .notNullable()
      .comment('Everything before it is done');
    table
      .bigInteger('careful_until')
      .notNullable()
      .defaultTo(0)
      .comment(
        'Entries before it are read one by one, to find the one that fails',
      );
    table
      .string('holder', 36)
      .nullable()
      .comment('Who reads at the moment; null: nobody');
    table
      .bigInteger('held_until')
      .nullable()
      .comment('A holder that died holds no longer than this, epoch ms');
    table
      .integer('attempts')
      .notNullable()
      .defaultTo(0)
      .comment('How often the entry at next_index failed by itself');
    table
      .integer('failures')
      .notNullable()
      .defaultTo(0)
      .comment('How often it failed for whatever reason; sets the pause');
    table.text('problem').nullable().comment('Of the last failure; null: none');
    table.bigInteger('failing_since').nullable().comment('Epoch ms');
    table
      .bigInteger('not_before')
      .nullable()
      .comment('Not to be tried again before, epoch ms');
  });

  await knex.schema.createTable('ledger_set_aside', table => {
    table.comment(
      'Entries that a reader gave up on, so that those behind them could go on',
    );
    table.string('name', 100).notNullable();
    table.bigInteger('leaf_index').notNullable();
    table.text('problem').notNullable();
    table.integer('attempts').notNullable();
    table.bigInteger('at').notNullable().comment('Epoch ms');
    table.primary(['name', 'leaf_index']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('ledger_set_aside');
  await knex.schema.dropTable('ledger_readers');
};
