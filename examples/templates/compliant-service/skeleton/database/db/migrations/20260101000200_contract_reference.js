// Contract, a release later: everybody writes the column, so it can be demanded. Rows of
// before are not read for it, and nobody waits.
exports.up = async knex => {
  await knex.raw("SET LOCAL lock_timeout = '3s'");
  await knex.raw(
    'ALTER TABLE items ADD CONSTRAINT items_reference_given CHECK (reference IS NOT NULL) NOT VALID',
  );
};

exports.down = async knex => {
  await knex.raw("SET LOCAL lock_timeout = '3s'");
  await knex.raw('ALTER TABLE items DROP CONSTRAINT items_reference_given');
};
