// @ts-check

/**
 * Windows made in the portal: one row a window with what holds now, one row a
 * revision with what held before, and one row that counts the changes, so that
 * replicas notice them with one cheap query.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('portal_windows', table => {
    table.comment(
      'Windows made in the portal, those that were removed included',
    );
    table.string('id', 36).primary();
    table
      .string('calendar_ref', 500)
      .notNullable()
      .comment('portalcalendar:<namespace>/<name> of the owner');
    table.string('owner_ref', 500).notNullable();
    table
      .text('owner_title')
      .notNullable()
      .comment('As the catalog had it when the window was last saved');
    table
      .string('window_id', 100)
      .notNullable()
      .comment('The id in the declaration, unique in its calendar');
    table.integer('revision').notNullable().comment('From 1, by 1');
    table
      .bigInteger('head_revision')
      .notNullable()
      .comment(
        'What portal_windows_head said after the last change of this row',
      );
    table.string('timezone', 100).notNullable();
    table.text('document').notNullable().comment('The declaration as JSON');
    table.bigInteger('created_at').notNullable();
    table.string('created_by', 500).notNullable();
    table.bigInteger('updated_at').notNullable();
    table.string('updated_by', 500).notNullable();
    table.bigInteger('removed_at').nullable().comment('Null: it is in force');
    table.unique(['calendar_ref', 'window_id'], {
      indexName: 'portal_windows_identity_uniq',
      predicate: knex.whereNull('removed_at'),
    });
    table.index(['head_revision'], 'portal_windows_head_idx');
    table.index(['created_at', 'id'], 'portal_windows_created_idx');
    table.index(['owner_ref', 'created_at', 'id'], 'portal_windows_owner_idx');
  });

  await knex.schema.createTable('portal_window_revisions', table => {
    table.comment('Append-only: what every revision of a window said');
    table.string('id', 36).notNullable().comment('The id in portal_windows');
    table.integer('revision').notNullable();
    table.string('change', 10).notNullable().comment('created|changed|removed');
    table.bigInteger('at').notNullable();
    table.string('by', 500).notNullable();
    table.text('comment').nullable();
    table.string('timezone', 100).notNullable();
    table.text('document').notNullable().comment('The declaration as JSON');
    table.primary(['id', 'revision']);
  });

  await knex.schema.createTable('portal_windows_head', table => {
    table.comment('One row; whoever changes windows holds its lock');
    table.integer('id').primary();
    table
      .bigInteger('revision')
      .notNullable()
      .comment('Grows with every change of any window');
  });
  await knex('portal_windows_head').insert({ id: 1, revision: 0 });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('portal_windows_head');
  await knex.schema.dropTable('portal_window_revisions');
  await knex.schema.dropTable('portal_windows');
};
