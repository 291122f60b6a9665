import { Client } from 'pg';

const VARIABLE = 'BACKSTAGE_TEST_DATABASE_POSTGRES18_CONNECTION_STRING';

/** @throws where there is no PostgreSQL: what is claimed would not be tried */
export function databaseUrl(): string {
  const url = process.env[VARIABLE];
  if (url) return url;
  throw new Error(
    `These tests hold what is claimed against PostgreSQL 18: run npm test, which starts one, or set ${VARIABLE}`,
  );
}

/** Whether a namespace is not PostgreSQL's own. */
function ours(namespace: string): string {
  return `${namespace} IN (SELECT oid FROM pg_namespace WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema')`;
}

/** One line an object. The order of columns is left out; see compareSchemas. */
const SCHEMA = `
SELECT 'schema ' || nspname AS line FROM pg_namespace WHERE ${ours('oid')}
UNION ALL
SELECT concat_ws(' ', 'relation', c.oid::regclass, c.relkind, c.relpersistence, c.relreplident, c.relrowsecurity, c.relforcerowsecurity,
                 c.reloptions, pg_get_partkeydef(c.oid), pg_get_expr(c.relpartbound, c.oid),
                 coalesce(c.relacl, acldefault(CASE c.relkind WHEN 'S' THEN 's'::"char" ELSE 'r' END, c.relowner)), pg_get_userbyid(c.relowner),
                 (SELECT string_agg(inhparent::regclass::text, ',' ORDER BY 1) FROM pg_inherits WHERE inhrelid = c.oid))
FROM pg_class c WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f', 'c') AND ${ours(
  'c.relnamespace',
)}
UNION ALL
SELECT concat_ws(' ', 'column', a.attrelid::regclass, a.attname, format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity,
                 a.attgenerated, a.attstorage, a.attcompression, a.attstattarget, a.attoptions, a.attcollation::regcollation,
                 pg_get_expr(d.adbin, d.adrelid))
FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'c') AND ${ours(
  'c.relnamespace',
)}
UNION ALL
SELECT concat_ws(' ', 'constraint', conname, conrelid::regclass, pg_get_constraintdef(oid), convalidated, conenforced)
FROM pg_constraint WHERE conrelid <> 0 AND ${ours('connamespace')}
UNION ALL
SELECT concat_ws(' ', 'domain constraint', conname, contypid::regtype, pg_get_constraintdef(oid), convalidated)
FROM pg_constraint WHERE contypid <> 0 AND ${ours('connamespace')}
UNION ALL
SELECT concat_ws(' ', 'index', pg_get_indexdef(i.indexrelid), i.indisvalid, i.indisclustered, c.reloptions)
FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE ${ours(
  'c.relnamespace',
)}
UNION ALL
SELECT concat_ws(' ', 'view', oid::regclass, pg_get_viewdef(oid)) FROM pg_class WHERE relkind IN ('v', 'm') AND ${ours(
  'relnamespace',
)}
UNION ALL
SELECT concat_ws(' ', 'sequence', seqrelid::regclass, seqtypid::regtype, seqstart, seqincrement, seqmax, seqmin, seqcache, seqcycle)
FROM pg_sequence WHERE ${ours(
  '(SELECT relnamespace FROM pg_class WHERE oid = seqrelid)',
)}
UNION ALL
SELECT concat_ws(' ', 'type', t.oid::regtype, t.typtype, format_type(t.typbasetype, t.typtypmod), t.typnotnull, t.typdefault,
                 (SELECT string_agg(enumlabel, ',' ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = t.oid))
FROM pg_type t WHERE t.typtype IN ('e', 'd', 'r') AND ${ours('t.typnamespace')}
UNION ALL
SELECT concat_ws(' ', 'function', oid::regprocedure, CASE WHEN prokind IN ('f', 'p') THEN pg_get_functiondef(oid) END, proacl)
FROM pg_proc WHERE ${ours('pronamespace')}
UNION ALL
SELECT concat_ws(' ', 'trigger', pg_get_triggerdef(oid), tgenabled) FROM pg_trigger WHERE NOT tgisinternal
UNION ALL
SELECT concat_ws(' ', 'rule', pg_get_ruledef(r.oid), ev_enabled) FROM pg_rewrite r WHERE rulename <> '_RETURN' AND ${ours(
  '(SELECT relnamespace FROM pg_class WHERE oid = ev_class)',
)}
UNION ALL
SELECT concat_ws(' ', 'policy', polname, polrelid::regclass, polcmd, polpermissive, polroles, pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid)) FROM pg_policy
UNION ALL
SELECT concat_ws(' ', 'comment', classoid::regclass, CASE WHEN classoid = 'pg_class'::regclass THEN objoid::regclass::text END,
                 (SELECT attname FROM pg_attribute WHERE attrelid = objoid AND attnum = objsubid AND objsubid > 0), description)
FROM pg_description WHERE objoid IN (SELECT oid FROM pg_class WHERE ${ours(
  'relnamespace',
)})
UNION ALL
SELECT concat_ws(' ', 'statistics', pg_get_statisticsobjdef(oid), stxstattarget) FROM pg_statistic_ext
UNION ALL
SELECT concat_ws(' ', 'publication', p.pubname, p.puballtables, (SELECT string_agg(prrelid::regclass::text, ',' ORDER BY 1) FROM pg_publication_rel WHERE prpubid = p.oid)) FROM pg_publication p
`;

/** A database of its own on that server, gone when the tests are over. */
export class ScratchDatabase {
  readonly client: Client;
  readonly #admin: Client;
  readonly #name: string;

  private constructor(client: Client, admin: Client, name: string) {
    this.client = client;
    this.#admin = admin;
    this.#name = name;
  }

  static async create(): Promise<ScratchDatabase> {
    const admin = new Client({ connectionString: databaseUrl() });
    await admin.connect();
    const name = `migrations_${process.pid}_${Math.floor(Math.random() * 1e9)}`;
    await admin.query(`CREATE DATABASE ${name}`);
    const url = new URL(databaseUrl());
    url.pathname = `/${name}`;
    const client = new Client({ connectionString: url.href });
    await client.connect();
    await client.query(`SET client_min_messages = error`);
    return new ScratchDatabase(client, admin, name);
  }

  /** Makes it empty. */
  async clear(): Promise<void> {
    const { rows } = await this.client.query(
      `SELECT 'DROP SCHEMA ' || quote_ident(nspname) || ' CASCADE' AS sql FROM pg_namespace
       WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema'
       UNION ALL SELECT 'DROP PUBLICATION ' || quote_ident(pubname) FROM pg_publication`,
    );
    for (const { sql } of rows) await this.client.query(sql);
    await this.client.query('CREATE SCHEMA public');
  }

  async remove(): Promise<void> {
    await this.client.end();
    await this.#admin.query(
      `DROP DATABASE IF EXISTS ${this.#name} WITH (FORCE)`,
    );
    await this.#admin.end();
  }

  /** Everything in the catalogs that a migration can change, by name. */
  async schema(): Promise<string[]> {
    const { rows } = await this.client.query<{ line: string }>(SCHEMA);
    return rows.map(({ line }) => line).sort();
  }

  /** Every row of every table and every sequence, as text and by column name. */
  async rows(): Promise<string[]> {
    const { rows: tables } = await this.client.query<{
      name: string;
      columns: string | null;
      kind: string;
    }>(
      `SELECT c.oid::regclass::text AS name, c.relkind AS kind,
              string_agg(quote_literal(a.attname) || ', ' || quote_ident(a.attname) || '::text', ', ' ORDER BY a.attname) AS columns
       FROM pg_class c LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
       WHERE c.relkind IN ('r', 'S', 'm') AND ${ours('c.relnamespace')}
       GROUP BY c.oid, c.relkind ORDER BY 1`,
    );
    const lines: string[] = [];
    for (const { name, columns, kind } of tables) {
      const what =
        kind === 'S'
          ? `last_value, is_called`
          : `json_build_array(${columns ?? ''})`;
      const { rows } = await this.client.query(
        `SELECT (${what})::text AS line FROM ${name} ORDER BY 1`,
      );
      lines.push(...rows.map(({ line }) => `${name} ${line}`));
    }
    return lines;
  }

  /** The relations that there are: their files tell whether they have been written anew. */
  async relations(): Promise<Map<number, RelationFile>> {
    const { rows } = await this.client.query(
      `SELECT c.oid::int AS oid, n.nspname || '.' || c.relname AS key, c.relkind AS kind,
              pg_relation_filenode(c.oid)::int AS file
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE ${ours(
         'n.oid',
       )}`,
    );
    return new Map(rows.map(({ oid, ...rest }) => [oid, rest]));
  }

  /** How often each table has been read from end to end in this transaction. */
  async scans(): Promise<Map<string, number>> {
    const { rows } = await this.client.query(
      `SELECT schemaname || '.' || relname AS key, seq_scan::int AS count FROM pg_stat_xact_user_tables`,
    );
    return new Map(rows.map(({ key, count }) => [key, count]));
  }

  /** The locks that this session holds, by relation. */
  async locks(): Promise<{ oid: number; mode: string }[]> {
    const { rows } = await this.client.query(
      `SELECT relation::int AS oid, mode FROM pg_locks
       WHERE pid = pg_backend_pid() AND locktype = 'relation' AND granted`,
    );
    return rows;
  }
}

export interface RelationFile {
  readonly key: string;
  readonly kind: string;
  readonly file: number | null;
}
