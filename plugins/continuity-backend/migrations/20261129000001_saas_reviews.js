// @ts-check

/**
 * Which reviews of decisions about third-party services the ledger has told of, so that
 * each is told once, whichever replica looks.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('saas_review_notices', table => {
    table.comment('Reviews that owners were told of; never deleted');
    table.string('entity_ref', 500).notNullable();
    table.integer('revision').notNullable().comment('Of the decision');
    table.string('stage', 10).notNullable().comment('near|due');
    table.primary(['entity_ref', 'revision', 'stage']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('saas_review_notices');
};
