import {
  matching,
  pairOf,
  rehearse,
  whatIsWrong,
} from '../__testUtils__/rehearse';
import type { Rehearsal } from './types';

const ACCOUNTS = `
CREATE TABLE accounts (id integer PRIMARY KEY, email text NOT NULL UNIQUE, note text);
`;

interface Case {
  readonly name: string;
  readonly setup?: string;
  readonly up: string;
  readonly down?: string;
  readonly data?: string;
  readonly verdict: Rehearsal['verdict'];
  readonly wrong?: readonly (RegExp | string)[];
  readonly doubts?: readonly (RegExp | string)[];
  readonly notes?: readonly (RegExp | string)[];
}

const cases: readonly Case[] = [
  {
    name: 'a column comes and goes',
    up: 'ALTER TABLE accounts ADD COLUMN phone text;',
    down: 'ALTER TABLE accounts DROP COLUMN phone;',
    verdict: 'pass',
  },
  {
    name: 'the way back forgets an index',
    up: 'CREATE INDEX notes ON accounts (note);',
    down: 'SELECT 1;',
    verdict: 'fail',
    wrong: ['index public.notes added'],
  },
  {
    name: 'the way back adds the column that was dropped, without its values',
    up: 'ALTER TABLE accounts DROP COLUMN note;',
    down: 'ALTER TABLE accounts ADD COLUMN note text;',
    verdict: 'fail',
    wrong: [/^public.accounts: 0 missing, 0 added, \d changed$/],
  },
  {
    name: 'a column is kept elsewhere and comes back',
    up: `CREATE TABLE notes AS SELECT id, note FROM accounts; ALTER TABLE accounts DROP COLUMN note;`,
    down: `ALTER TABLE accounts ADD COLUMN note text; UPDATE accounts SET note = notes.note FROM notes WHERE notes.id = accounts.id; DROP TABLE notes;`,
    verdict: 'pass',
  },
  {
    name: 'the order of columns is another',
    up: `CREATE TABLE emails AS SELECT id, email FROM accounts; ALTER TABLE accounts DROP COLUMN email;`,
    down: `ALTER TABLE accounts ADD COLUMN email text UNIQUE; UPDATE accounts SET email = emails.email FROM emails WHERE emails.id = accounts.id;
           ALTER TABLE accounts ALTER COLUMN email SET NOT NULL; DROP TABLE emails;`,
    verdict: 'pass',
    notes: [/^the columns of public.accounts stand in another order/],
  },
  {
    name: 'a wider type, back to the narrower one',
    setup: `${ACCOUNTS} ALTER TABLE accounts ADD COLUMN code varchar(5);`,
    up: 'ALTER TABLE accounts ALTER COLUMN code TYPE varchar(20);',
    down: 'ALTER TABLE accounts ALTER COLUMN code TYPE varchar(5);',
    verdict: 'pass',
  },
  {
    name: 'a type that holds less',
    setup: `${ACCOUNTS} ALTER TABLE accounts ADD COLUMN amount numeric(12,4) NOT NULL;`,
    up: 'ALTER TABLE accounts ALTER COLUMN amount TYPE numeric(12,2);',
    down: 'ALTER TABLE accounts ALTER COLUMN amount TYPE numeric(12,4);',
    verdict: 'fail',
    wrong: [/^down: numeric field overflow/],
  },
  {
    name: 'a type that is less precise',
    setup: 'CREATE TABLE t (id integer PRIMARY KEY, at timestamptz NOT NULL);',
    up: 'ALTER TABLE t ALTER COLUMN at TYPE timestamptz(0);',
    down: 'ALTER TABLE t ALTER COLUMN at TYPE timestamptz;',
    verdict: 'fail',
    wrong: ['public.t: 0 missing, 0 added, 1 changed'],
  },
  {
    name: 'a type that does not hold the longest text',
    up: 'ALTER TABLE accounts ALTER COLUMN note TYPE varchar(20);',
    down: 'ALTER TABLE accounts ALTER COLUMN note TYPE text;',
    verdict: 'fail',
    wrong: [/^up: value too long for type character varying\(20\)/],
  },
  {
    name: 'a value of an enum, which cannot be taken away',
    setup: `CREATE TYPE mood AS ENUM ('good', 'bad'); CREATE TABLE days (day date PRIMARY KEY, mood mood NOT NULL);`,
    up: `ALTER TYPE mood ADD VALUE 'so-so';`,
    down: 'SELECT 1;',
    verdict: 'fail',
    wrong: [
      `type public.mood changed values: 'good', 'bad' > 'good', 'bad', 'so-so'`,
    ],
  },
  {
    name: 'another default that stays',
    setup: `CREATE TABLE t (id integer PRIMARY KEY, level integer DEFAULT 1);`,
    up: 'ALTER TABLE t ALTER COLUMN level SET DEFAULT 2;',
    down: 'ALTER TABLE t ALTER COLUMN level DROP DEFAULT;',
    verdict: 'fail',
    wrong: ['column public.t.level changed default: 1 > -'],
  },
  {
    name: 'NOT NULL where there are nulls',
    up: 'ALTER TABLE accounts ALTER COLUMN note SET NOT NULL;',
    down: 'ALTER TABLE accounts ALTER COLUMN note DROP NOT NULL;',
    verdict: 'fail',
    wrong: [/^up: column "note" of relation "accounts" contains null values/],
  },
  {
    name: 'a required column where there are rows',
    up: 'ALTER TABLE accounts ADD COLUMN level integer NOT NULL;',
    down: 'ALTER TABLE accounts DROP COLUMN level;',
    verdict: 'fail',
    wrong: [/^up: column "level" of relation "accounts" contains null values/],
  },
  {
    name: 'a view that is dropped and not made again',
    setup: `${ACCOUNTS} CREATE VIEW mails AS SELECT email FROM accounts;`,
    up: 'DROP VIEW mails;',
    down: '',
    verdict: 'fail',
    wrong: ['view public.mails missing'],
  },
  {
    name: 'a materialized view that is made anew',
    setup: `${ACCOUNTS} CREATE MATERIALIZED VIEW mails AS SELECT email FROM accounts;`,
    up: 'DROP MATERIALIZED VIEW mails;',
    down: 'CREATE MATERIALIZED VIEW mails AS SELECT email FROM accounts;',
    verdict: 'pass',
  },
  {
    name: 'a trigger that stays',
    setup: `${ACCOUNTS} CREATE FUNCTION keep() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';`,
    up: 'CREATE TRIGGER keep BEFORE UPDATE ON accounts FOR EACH ROW EXECUTE FUNCTION keep();',
    down: 'ALTER TABLE accounts DISABLE TRIGGER keep;',
    verdict: 'fail',
    wrong: ['trigger keep on public.accounts added'],
  },
  {
    name: 'a function that is replaced and comes back',
    setup: `${ACCOUNTS} CREATE FUNCTION one() RETURNS integer LANGUAGE sql AS 'SELECT 1';`,
    up: `CREATE OR REPLACE FUNCTION one() RETURNS integer LANGUAGE sql AS 'SELECT 2';`,
    down: `CREATE OR REPLACE FUNCTION one() RETURNS integer LANGUAGE sql AS 'SELECT 1';`,
    verdict: 'pass',
  },
  {
    name: 'a sequence that goes on, which is no difference',
    setup: 'CREATE TABLE t (id serial PRIMARY KEY, name text NOT NULL);',
    up: `INSERT INTO t (name) VALUES ('added');`,
    down: `DELETE FROM t WHERE name = 'added';`,
    verdict: 'pass',
    notes: [
      'sequence public.t_id_seq goes on with 10 instead of 9, which leaves a gap',
      /^going up once more leaves 1 row of public.t with other values/,
      'sequence public.t_id_seq goes on with 11 instead of 10',
    ],
  },
  {
    name: 'a sequence that begins anew gives out numbers twice',
    setup: 'CREATE TABLE t (id serial PRIMARY KEY, name text);',
    up: 'ALTER SEQUENCE t_id_seq RESTART;',
    down: 'SELECT 1;',
    verdict: 'fail',
    wrong: ['public.t_id_seq: 9 > 1'],
  },
  {
    name: 'two schemas, one of which forgets something',
    setup: `CREATE SCHEMA audit; CREATE TABLE audit.log (at timestamptz PRIMARY KEY, what jsonb); ${ACCOUNTS}`,
    up: 'ALTER TABLE audit.log ADD COLUMN who text; ALTER TABLE accounts ADD COLUMN who text;',
    down: 'ALTER TABLE accounts DROP COLUMN who;',
    verdict: 'fail',
    wrong: ['column audit.log.who added'],
  },
  {
    name: 'names that need quotes',
    setup: `CREATE TABLE "Order" ("Id" integer PRIMARY KEY, "from" text);`,
    up: 'ALTER TABLE "Order" RENAME COLUMN "from" TO sender;',
    down: 'ALTER TABLE "Order" RENAME COLUMN sender TO "from";',
    verdict: 'pass',
  },
  {
    name: 'rows that are given',
    up: `UPDATE accounts SET note = lower(note);`,
    down: `UPDATE accounts SET note = initcap(note);`,
    data: `INSERT INTO accounts VALUES (1, 'a@example.com', 'Ada'), (2, 'b@example.com', 'McKay');`,
    verdict: 'fail',
    wrong: ['public.accounts: 0 missing, 0 added, 1 changed'],
  },
  {
    name: 'rows as pg_dump writes them',
    up: 'ALTER TABLE accounts ADD COLUMN phone text;',
    down: 'ALTER TABLE accounts DROP COLUMN phone;',
    data: `\\restrict x\nSET client_encoding = 'UTF8';\nCOPY public.accounts (id, email, note) FROM stdin;\n1\ta@example.com\t\\N\n2\tb@example.com\tone\\ntwo\n\\.\n\n\\unrestrict x\n`,
    verdict: 'pass',
  },
  {
    name: 'a file that gives no rows to the table in question',
    setup: `${ACCOUNTS} CREATE TABLE other (id integer PRIMARY KEY);`,
    up: 'ALTER TABLE accounts ADD COLUMN phone text;',
    down: 'ALTER TABLE accounts DROP COLUMN phone;',
    data: 'INSERT INTO other VALUES (1);',
    verdict: 'unknown',
    doubts: [
      'public.accounts is empty (the file puts no row into it), so nothing is proven about its rows',
    ],
  },
  {
    name: 'an empty table that an UPDATE is about',
    setup: `${ACCOUNTS} CREATE TABLE other (id integer PRIMARY KEY, name text);`,
    up: `UPDATE other SET name = 'x';`,
    down: 'SELECT 1;',
    data: `INSERT INTO accounts VALUES (1, 'a', 'b');`,
    verdict: 'unknown',
    doubts: [/^public.other is empty/],
  },
  {
    name: 'a file that does not fit',
    up: 'SELECT 1;',
    down: 'SELECT 1;',
    data: 'INSERT INTO nowhere VALUES (1);',
    verdict: 'unknown',
    wrong: ['data: relation "nowhere" does not exist'],
    doubts: [/^data did not come to its end: relation "nowhere"/],
  },
  {
    name: 'a script that says nothing of what it does',
    setup: `${ACCOUNTS} CREATE TABLE other (id integer PRIMARY KEY);`,
    up: `DO $$ BEGIN EXECUTE 'ALTER TABLE accounts ADD COLUMN phone text'; END $$;`,
    down: 'ALTER TABLE accounts DROP COLUMN phone;',
    data: `INSERT INTO accounts VALUES (1, 'a', 'b');`,
    verdict: 'unknown',
    doubts: [/^public.other is empty/],
  },
  {
    name: 'a statement that fails',
    up: 'ALTER TABLE accounts ADD COLUMN phone text;\nALTER TABLE acounts ADD COLUMN fax text;',
    down: '',
    verdict: 'fail',
    wrong: ['up: relation "acounts" does not exist'],
  },
  {
    name: 'no script for the way back',
    up: 'ALTER TABLE accounts ADD COLUMN phone text;',
    verdict: 'fail',
    wrong: ['column public.accounts.phone added'],
    notes: ['2 case has no script for the way back; nothing was run for it'],
  },
  {
    name: 'a way back that fails',
    up: 'ALTER TABLE accounts ADD COLUMN phone text;',
    down: 'ALTER TABLE accounts DROP COLUMN fax;',
    verdict: 'fail',
    wrong: ['down: column "fax" of relation "accounts" does not exist'],
  },
  {
    name: 'a table that goes with its rows',
    setup: `${ACCOUNTS} CREATE TABLE other (id integer PRIMARY KEY, name text);`,
    up: 'DROP TABLE other;',
    down: 'CREATE TABLE other (id integer PRIMARY KEY, name text);',
    verdict: 'fail',
    wrong: ['public.other: 8 missing, 0 added, 0 changed'],
  },
  {
    name: 'a way up that cannot be gone twice',
    setup: `${ACCOUNTS} CREATE SEQUENCE runs;`,
    up: `SELECT 1 / (2 - nextval('runs'));`,
    down: 'SELECT 1;',
    verdict: 'fail',
    wrong: ['up again: division by zero'],
    notes: [/^sequence public.runs goes on with 2 instead of 1/],
  },
  {
    name: 'values that differ each time, which are told',
    up: 'ALTER TABLE accounts ADD COLUMN token uuid NOT NULL DEFAULT gen_random_uuid();',
    down: 'ALTER TABLE accounts DROP COLUMN token;',
    verdict: 'pass',
    notes: [
      /^going up once more leaves 8 rows of public.accounts with other values/,
    ],
  },
  {
    name: 'rows without a key',
    setup: 'CREATE TABLE events (name text, at timestamptz);',
    up: 'INSERT INTO events SELECT name, at FROM events;',
    down: 'DELETE FROM events a USING events b WHERE a.ctid > b.ctid AND a IS NOT DISTINCT FROM b;',
    verdict: 'pass',
  },
  {
    name: 'privileges that stay',
    up: 'GRANT SELECT ON accounts TO pg_read_all_data;',
    down: 'SELECT 1;',
    verdict: 'fail',
    wrong: [/^table public.accounts changed privileges/],
  },
  {
    name: 'a comment that stays',
    up: `COMMENT ON TABLE accounts IS 'who pays';`,
    down: 'SELECT 1;',
    verdict: 'fail',
    wrong: ['comment on table public.accounts added'],
  },
];

describe('a rehearsal', () => {
  it.each(cases.map(one => [one.name, one] as const))('%s', async (_, one) => {
    const { setup = ACCOUNTS, up, down, data } = one;
    const rehearsal = await rehearse(pairOf(setup, up, down), {
      ...(data !== undefined && { data: { path: 'data.sql', text: data } }),
    });
    expect({
      verdict: rehearsal.verdict,
      wrong: whatIsWrong(rehearsal),
      doubts: rehearsal.doubts,
      notes: rehearsal.notes,
    }).toEqual({
      verdict: one.verdict,
      wrong: matching(one.wrong),
      doubts: matching(one.doubts),
      notes: matching(one.notes),
    });
  });
});
