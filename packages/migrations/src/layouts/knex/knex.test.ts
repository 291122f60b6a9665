import { readMigrations } from '../readMigrations';

/** What a function of a migration would send, and what is not known of it. */
function sent(body: string, around = ''): string[] {
  const text = `${around}\nexports.up = async function up(knex) {\n${body}\n};`;
  const folder = readMigrations([{ path: '1_a.js', text }]);
  return (folder?.migrations[0].up.parts ?? []).map(part =>
    part.kind === 'sql'
      ? part.sql
      : `${part.rule} at ${part.at.line}:${part.at.column}`,
  );
}

describe('migrations of Knex', () => {
  it.each<[string, string, string[]]>([
    [
      'builders of the schema',
      `await knex.schema.createTable('accounts', table => {
         table.comment('who pays');
         table.increments('id');
         table.string('email', 50).notNullable().unique();
       });`,
      [
        'create table "accounts" ("id" serial primary key, "email" varchar(50) not null)',
        `comment on table "accounts" is 'who pays'`,
        'alter table "accounts" add constraint "accounts_email_unique" unique ("email")',
      ],
    ],
    [
      'a chain of them that is returned',
      `return knex.schema.dropTable('a').withSchema('s').dropTable('b');`,
      ['drop table "a"', 'drop table "s"."b"'],
    ],
    [
      'raw SQL with bindings',
      `await knex.raw('update ?? set a = ?', ['t', 'x']); await knex.schema.raw('select f()'); await knex.raw('select g()');`,
      [`update "t" set a = 'x'`, 'select f()', 'select g()'],
    ],
    [
      'queries, also those that read',
      `const rows = await knex('t').select(); await knex('t').where({ a: 1 }).update({ b: 'x' }); await knex('t').insert({ a: 1 });`,
      [
        `select * from "t"`,
        `update "t" set "b" = 'x' where "a" = 1`,
        'insert into "t" ("a") values (1)',
      ],
    ],
    [
      'constants, templates and functions of the module',
      `const name = 'to_' + TABLE; await add(knex, name); for (const column of ['a', 'b']) { await knex.raw(\`select '\${column}' into x\`); }`,
      [
        'alter table "accounts" add column "to_accounts" integer',
        `select 'a' into x`,
        `select 'b' into x`,
      ],
    ],
    [
      'the branch for PostgreSQL',
      `if (knex.client.config.client.includes('sqlite')) { await knex.schema.dropTable('a'); } else { await knex.schema.dropTable('b'); }`,
      ['drop table "b"'],
    ],
    [
      'what is done in a transaction of its own, and together',
      `await knex.transaction(async trx => { await trx.schema.dropTable('a'); }); await Promise.all([knex('t').del(), knex.raw('vacuum t')]);`,
      ['drop table "a"', 'delete from "t"', 'vacuum t'],
    ],
    [
      'what follows a promise',
      `return knex.schema.dropTable('a').then(() => knex.schema.dropTable('b'));`,
      ['drop table "a"', 'drop table "b"'],
    ],
  ])('%s', (_, body, expected) => {
    expect(
      sent(
        body,
        `const TABLE = 'accounts';
         async function add(db, column) {
           await db.schema.alterTable(TABLE, t => { t.integer(column); });
         }`,
      ),
    ).toEqual(expected);
  });

  it.each<[string, string, string]>([
    [
      'a loop over rows',
      `const rows = await knex('t').select(); for (const row of rows) { await knex('t').del(); }`,
      'unknown-code at 3:40',
    ],
    [
      'a condition on what is there',
      `if (await knex.schema.hasTable('t')) { return; }`,
      'unknown-code at 3:1',
    ],
    [
      'a name from outside',
      `await knex.schema.dropTable(process.env.TABLE);`,
      'unknown-code at 3:29',
    ],
    [
      'a helper of another module',
      `await require('./help')(knex);`,
      'unknown-code at 3:7',
    ],
    [
      'a loop without end',
      `while (true) { await knex('t').del(); }`,
      'unknown-code at 3:1',
    ],
    [
      'what Knex refuses',
      `await knex.schema.explode('t');`,
      'unknown-code at 3:7',
    ],
    [
      'functions that call themselves',
      `const f = async () => f(); await f();`,
      'unknown-code at 3:11',
    ],
    [
      'a statement whose failure goes unnoticed',
      `await knex.raw('drop table t').catch(() => {});`,
      'unknown-code at 3:7',
    ],
    [
      'a query in a callback of a builder',
      `await knex.schema.alterTable('t', async t => { await knex('u').del(); });`,
      'unknown-code at 3:48',
    ],
    [
      'a function that is called for each of some rows',
      `const rows = await knex('t').select(); await Promise.all(rows.map(row => knex('t').del()));`,
      'unknown-code at 3:58',
    ],
    [
      'a statement behind a condition',
      `(await knex.schema.hasTable('t')) && (await knex.schema.dropTable('t'));`,
      'unknown-code at 3:2',
    ],
    [
      'an assignment',
      `let done; done = await knex.schema.dropTable('t');`,
      'unknown-code at 3:11',
    ],
    [
      'its own connection',
      `await knex.client.acquireConnection();`,
      'unknown-code at 3:7',
    ],
  ])('does not know what comes of %s', (_, body, expected) => {
    expect(sent(body)).toContain(expected);
  });

  it('takes what a condition guards to happen, and does not know', () => {
    expect(
      sent(
        `if (!(await knex.schema.hasTable('t'))) { await knex.schema.createTable('t', t => { t.text('a'); }); }`,
      ),
    ).toEqual(['unknown-code at 3:1', 'create table "t" ("a" text)']);
  });

  it.each([
    ['no JavaScript', 'exports.up = ('],
    ['no function', 'exports.up = require("./up");'],
  ])('does not take for readable what is %s', (_, text) => {
    const folder = readMigrations([{ path: '1_a.js', text }]);
    expect(folder?.migrations[0].up.parts).toEqual([
      expect.objectContaining({ kind: 'unknown', rule: 'unreadable-script' }),
    ]);
  });
});
