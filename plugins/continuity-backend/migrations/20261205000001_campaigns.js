// @ts-check

/**
 * Campaigns: which services are to stand on which level by when. Who belongs to one is
 * written down as the catalog changes, so that who joined and who left can be told; where
 * each stood at the end is written once. The history of results learns since when a
 * judgement was due, so that one that came late is not taken for what was known in time.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('scorecard_history', table => {
    table
      .bigInteger('due_since')
      .nullable()
      .comment('Since when it was to be judged; null: not written down yet');
  });

  await knex.schema.createTable('campaigns', table => {
    table.comment('Never deleted');
    table.string('id', 36).primary();
    table.integer('revision').notNullable();
    table
      .string('state', 10)
      .notNullable()
      .comment('planned|running|reached|missed|cancelled');
    table.text('content').notNullable().comment('JSON');
    table.string('scorecard', 60).notNullable();
    table.string('owner', 500).notNullable();
    table.bigInteger('starts_at').notNullable();
    table.bigInteger('ends_at').notNullable();
    table
      .bigInteger('reminded_up_to')
      .notNullable()
      .comment('Reminders up to then are dealt with');
    table
      .bigInteger('due_at')
      .nullable()
      .comment('When time has something happen to it; null: never');
    table
      .bigInteger('catalog_revision')
      .nullable()
      .comment('As of which its services were chosen');
    table.string('created_by', 500).notNullable();
    table.bigInteger('created_at').notNullable();
    table.string('updated_by', 500).notNullable();
    table.bigInteger('updated_at').notNullable();
    table.bigInteger('ended_at').nullable();
    table.text('cancellation').nullable().comment('JSON');
    table.text('outcome').nullable().comment('JSON; written once');
    table.index(['created_at', 'id'], 'campaigns_created_idx');
    table.index(['state', 'due_at'], 'campaigns_due_idx');
  });

  await knex.schema.createTable('campaign_revisions', table => {
    table.comment('Append-only');
    table.string('campaign_id', 36).notNullable();
    table.integer('revision').notNullable();
    table.string('change', 10).notNullable();
    table.bigInteger('at').notNullable();
    table.string('by', 500).notNullable();
    table.text('comment').nullable();
    table.text('content').notNullable().comment('JSON');
    table.primary(['campaign_id', 'revision']);
  });

  await knex.schema.createTable('campaign_members', table => {
    table.comment('Services that belong to a campaign, or did');
    table.string('campaign_id', 36).notNullable();
    table.string('entity_ref', 500).notNullable();
    table.string('name', 255).notNullable();
    table.text('title').nullable();
    table.string('searched', 1000).notNullable().comment('Lower case');
    table.string('owner', 500).notNullable().comment('Empty: none');
    table.string('system', 500).notNullable().comment('Empty: none');
    table.string('tier', 63).notNullable();
    table.bigInteger('joined_at').notNullable();
    table.integer('at_start').notNullable().comment('1: since the beginning');
    table.bigInteger('left_at').nullable().comment('Null: belongs to it');
    table.primary(['campaign_id', 'entity_ref']);
    table.index(
      ['campaign_id', 'owner', 'entity_ref'],
      'campaign_members_owner_idx',
    );
    table.index(['entity_ref'], 'campaign_members_entity_idx');
  });

  await knex.schema.createTable('campaign_outcomes', table => {
    table.comment('Where each service stood at the end; written once');
    table.string('campaign_id', 36).notNullable();
    table.string('entity_ref', 500).notNullable();
    table
      .string('standing', 12)
      .notNullable()
      .comment('reached|exempt|not-known|not-reached');
    table.text('missing').notNullable().comment('JSON: ids of checks');
    table.primary(['campaign_id', 'entity_ref']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('campaign_outcomes');
  await knex.schema.dropTable('campaign_members');
  await knex.schema.dropTable('campaign_revisions');
  await knex.schema.dropTable('campaigns');
  await knex.schema.alterTable('scorecard_history', table => {
    table.dropColumn('due_since');
  });
};
