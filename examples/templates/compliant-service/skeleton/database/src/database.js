const { knex } = require('knex');
const settings = require('../knexfile');

const database = knex({ ...settings, acquireConnectionTimeout: 1_500 });

/** Whether the database answers. */
async function isDatabaseReady() {
  await database.raw('SELECT 1');
  return true;
}

module.exports = { database, isDatabaseReady };
