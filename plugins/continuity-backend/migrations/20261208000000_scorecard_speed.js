// @ts-check

const OWNER = 'scorecard_results_owner_idx';

/** Long texts, which are written far more often than they are read. */
const LONG = [
  ['scorecard_results', 'details'],
  ['scorecard_history', 'checks'],
];

/**
 * @param {import('knex').Knex} knex
 * @param {string} beside - columns that the index holds and does not sort by
 */
async function indexByOwner(knex, beside) {
  await knex.raw(`drop index ${OWNER}`);
  await knex.raw(
    `create index ${OWNER} on scorecard_results
       (scorecard, owner, risk desc, entity_ref) include (${beside})`,
  );
}

/**
 * @param {import('knex').Knex} knex
 * @param {string} method
 */
async function compressBy(knex, method) {
  const { rows } = await knex.raw(
    `select enumvals from pg_settings where name = 'default_toast_compression'`,
  );
  // A PostgreSQL may have been built without it.
  if (!rows[0]?.enumvals.includes(method)) return;
  for (const [table, column] of LONG) {
    await knex.raw(
      `alter table ${table} alter column ${column} set compression ${method}`,
    );
  }
}

/**
 * On PostgreSQL: services are found by a part of their name without reading whole rows,
 * and results are compressed by what takes a fraction of the time.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  if (!String(knex.client.config.client).includes('pg')) return;
  await indexByOwner(
    knex,
    'tier, level, system, worst, exempt, states, layout, searched',
  );
  await compressBy(knex, 'lz4');
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  if (!String(knex.client.config.client).includes('pg')) return;
  await indexByOwner(
    knex,
    'tier, level, system, worst, exempt, states, layout',
  );
  await compressBy(knex, 'pglz');
};
