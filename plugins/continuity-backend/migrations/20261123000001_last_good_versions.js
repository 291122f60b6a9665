// @ts-check

/**
 * Of a calendar whose newest version cannot be read, the last version that could be
 * read stays beside it: its windows stay in force until the calendar is mended.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('catalog_entities', table => {
    table
      .text('good_document')
      .comment(
        'The last version that could be read; null while the newest can be',
      );
    table
      .bigInteger('good_at')
      .comment('When that version was last read, epoch ms');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('catalog_entities', table => {
    table.dropColumn('good_at');
    table.dropColumn('good_document');
  });
};
