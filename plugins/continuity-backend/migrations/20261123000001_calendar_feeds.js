// @ts-check

/**
 * iCalendar feeds that calendars of the catalog follow: the last good content, and how
 * the newest question to the feed went.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('calendar_feeds', table => {
    table.comment('Subscribed iCalendar feeds as last fetched');
    table
      .text('calendar_ref')
      .primary()
      .comment('Canonical ref of the FreezeCalendar that follows it');
    table
      .text('address_hash')
      .notNullable()
      .comment('SHA-256 of the address that was asked last');
    table.text('content').comment('Last good iCalendar text; null: never good');
    table
      .text('good_address_hash')
      .comment('SHA-256 of the address that the good content came from');
    table.text('etag').comment('Of the last good content, if it has one');
    table.text('last_modified').comment('Of the last good content, if any');
    table
      .bigInteger('refresh_ms')
      .comment('How often the last good content asks to be fetched');
    table.bigInteger('fetched_at').notNullable().comment('Epoch ms');
    table
      .bigInteger('good_at')
      .comment(
        'When the content was last confirmed to be the newest, epoch ms',
      );
    table.text('problem').comment('Why the newest answer does not count');
    table.bigInteger('next_at').notNullable().comment('When to ask again');
    table
      .bigInteger('revision')
      .notNullable()
      .comment('Revision of the feeds that last changed what is shown');
    table.index(['revision'], 'calendar_feeds_revision_idx');
  });
  await knex.schema.alterTable('catalog_projection', table => {
    table
      .bigInteger('feeds_revision')
      .notNullable()
      .defaultTo(0)
      .comment('Grows with every change of a feed; read along with the rest');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('catalog_projection', table => {
    table.dropColumn('feeds_revision');
  });
  await knex.schema.dropTable('calendar_feeds');
};
