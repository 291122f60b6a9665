// @ts-check

/**
 * The keys that decisions are signed with, in the order in which they came. The newest
 * signs; each was retired when the next one came.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('signing_keys', table => {
    table.comment('Keys that decisions are signed with; never deleted');
    table.integer('sequence').primary().comment('From 1, without a gap');
    table
      .string('key_id', 64)
      .notNullable()
      .comment('SHA-256 of the public key in DER, hex');
    table.text('public_key').notNullable().comment('SPKI in PEM');
    table
      .text('private_key')
      .nullable()
      .comment('PKCS #8 in PEM; null: configured elsewhere, or retired');
    table.bigInteger('since').notNullable();
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('signing_keys');
};
