// @ts-check

/**
 * iCalendar feeds that people made to subscribe to: one row a feed, and one row for
 * what each distinct feed said last, so that all replicas give it the same version.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('calendar_subscriptions', table => {
    table.comment('Feeds that can be fetched; a revoked one is gone');
    table.string('id', 36).primary();
    table
      .string('token_hash', 64)
      .notNullable()
      .comment(
        'SHA-256 of the token in the address; the token is kept nowhere',
      );
    table
      .string('subject_kind', 10)
      .notNullable()
      .comment('entity|team|calendar');
    table.string('subject_ref', 500).notNullable();
    table
      .text('visible')
      .nullable()
      .comment(
        'JSON list of the services of a team that its maker could see; null: all',
      );
    table
      .boolean('hidden')
      .notNullable()
      .comment('Its maker could not see the subject any more when last there');
    table
      .string('feed_key', 64)
      .notNullable()
      .comment('Equal for feeds that say the same; the key in published_feeds');
    table.bigInteger('created_at').notNullable();
    table.string('created_by', 500).notNullable();
    table
      .boolean('maker_in_catalog')
      .notNullable()
      .comment(
        'Whether the catalog knew its maker, and so has to know them still',
      );
    table
      .integer('place')
      .notNullable()
      .comment('From 1, each once for a maker; bounds how many one has');
    table.bigInteger('last_used_at').nullable().comment('To some minutes');
    table.unique(['token_hash'], {
      indexName: 'calendar_subscriptions_token_uniq',
    });
    table.unique(['created_by', 'place'], {
      indexName: 'calendar_subscriptions_place_uniq',
    });
    table.index(['feed_key'], 'calendar_subscriptions_feed_idx');
  });

  await knex.schema.createTable('published_feeds', table => {
    table.comment('What each distinct feed said last, and since when');
    table.string('feed_key', 64).primary();
    table
      .string('content_hash', 64)
      .notNullable()
      .comment('SHA-256 of what it says, without times and version');
    table
      .bigInteger('revision')
      .notNullable()
      .comment('Of the snapshot that it was first said from');
    table.integer('sequence').notNullable().comment('From 0, by 1');
    table
      .bigInteger('changed_at')
      .notNullable()
      .comment('When it came to say this, epoch ms');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('published_feeds');
  await knex.schema.dropTable('calendar_subscriptions');
};
