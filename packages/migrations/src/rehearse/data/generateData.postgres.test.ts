import { matching, pairOf, rehearse } from '../../__testUtils__/rehearse';

/** The rows of each table of the previous release, and why one has none. */
async function filled(setup: string, seed = 1) {
  const { tables } = await rehearse(pairOf(setup, 'SELECT 1;', 'SELECT 1;'), {
    seed,
    previous: '1',
  });
  return Object.fromEntries(
    tables.map(({ name, rows, empty }) => [name, empty ?? rows > 0]),
  );
}

describe('rows that are made up', () => {
  it.each<[string, string, Record<string, RegExp | true>]>([
    [
      'tables that point to each other, in whatever order they were made',
      `CREATE TABLE a_lines (order_id integer NOT NULL, position integer NOT NULL, sku text NOT NULL, PRIMARY KEY (order_id, position));
       CREATE TABLE customers (id serial PRIMARY KEY, email varchar(40) NOT NULL UNIQUE);
       CREATE TABLE orders (id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, customer_id integer NOT NULL REFERENCES customers);
       ALTER TABLE a_lines ADD FOREIGN KEY (order_id) REFERENCES orders;`,
      {
        'public.a_lines': true,
        'public.customers': true,
        'public.orders': true,
      },
    ],
    [
      'one row for each row of another',
      `CREATE TABLE users (id uuid PRIMARY KEY); CREATE TABLE profiles (user_id uuid PRIMARY KEY REFERENCES users);`,
      { 'public.users': true, 'public.profiles': true },
    ],
    [
      'a key of two columns',
      `CREATE TABLE tenants (id integer PRIMARY KEY);
       CREATE TABLE accounts (tenant_id integer REFERENCES tenants, id integer, PRIMARY KEY (tenant_id, id));
       CREATE TABLE payments (tenant_id integer NOT NULL, account_id integer NOT NULL, FOREIGN KEY (tenant_id, account_id) REFERENCES accounts (tenant_id, id));`,
      {
        'public.tenants': true,
        'public.accounts': true,
        'public.payments': true,
      },
    ],
    [
      'a tree, whose first row can only point to itself',
      `CREATE TABLE nodes (id integer PRIMARY KEY, parent_id integer NOT NULL REFERENCES nodes);`,
      { 'public.nodes': true },
    ],
    [
      'checks of many kinds',
      `CREATE DOMAIN positive AS integer CHECK (VALUE > 0);
       CREATE TYPE state AS ENUM ('open', 'closed');
       CREATE TABLE t (
         id bigint PRIMARY KEY, amount positive NOT NULL, state state NOT NULL,
         currency char(3) NOT NULL CHECK (currency IN ('EUR', 'CHF')), kind text NOT NULL CHECK (kind = 'a' OR kind = 'b'),
         percent numeric(5,2) NOT NULL CHECK (percent BETWEEN 0 AND 100), email text NOT NULL CHECK (email LIKE '%@%'),
         starts date NOT NULL, ends date NOT NULL, CHECK (starts < ends), year smallint NOT NULL CHECK (year >= 2000),
         country text NOT NULL CHECK (country ~ '^[A-Z]{2}$'), tags text[] NOT NULL CHECK (cardinality(tags) > 0));`,
      { 'public.t': true },
    ],
    [
      'every type that PostgreSQL has a value for',
      `CREATE TABLE t (a int2, b int4, c int8, d numeric, e numeric(10,3), f float4, g float8, h money, i text, j varchar(9), k char(4), l name,
         m date, n timestamp, o timestamptz(3), p time, q timetz, r interval, s uuid, t json, u jsonb, v bytea, w inet, x cidr, y macaddr,
         z bit(5), aa varbit(9), ab xml, ac tsvector, ad point, ae circle, af int4range, ag daterange, ah tstzrange, ai bool, aj int4[], ak text[],
         al numrange, am box, an path, ao polygon, ap line, aq lseg, ar tsquery, at pg_lsn, au oid, av macaddr8, aw "char");`,
      { 'public.t': true },
    ],
    [
      'partitions by range and by list',
      `CREATE TABLE r (at date NOT NULL, n integer) PARTITION BY RANGE (at);
       CREATE TABLE r_2031 PARTITION OF r FOR VALUES FROM ('2031-01-01') TO ('2032-01-01');
       CREATE TABLE l (kind text NOT NULL) PARTITION BY LIST (kind); CREATE TABLE l_a PARTITION OF l FOR VALUES IN ('a', 'b');`,
      { 'public.r_2031': true, 'public.l_a': true },
    ],
    [
      'not what no row can be',
      `CREATE TABLE never (id integer PRIMARY KEY CHECK (id <> id));
       CREATE TABLE needs (id integer PRIMARY KEY, never_id integer NOT NULL REFERENCES never);`,
      {
        'public.never': /^PostgreSQL takes none of 120 rows .*never_id_check/,
        'public.needs': /^it needs a row of public.never, and that is empty$/,
      },
    ],
    [
      'not what a trigger refuses, in its words',
      `CREATE TABLE t (id integer PRIMARY KEY);
       CREATE FUNCTION no() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'closed for today'; END $$;
       CREATE TRIGGER no BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION no();`,
      { 'public.t': /closed for today$/ },
    ],
    [
      'not of a type that is not known',
      `CREATE TYPE pair AS (a integer, b integer); CREATE TABLE t (p pair NOT NULL);`,
      { 'public.t': /^no value of type pair is known, which column p needs$/ },
    ],
  ])('%s', async (_, setup, expected) => {
    expect(await filled(setup)).toEqual(
      Object.fromEntries(
        Object.entries(expected).map(([name, want]) => [
          name,
          want === true ? want : matching([want])[0],
        ]),
      ),
    );
  });

  it('are the same for the same seed, and others for another', async () => {
    const setup = `CREATE TABLE t (id integer PRIMARY KEY, name text NOT NULL, at timestamptz, token uuid DEFAULT gen_random_uuid());`;
    const digests = async (seed: number) => {
      const { tables } = await rehearse(
        pairOf(setup, 'SELECT 1;', 'SELECT 1;'),
        { seed },
      );
      return tables.map(({ digest }) => digest);
    };
    const first = await digests(7);
    expect(await digests(7)).toEqual(first);
    expect(await digests(8)).not.toEqual(first);
  });

  it('hold nulls and the extremes of their types', async () => {
    const { differences } = await rehearse(
      pairOf(
        'CREATE TABLE t (id integer PRIMARY KEY, n bigint, name text);',
        `UPDATE t SET name = 'none' WHERE name IS NULL; UPDATE t SET n = n - 1 WHERE n = 9223372036854775807;`,
        'SELECT 1;',
      ),
    );
    expect(differences).toEqual([
      expect.objectContaining({ in: 'table', missing: 0, added: 0 }),
    ]);
    const [{ rows }] = differences.flatMap(one =>
      one.in === 'table' ? [one] : [],
    );
    const columns = rows.flatMap(row => row.columns);
    expect(columns).toContainEqual({
      column: 'name',
      before: null,
      after: 'none',
    });
    expect(columns).toContainEqual({
      column: 'n',
      before: '9223372036854775807',
      after: '9223372036854775806',
    });
  });
});
