/** Whether a namespace is not PostgreSQL's own. */
function ours(namespace: string): string {
  return `${namespace} IN (SELECT oid FROM pg_catalog.pg_namespace WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema')`;
}

/** Whether an object is not part of an extension, which is compared by its version. */
function own(catalog: string, oid: string): string {
  return `NOT EXISTS (SELECT FROM pg_catalog.pg_depend WHERE classid = 'pg_catalog.${catalog}'::regclass AND objid = ${oid} AND deptype = 'e')`;
}

/** The words of `relkind`. */
const KIND = `CASE c.relkind WHEN 'r' THEN 'table' WHEN 'p' THEN 'table' WHEN 'v' THEN 'view'
  WHEN 'm' THEN 'materialized view' WHEN 'S' THEN 'sequence' WHEN 'f' THEN 'foreign table' ELSE 'type' END`;

/** Catalogs of which only names are compared; their first free oid is 16384. */
const NAMED = [
  'pg_cast',
  'pg_collation',
  'pg_conversion',
  'pg_event_trigger',
  'pg_foreign_data_wrapper',
  'pg_foreign_server',
  'pg_language',
  'pg_opclass',
  'pg_operator',
  'pg_opfamily',
  'pg_transform',
  'pg_ts_config',
  'pg_ts_dict',
  'pg_ts_parser',
  'pg_ts_template',
];

/**
 * Everything in the catalogs that a migration can change, as rows of (key, parent, table,
 * facts). With an empty search path all names come with their schema, so that two
 * databases say the same of the same. What only some versions of PostgreSQL know is taken
 * from the row as JSON, so that each of them can be asked.
 */
export const CATALOG_QUERIES: readonly string[] = [
  `SELECT 'schema ' || quote_ident(nspname) AS key, NULL AS parent, NULL AS "table",
          jsonb_build_object('owner', pg_get_userbyid(nspowner), 'privileges', nspacl::text) AS facts
   FROM pg_namespace WHERE ${ours('oid')}`,

  `SELECT ${KIND} || ' ' || c.oid::regclass AS key, 'schema ' || c.relnamespace::regnamespace AS parent,
          CASE WHEN c.relkind IN ('r', 'p', 'm', 'f') THEN c.oid::regclass::text END AS "table",
          jsonb_build_object(
            'persistence', c.relpersistence, 'replica identity', c.relreplident,
            'populated', c.relispopulated, 'row security', c.relrowsecurity, 'forced row security', c.relforcerowsecurity,
            'settings', c.reloptions, 'partition key', pg_get_partkeydef(c.oid),
            'partition bound', pg_get_expr(c.relpartbound, c.oid),
            'tablespace', (SELECT spcname FROM pg_tablespace t WHERE t.oid = c.reltablespace),
            'owner', pg_get_userbyid(c.relowner),
            'privileges', coalesce(c.relacl, acldefault(CASE c.relkind WHEN 'S' THEN 's'::"char" ELSE 'r' END, c.relowner))::text,
            'parents', (SELECT string_agg(inhparent::regclass::text, ', ' ORDER BY inhseqno) FROM pg_inherits WHERE inhrelid = c.oid),
            'definition', CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) END) AS facts
   FROM pg_class c WHERE c.relkind IN ('r', 'p', 'v', 'm', 'S', 'f', 'c') AND ${ours(
     'c.relnamespace',
   )} AND ${own('pg_class', 'c.oid')}`,

  `SELECT 'column ' || c.oid::regclass || '.' || quote_ident(a.attname) AS key, ${KIND} || ' ' || c.oid::regclass AS parent,
          c.oid::regclass::text AS "table",
          jsonb_build_object(
            'type', format_type(a.atttypid, a.atttypmod), 'not null', a.attnotnull, 'identity', a.attidentity,
            'generated', a.attgenerated, 'storage', a.attstorage, 'compression', to_jsonb(a)->>'attcompression',
            'statistics target', CASE WHEN a.attstattarget >= 0 THEN a.attstattarget END, 'settings', a.attoptions,
            'collation', nullif(a.attcollation, 0)::regcollation::text, 'privileges', a.attacl::text,
            'default', pg_get_expr(d.adbin, d.adrelid)) AS facts
   FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
   LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
   WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'c') AND ${ours(
     'c.relnamespace',
   )} AND ${own('pg_class', 'c.oid')}`,

  `SELECT 'constraint ' || quote_ident(t.conname) || ' of ' || t.conrelid::regclass AS key, ${KIND} || ' ' || c.oid::regclass AS parent,
          t.conrelid::regclass::text AS "table",
          jsonb_build_object('definition', pg_get_constraintdef(t.oid), 'validated', t.convalidated,
            'enforced', to_jsonb(t)->>'conenforced') AS facts
   FROM pg_constraint t JOIN pg_class c ON c.oid = t.conrelid WHERE ${ours(
     't.connamespace',
   )} AND ${own('pg_class', 'c.oid')}`,

  `SELECT 'index ' || i.indexrelid::regclass AS key, 'table ' || i.indrelid::regclass AS parent, i.indrelid::regclass::text AS "table",
          jsonb_build_object('definition', pg_get_indexdef(i.indexrelid), 'valid', i.indisvalid,
            'clustered', i.indisclustered, 'replica identity', i.indisreplident, 'settings', c.reloptions) AS facts
   FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
   WHERE ${ours('c.relnamespace')} AND ${own('pg_class', 'i.indrelid')}`,

  `SELECT 'numbers of sequence ' || seqrelid::regclass AS key, 'sequence ' || seqrelid::regclass AS parent, NULL AS "table",
          jsonb_build_object('type', seqtypid::regtype, 'start', seqstart, 'increment', seqincrement, 'maximum', seqmax,
            'minimum', seqmin, 'cache', seqcache, 'cycle', seqcycle,
            'owned by', (SELECT refobjid::regclass || '.' || quote_ident(attname) FROM pg_depend
                         JOIN pg_attribute ON attrelid = refobjid AND attnum = refobjsubid
                         WHERE classid = 'pg_class'::regclass AND objid = seqrelid AND refclassid = 'pg_class'::regclass
                           AND deptype IN ('a', 'i'))) AS facts
   FROM pg_sequence JOIN pg_class c ON c.oid = seqrelid WHERE ${ours(
     'c.relnamespace',
   )} AND ${own('pg_class', 'seqrelid')}`,

  `SELECT 'type ' || t.oid::regtype AS key, 'schema ' || t.typnamespace::regnamespace AS parent, NULL AS "table",
          jsonb_build_object('kind', t.typtype, 'base', CASE WHEN t.typtype = 'd' THEN format_type(t.typbasetype, t.typtypmod) END,
            'not null', t.typnotnull, 'default', t.typdefault, 'owner', pg_get_userbyid(t.typowner), 'privileges', t.typacl::text,
            'values', (SELECT string_agg(quote_literal(enumlabel), ', ' ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = t.oid),
            'range of', (SELECT rngsubtype::regtype::text FROM pg_range WHERE rngtypid = t.oid)) AS facts
   FROM pg_type t WHERE t.typtype IN ('e', 'd', 'r') AND ${ours(
     't.typnamespace',
   )} AND ${own('pg_type', 't.oid')}`,

  `SELECT 'constraint ' || quote_ident(conname) || ' of type ' || contypid::regtype AS key, 'type ' || contypid::regtype AS parent, NULL AS "table",
          jsonb_build_object('definition', pg_get_constraintdef(oid), 'validated', convalidated) AS facts
   FROM pg_constraint WHERE contypid <> 0 AND ${ours('connamespace')}`,

  `SELECT 'function ' || p.oid::regprocedure AS key, 'schema ' || p.pronamespace::regnamespace AS parent, NULL AS "table",
          jsonb_build_object('definition', CASE WHEN p.prokind = 'a' THEN pg_get_function_result(p.oid) ELSE pg_get_functiondef(p.oid) END,
            'owner', pg_get_userbyid(p.proowner), 'privileges', p.proacl::text) AS facts
   FROM pg_proc p WHERE ${ours('p.pronamespace')} AND ${own('pg_proc', 'p.oid')}
     AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_proc'::regclass AND objid = p.oid AND deptype = 'i')`,

  `SELECT 'trigger ' || quote_ident(tgname) || ' on ' || tgrelid::regclass AS key, ${KIND} || ' ' || tgrelid::regclass AS parent,
          tgrelid::regclass::text AS "table",
          jsonb_build_object('definition', pg_get_triggerdef(t.oid), 'enabled', tgenabled) AS facts
   FROM pg_trigger t JOIN pg_class c ON c.oid = tgrelid WHERE NOT tgisinternal`,

  `SELECT 'rule ' || quote_ident(rulename) || ' on ' || ev_class::regclass AS key, ${KIND} || ' ' || ev_class::regclass AS parent,
          ev_class::regclass::text AS "table",
          jsonb_build_object('definition', pg_get_ruledef(r.oid), 'enabled', ev_enabled) AS facts
   FROM pg_rewrite r JOIN pg_class c ON c.oid = ev_class WHERE rulename <> '_RETURN' AND ${ours(
     'c.relnamespace',
   )}`,

  `SELECT 'policy ' || quote_ident(polname) || ' on ' || polrelid::regclass AS key, 'table ' || polrelid::regclass AS parent,
          polrelid::regclass::text AS "table",
          jsonb_build_object('command', polcmd, 'permissive', polpermissive,
            'roles', (SELECT string_agg(CASE role WHEN 0 THEN 'public' ELSE role::regrole::text END, ', ' ORDER BY role) FROM unnest(polroles) role),
            'using', pg_get_expr(polqual, polrelid), 'check', pg_get_expr(polwithcheck, polrelid)) AS facts
   FROM pg_policy`,

  `SELECT 'comment on ' || pg_describe_object(classoid, objoid, objsubid) AS key, NULL AS parent, NULL AS "table",
          jsonb_build_object('text', description) AS facts
   FROM pg_description WHERE objoid >= 16384 OR (classoid = 'pg_namespace'::regclass AND ${ours(
     'objoid',
   )})`,

  `SELECT 'statistics ' || quote_ident(stxnamespace::regnamespace::text) || '.' || quote_ident(stxname) AS key, 'table ' || stxrelid::regclass AS parent,
          stxrelid::regclass::text AS "table",
          jsonb_build_object('definition', pg_get_statisticsobjdef(oid), 'target', CASE WHEN stxstattarget >= 0 THEN stxstattarget END) AS facts
   FROM pg_statistic_ext`,

  `SELECT 'publication ' || quote_ident(pubname) AS key, NULL AS parent, NULL AS "table",
          jsonb_build_object('all tables', puballtables, 'operations', concat(pubinsert, pubupdate, pubdelete, pubtruncate),
            'tables', (SELECT string_agg(prrelid::regclass::text, ', ' ORDER BY prrelid::regclass::text) FROM pg_publication_rel WHERE prpubid = p.oid)) AS facts
   FROM pg_publication p`,

  `SELECT 'extension ' || quote_ident(extname) AS key, NULL AS parent, NULL AS "table",
          jsonb_build_object('version', extversion, 'schema', extnamespace::regnamespace) AS facts
   FROM pg_extension`,

  `SELECT 'default privileges ' || concat_ws(' ', defaclrole::regrole, nullif(defaclnamespace, 0)::regnamespace, defaclobjtype) AS key,
          NULL AS parent, NULL AS "table", jsonb_build_object('privileges', defaclacl::text) AS facts
   FROM pg_default_acl`,

  `SELECT 'large objects' AS key, NULL AS parent, NULL AS "table", jsonb_build_object('count', count(*)) AS facts FROM pg_largeobject_metadata`,

  ...NAMED.map(
    catalog => `SELECT pg_describe_object('pg_catalog.${catalog}'::regclass, oid, 0) AS key, NULL AS parent, NULL AS "table",
          '{}'::jsonb AS facts
   FROM pg_catalog.${catalog} o WHERE oid >= 16384 AND ${own(
      catalog,
      'o.oid',
    )}`,
  ),
];

/** The columns of each table in their order, which statements without names rely on. */
export const COLUMN_ORDER = `
SELECT c.oid::regclass::text AS "table", string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) AS columns
FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
WHERE c.relkind IN ('r', 'p', 'm', 'v') AND ${ours('c.relnamespace')}
GROUP BY c.oid`;

/** The tables that hold rows of their own, with the columns that tell them apart. */
export const TABLES = `
SELECT c.oid::regclass::text AS name, c.relkind = 'm' AS "isView",
       (SELECT array_agg(a.attname::text ORDER BY a.attname) FROM pg_attribute a
        WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
       (SELECT array_agg(a.attname::text ORDER BY k.place)
        FROM (SELECT i.indkey FROM pg_index i
              WHERE i.indrelid = c.oid AND i.indisunique AND i.indisvalid AND i.indpred IS NULL AND i.indexprs IS NULL
                AND NOT EXISTS (SELECT FROM pg_attribute n WHERE n.attrelid = c.oid AND n.attnum = ANY (i.indkey) AND NOT n.attnotnull)
              ORDER BY i.indisprimary DESC, i.indexrelid::regclass::text LIMIT 1) best,
             unnest(best.indkey) WITH ORDINALITY AS k (attnum, place)
             JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = k.attnum) AS key
FROM pg_class c
WHERE c.relkind IN ('r', 'm') AND c.relispopulated AND ${ours(
  'c.relnamespace',
)} AND ${own('pg_class', 'c.oid')}
ORDER BY 1`;

/** The sequences, and by how much each of them goes on. */
export const SEQUENCES = `
SELECT c.oid::regclass::text AS name, s.seqincrement::text AS increment
FROM pg_class c JOIN pg_sequence s ON s.seqrelid = c.oid
WHERE ${ours('c.relnamespace')} AND ${own('pg_class', 'c.oid')} ORDER BY 1`;
