// @ts-check

/**
 * What replicas have to agree on to ask a feed one at a time, and not too often while it
 * fails.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('calendar_feeds', table => {
    table
      .bigInteger('claimed_until')
      .comment(
        'Until when a replica that is asking may answer, epoch ms; null: nobody asks',
      );
    table
      .integer('failures')
      .notNullable()
      .defaultTo(0)
      .comment('Answers in a row that did not count');
    table
      .bigInteger('emptied_at')
      .comment(
        'Since when it answers without a window although it had some, epoch ms',
      );
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('calendar_feeds', table => {
    table.dropColumn('emptied_at');
    table.dropColumn('failures');
    table.dropColumn('claimed_until');
  });
};
