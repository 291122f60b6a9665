import type { Node } from '@pgsql/types';
import type { SchemaModel } from '../schema/SchemaModel';
import { textsOf, walk } from '../sql/nodes';

/**
 * Functions whose result changes from row to row (`provolatile = 'v'` in PostgreSQL 18's
 * pg_proc, and of the extensions pgcrypto and uuid-ossp).
 */
const VOLATILE = new Set([
  'clock_timestamp',
  'currval',
  'gen_random_bytes',
  'gen_random_uuid',
  'gen_salt',
  'lastval',
  'nextval',
  'random',
  'random_normal',
  'setseed',
  'setval',
  'timeofday',
  'txid_current',
  'uuid_generate_v1',
  'uuid_generate_v1mc',
  'uuid_generate_v4',
  'uuidv4',
  'uuidv7',
]);

/** Immutable or stable functions that defaults and indexes call. */
const STEADY =
  /^(abs|age|array_\w+|btrim|ceil|ceiling|chr|concat|concat_ws|convert_\w+|current_\w+|date_\w+|decode|digest|encode|extract|floor|format|hashtext|initcap|json_\w+|jsonb_\w+|json\w*_build_\w+|to_json|to_jsonb|left|length|lower|lpad|ltrim|make_\w+|md5|mod|now|nullif|numrange|octet_length|overlay|pg_get_serial_sequence|position|power|quote_\w+|regexp_\w+|repeat|replace|reverse|right|round|row_to_json|rpad|rtrim|sha\d+|split_part|sqrt|starts_with|statement_timestamp|strpos|substr|substring|timezone|to_\w+|transaction_timestamp|translate|trim|trunc|tsrange|tstzrange|daterange|int4range|int8range|unaccent|upper|user|uuid_nil|uuid_ns_\w+|version|count|sum|min|max|avg|string_agg|bool_or|bool_and|row_number|rank|dense_rank|lag|lead|first_value|last_value|generate_series|unnest|setweight|tsvector_\w+|pg_typeof|cardinality|isempty|isfinite|justify_\w+|width_bucket|bit_length|char_length|character_length|ascii|similarity|word_similarity|st_\w+|has_\w+_privilege|pg_backend_pid|txid_current_if_assigned|pg_size_pretty|pg_relation_size|pg_total_relation_size|obj_description|col_description|format_type|percentile_\w+|mode|every|xmlparse|xpath|inet_\w+|host|masklen|network|family)$/;

/** Whether every evaluation of an expression gives the same within one statement. */
export type Volatility = 'steady' | 'unknown' | 'volatile';

/** The worst of the functions that an expression calls. */
export function volatilityOf(
  expression: Node | undefined,
  model: SchemaModel,
): Volatility {
  let worst: Volatility = 'steady';
  const meet = (volatility: Volatility) => {
    if (volatility === 'volatile') worst = 'volatile';
    else if (volatility === 'unknown' && worst === 'steady') worst = 'unknown';
  };
  walk({ expression }, (name, value) => {
    if (name === 'FuncCall' && 'funcname' in value) {
      meet(volatilityOfFunction(namesOf(value.funcname), model));
    }
  });
  return worst;
}

/** Functions that are called and may do anything: none of PostgreSQL's that only compute. */
export function effectfulCalls(tree: unknown, model: SchemaModel): string[] {
  const found = new Set<string>();
  walk({ tree }, (name, value) => {
    if (name !== 'FuncCall' || !('funcname' in value)) return;
    const parts = namesOf(value.funcname);
    const called = parts[parts.length - 1] ?? '';
    if (volatilityOfFunction(parts, model) === 'steady') return;
    const isOurs = [...model.objects.keys()].some(key =>
      key.includes(`.${called}(`),
    );
    if (isOurs || !VOLATILE.has(called)) found.add(called);
  });
  return [...found];
}

function namesOf(nodes: unknown): string[] {
  return Array.isArray(nodes) ? textsOf(nodes) : [];
}

function volatilityOfFunction(
  parts: readonly string[],
  model: SchemaModel,
): Volatility {
  const name = parts[parts.length - 1] ?? '';
  const schema = parts.length > 1 ? parts[parts.length - 2] : undefined;
  if (schema !== 'pg_catalog') {
    const candidates = schema === undefined ? model.searchPath : [schema];
    for (const candidate of candidates) {
      const prefix = `function ${candidate}.${name}(`;
      for (const [key, { volatility }] of model.objects) {
        if (key.startsWith(prefix)) {
          if (volatility === undefined) return 'unknown';
          return volatility === 'volatile' ? 'volatile' : 'steady';
        }
      }
    }
  }
  if (VOLATILE.has(name)) return 'volatile';
  return STEADY.test(name) ? 'steady' : 'unknown';
}
