// @ts-check

/**
 * Meetings of those who decide on changes, and what orders their agenda. Changes that are
 * there already count as risky until something happens to them.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('changes', table => {
    table
      .integer('risk')
      .notNullable()
      .defaultTo(140)
      .comment('Points; what is not known counts as its worst');
    table
      .text('risk_factors')
      .notNullable()
      .defaultTo('[]')
      .comment('What the points come from, as JSON');
  });

  await knex.schema.createTable('cab_meetings', table => {
    table.comment('Meetings of groups that approve changes; never deleted');
    table.string('id', 36).primary();
    table.string('group_ref', 500).notNullable();
    table.text('title').notNullable();
    table.bigInteger('starts_at').notNullable();
    table.string('state', 10).notNullable().comment('planned|closed|cancelled');
    table.string('called_by', 500).notNullable();
    table.bigInteger('called_at').notNullable();
    table.string('ended_by', 500).nullable();
    table.bigInteger('ended_at').nullable();
    table.text('note').nullable();
    table.text('minutes').nullable().comment('JSON; written once');
    table.index(['starts_at', 'id'], 'cab_meetings_start_idx');
    table.index(['group_ref', 'starts_at', 'id'], 'cab_meetings_group_idx');
  });

  await knex.schema.alterTable('change_approvals', table => {
    table.index(['at'], 'change_approvals_at_idx');
    table
      .text('in_place_of')
      .nullable()
      .comment('Whose places could be taken when it was given, as JSON');
  });

  // Failovers are looked up whatever they are of.
  await knex.schema.alterTable('evidence_series', table => {
    table.index(['kind', 'entity_ref'], 'evidence_series_kind_idx');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('evidence_series', table => {
    table.dropIndex(['kind', 'entity_ref'], 'evidence_series_kind_idx');
  });
  await knex.schema.alterTable('change_approvals', table => {
    table.dropColumn('in_place_of');
    table.dropIndex(['at'], 'change_approvals_at_idx');
  });
  await knex.schema.dropTable('cab_meetings');
  await knex.schema.alterTable('changes', table => {
    table.dropColumn('risk_factors');
    table.dropColumn('risk');
  });
};
