// @ts-check

const INDEX = 'scorecard_results_owner_idx';

/**
 * Services of an owner by their risk. With what is counted and filtered by beside it, on
 * PostgreSQL, so that totals and roll-ups do not read every whole row.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  const beside = String(knex.client.config.client).includes('pg')
    ? 'include (tier, level, system, worst, exempt, states, layout)'
    : '';
  await knex.raw(
    `create index ${INDEX} on scorecard_results
       (scorecard, owner, risk desc, entity_ref) ${beside}`,
  );
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.raw(`drop index ${INDEX}`);
};
