import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { matching, rehearse, whatIsWrong } from '../__testUtils__/rehearse';

const root = mkdtempSync(path.join(tmpdir(), 'continuity-rehearse-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const TABLE = 'CREATE TABLE t (id integer PRIMARY KEY, name text);';
const ADD = 'ALTER TABLE t ADD COLUMN code text;';
const DROP = 'ALTER TABLE t DROP COLUMN code;';
/** Refuses to run in a transaction. */
const INDEX = 'CREATE INDEX CONCURRENTLY t_name ON t (name);';
const NO_INDEX = 'DROP INDEX CONCURRENTLY t_name;';

const knexOf = (up: string, down?: string, rest = '') =>
  `exports.up = async knex => { ${up} };${
    down === undefined ? '' : ` exports.down = async knex => { ${down} };`
  }${rest}`;
const KNEX_TABLE = {
  '1_t.js': knexOf(
    `await knex.schema.createTable('t', t => { t.integer('id').primary(); t.text('name'); });`,
    `await knex.schema.dropTable('t');`,
  ),
};

describe('each layout is run as its tool runs it', () => {
  it.each<[string, Record<string, string>, string, (RegExp | string)[]]>([
    [
      'Flyway',
      { 'V1__t.sql': TABLE, 'V2__code.sql': ADD, 'U2__code.sql': DROP },
      'pass',
      [],
    ],
    [
      'Flyway, which leaves the transaction out where it must',
      { 'V1__t.sql': TABLE, 'V2__i.sql': INDEX, 'U2__i.sql': NO_INDEX },
      'pass',
      [],
    ],
    [
      'Flyway, with a view that is made anew each time',
      {
        'V1__t.sql': TABLE,
        'V2__code.sql': ADD,
        'U2__code.sql': DROP,
        'R__names.sql': 'CREATE OR REPLACE VIEW names AS SELECT name FROM t;',
      },
      'pass',
      [],
    ],
    [
      'Liquibase',
      {
        'changes.sql': `--liquibase formatted sql\n--changeset a:1\n${TABLE}\n--rollback DROP TABLE t;\n--changeset a:2\n${ADD}\n--rollback ${DROP}\n`,
      },
      'pass',
      [],
    ],
    [
      'golang-migrate',
      {
        '1_t.up.sql': TABLE,
        '1_t.down.sql': 'DROP TABLE t;',
        '2_code.up.sql': ADD,
        '2_code.down.sql': DROP,
      },
      'pass',
      [],
    ],
    [
      'golang-migrate, which sends a script as one message',
      {
        '1_t.up.sql': TABLE,
        '2_i.up.sql': `${ADD}\n${INDEX}`,
        '2_i.down.sql': `${NO_INDEX}\n${DROP}`,
      },
      'fail',
      [/^up: CREATE INDEX CONCURRENTLY cannot run inside a transaction block/],
    ],
    [
      'Prisma, with a way back beside it',
      {
        '1_t/migration.sql': TABLE,
        '2_code/migration.sql': ADD,
        '2_code/down.sql': DROP,
      },
      'pass',
      [],
    ],
    [
      'dbmate',
      {
        '1_t.sql': `-- migrate:up\n${TABLE}\n-- migrate:down\nDROP TABLE t;\n`,
        '2_i.sql': `-- migrate:up transaction:false\n${INDEX}\n-- migrate:down transaction:false\n${NO_INDEX}\n`,
      },
      'pass',
      [],
    ],
    [
      'plain pairs, a statement at a time',
      {
        '1/up.sql': TABLE,
        '2/up.sql': `${ADD}${INDEX}`,
        '2/down.sql': `${NO_INDEX}${DROP}`,
      },
      'pass',
      [],
    ],
    [
      'plain pairs that stop half-way',
      { '1/up.sql': TABLE, '2/up.sql': `${ADD}${ADD}`, '2/down.sql': DROP },
      'fail',
      [/^up: column "code" of relation "t" already exists/],
    ],
    [
      'a script that does not end its transaction',
      { '1/up.sql': TABLE, '2/up.sql': `BEGIN; ${ADD}`, '2/down.sql': DROP },
      'fail',
      ['up: it begins a transaction and does not end it'],
    ],
    [
      'code of Java, which nobody can run here',
      { 'V1__t.sql': TABLE, 'V2__code.java': 'class V2__code {}' },
      'unknown',
      ['up: it cannot be run: it is code, not SQL'],
    ],
    [
      'a file that the layout leaves out',
      {
        'V1__t.sql': TABLE,
        'V2__code.sql': ADD,
        'U2__code.sql': DROP,
        'v3_more.sql': ADD,
      },
      'unknown',
      [],
    ],
  ])('%s', async (_, files, verdict, wrong) => {
    const rehearsal = await rehearse(files);
    expect({
      verdict: rehearsal.verdict,
      wrong: whatIsWrong(rehearsal),
    }).toEqual({
      verdict,
      wrong: matching(wrong),
    });
  });

  let folders = 0;
  it.each<[string, Record<string, string>, string, (RegExp | string)[]]>([
    [
      'Knex, which is code',
      {
        ...KNEX_TABLE,
        '2_code.js': knexOf(
          `const rows = await knex('t').select('id'); await knex.schema.table('t', t => t.text('code')); for (const { id } of rows) await knex('t').where({ id }).update({ code: 'c' + id });`,
          `await knex.schema.table('t', t => t.dropColumn('code'));`,
        ),
      },
      'pass',
      [],
    ],
    [
      'Knex outside of a transaction',
      {
        ...KNEX_TABLE,
        '2_i.js': knexOf(
          `await knex.raw('${INDEX}');`,
          `await knex.raw('${NO_INDEX}');`,
          ' exports.config = { transaction: false };',
        ),
      },
      'pass',
      [],
    ],
    [
      'Knex whose way back does nothing',
      {
        ...KNEX_TABLE,
        '2_code.js': knexOf(
          `await knex.schema.table('t', t => t.text('code'));`,
          '',
        ),
      },
      'fail',
      ['column public.t.code added'],
    ],
    [
      'Knex that fails',
      {
        ...KNEX_TABLE,
        '2_code.js': knexOf(`await knex('nowhere').del();`, ''),
      },
      'fail',
      [/^up: .*relation "nowhere" does not exist/],
    ],
    [
      'Knex that needs what is not there',
      {
        ...KNEX_TABLE,
        '2_code.js': `const x = require('not-installed-anywhere'); ${knexOf(
          'await x(knex);',
        )}`,
      },
      'unknown',
      [/^up: its code cannot be run: Cannot find module 'not-installed/],
    ],
    [
      'Knex that ends the process',
      { ...KNEX_TABLE, '2_code.js': knexOf('process.exit(0);', '') },
      'unknown',
      [/^up: its code cannot be run/],
    ],
  ])('%s', async (_, files, verdict, wrong) => {
    const folder = path.join(root, `${++folders}`);
    mkdirSync(folder);
    for (const [name, text] of Object.entries(files)) {
      writeFileSync(path.join(folder, name), text);
    }
    const rehearsal = await rehearse(files, {
      fileOf: name => path.join(folder, name),
    });
    expect({
      verdict: rehearsal.verdict,
      wrong: whatIsWrong(rehearsal),
    }).toEqual({
      verdict,
      wrong: matching(wrong),
    });
  });
});
