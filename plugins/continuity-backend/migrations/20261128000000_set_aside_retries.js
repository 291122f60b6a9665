// @ts-check

/**
 * What replicas have to agree on so that an entry which a follower gave up on is tried
 * again by one of them at a time.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('ledger_set_aside', table => {
    table
      .bigInteger('retrying_until')
      .comment(
        'Until when a replica may take to try it, epoch ms; null: none does',
      );
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('ledger_set_aside', table => {
    table.dropColumn('retrying_until');
  });
};
