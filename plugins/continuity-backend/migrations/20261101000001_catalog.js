// @ts-check

/**
 * What the backend knows of the catalog: one row an entity, and one row that
 * says how old that knowledge is. Both can be dropped at any time; the next
 * reading of the catalog fills them again.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('catalog_entities', table => {
    table.comment('Entities of the catalog as last read');
    table
      .text('entity_ref')
      .primary()
      .comment('Canonical entity ref, lower case');
    table
      .bigInteger('revision')
      .notNullable()
      .comment('Revision of the projection that last changed this row');
    table
      .text('content_hash')
      .notNullable()
      .comment('SHA-256 of the document; empty once deleted');
    table
      .text('document')
      .comment('The reduced entity as JSON; null once deleted');
    table.index(['revision'], 'catalog_entities_revision_idx');
  });
  await knex.schema.createTable('catalog_projection', table => {
    table.comment('State of the reading of the catalog; a single row');
    table.integer('id').primary();
    table
      .bigInteger('revision')
      .notNullable()
      .comment('Grows with every reading that changed an entity');
    table
      .bigInteger('read_at')
      .comment('Start of the last complete reading, epoch ms; null: never');
    table
      .bigInteger('first_read_at')
      .comment('Start of the first complete reading, epoch ms');
    table.text('problem').comment('Why the newest reading did not count');
    table
      .text('pending')
      .comment('Size of a reading that waits to be confirmed, as JSON');
  });
  await knex('catalog_projection').insert({ id: 1, revision: 0 });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('catalog_projection');
  await knex.schema.dropTable('catalog_entities');
};
