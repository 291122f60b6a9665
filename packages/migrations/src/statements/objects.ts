import type {
  AlterPolicyStmt,
  CommentStmt,
  CreateExtensionStmt,
  CreateFunctionStmt,
  CreatePolicyStmt,
  CreateSchemaStmt,
  CreateStatsStmt,
  CreateTrigStmt,
  DefElem,
  DefineStmt,
  GrantStmt,
  Node,
  RuleStmt,
} from '@pgsql/types';
import type { Relation } from '../schema/types';
import {
  argumentsOf,
  canonicalTree,
  nameOf,
  nameOfNodes,
  nameOfRange,
  partsOf,
  textOf,
  typeText,
} from '../sql/nodes';
import { keyOf } from './drop';
import { wordOf } from './objectWords';
import type { StatementRun } from './StatementRun';

/** Keeps an object and says what a new or another one means for running code. */
export function define(
  key: string,
  definition: unknown,
  on: StatementRun,
  more: Parameters<StatementRun['setObject']>[2] = {},
): void {
  const known = on.model.objects.get(key);
  on.setObject(key, definition, more);
  const now = on.model.objects.get(key);
  if (!known) on.adds(key);
  else if (!on.isNew(known) && known.definition !== now?.definition) {
    on.adds(`another ${key}`);
    on.tightens(`${key} does something else`, 'replace-object');
  }
}

export function createFunction(
  stmt: CreateFunctionStmt,
  on: StatementRun,
): void {
  const name = on.model.qualifyNew(nameOfNodes(stmt.funcname));
  const key = `function ${name}(${inputsOf(stmt.parameters).join(',')})`;
  if (!on.model.objects.has(key) && stmt.replace && !on.model.isWhole) {
    on.unknown(
      `whether ${key} is there already is not known`,
      'not-known-whether-there',
    );
  }
  const volatility = optionOf(stmt.options, 'volatility');
  define(key, { ...stmt, replace: undefined }, on, {
    volatility:
      volatility === 'immutable' || volatility === 'stable'
        ? volatility
        : 'volatile',
  });
}

/** The types of what is handed in; aggregates keep them in a list of their own. */
function inputsOf(parameters: readonly Node[] = []): string[] {
  return parameters.flatMap(node => {
    if ('List' in node) return inputsOf(node.List.items);
    if (!('FunctionParameter' in node)) return [];
    const { mode, argType } = node.FunctionParameter;
    return mode === 'FUNC_PARAM_OUT' || mode === 'FUNC_PARAM_TABLE'
      ? []
      : typeText(argType);
  });
}

function optionOf(options: readonly Node[] = [], name: string) {
  const option = options
    .flatMap((node): DefElem[] => ('DefElem' in node ? [node.DefElem] : []))
    .find(({ defname }) => defname === name);
  return textOf(option?.arg);
}

/** CREATE TRIGGER takes SHARE ROW EXCLUSIVE: nobody writes until it stands. */
export function createTrigger(stmt: CreateTrigStmt, on: StatementRun): void {
  const relation = on.model.require(nameOfRange(stmt.relation));
  on.lock(relation, 'SHARE ROW EXCLUSIVE');
  if (stmt.constrrel)
    on.lockNamed(nameOfRange(stmt.constrrel), 'SHARE ROW EXCLUSIVE');
  define(
    `trigger ${stmt.trigname ?? ''} on ${relation.key}`,
    { ...stmt, relation: undefined, replace: undefined },
    on,
    { on: relation.key },
  );
  sayItFires(`trigger ${stmt.trigname ?? ''}`, relation, on);
}

function sayItFires(what: string, relation: Relation, on: StatementRun): void {
  if (on.isNew(relation)) return;
  on.loosens(
    what,
    'add-trigger',
    `${what} fires for what running code does to ${relation.key}`,
  );
}

export function createRule(stmt: RuleStmt, on: StatementRun): void {
  const relation = on.model.require(nameOfRange(stmt.relation));
  on.lock(relation, 'ACCESS EXCLUSIVE');
  define(
    `rule ${stmt.rulename ?? ''} on ${relation.key}`,
    { ...stmt, relation: undefined, replace: undefined },
    on,
    { on: relation.key },
  );
  sayItFires(`rule ${stmt.rulename ?? ''}`, relation, on);
}

/** Policies decide who sees and writes which rows. */
export function createPolicy(
  stmt: AlterPolicyStmt | CreatePolicyStmt,
  on: StatementRun,
  isNew: boolean,
): void {
  const relation = on.model.require(nameOfRange(stmt.table));
  on.lock(relation, 'ACCESS EXCLUSIVE');
  const key = `policy ${stmt.policy_name ?? ''} on ${relation.key}`;
  if (!isNew) on.model.requireObject(key, relation.key);
  const inForce = relation.settings.get('row security') === 'on';
  const known = on.model.objects.get(key)?.definition;
  // ALTER POLICY says what changes; the rest stays.
  const former: unknown = isNew || !known ? {} : JSON.parse(known);
  if (isNew || known) {
    on.setObject(
      key,
      sorted({
        ...(former instanceof Object && former),
        ...partsOfPolicy(stmt),
      }),
      { on: relation.key },
    );
  }
  if (on.isNew(relation)) return;
  on.loosens(key);
  if (inForce || !relation.complete) on.tightens(key, 'row-security');
}

function partsOfPolicy(stmt: AlterPolicyStmt | CreatePolicyStmt) {
  const { roles, qual, with_check: check } = stmt;
  return {
    ...('cmd_name' in stmt && {
      command: stmt.cmd_name,
      permissive: stmt.permissive,
    }),
    ...(roles && { roles }),
    ...(qual && { qual }),
    ...(check && { check }),
  };
}

function sorted(fields: object): object {
  return Object.fromEntries(
    Object.entries(fields).sort(([one], [other]) => (one < other ? -1 : 1)),
  );
}

export function createExtension(
  stmt: CreateExtensionStmt,
  on: StatementRun,
): void {
  const key = `extension ${stmt.extname ?? ''}`;
  if (on.model.objects.has(key)) return;
  if (stmt.if_not_exists && !on.model.isWhole) {
    on.unknown(
      `whether ${key} is there already is not known`,
      'not-known-whether-there',
    );
  }
  on.setObject(key, '');
  on.adds(key);
}

export function createSchema(
  stmt: CreateSchemaStmt,
  on: StatementRun,
  apply: (node: Node) => void,
): void {
  const name = stmt.schemaname ?? stmt.authrole?.rolename ?? '';
  const key = `schema ${name}`;
  // The one that is always there.
  const known = on.model.objects.has(key) || name === 'public';
  if (stmt.if_not_exists && known) return;
  if (stmt.if_not_exists && !on.model.isWhole) {
    on.unknown(
      `whether ${key} is there already is not known`,
      'not-known-whether-there',
    );
  }
  on.setObject(key, '');
  on.adds(key);
  const path = on.model.searchPath;
  on.model.searchPath = [name, ...path];
  (stmt.schemaElts ?? []).forEach(apply);
  on.model.searchPath = path;
}

/** COMMENT locks what it is about like VACUUM does, so that it stays there meanwhile. */
export function comment(stmt: CommentStmt, on: StatementRun): void {
  const parts = partsOf(stmt.object);
  const word = wordOf(stmt.objtype);
  const table = tableOf(word, parts, on);
  if (table) on.lock(table, 'SHARE UPDATE EXCLUSIVE');
  const last = parts[parts.length - 1] ?? '';
  const name = table
    ? nameWithin(word, table, last)
    : `${on.model.qualify(nameOf(parts))}${
        word === 'function' ? argumentsOf(stmt.object) : ''
      }`;
  const key = `comment on ${word} ${name}`;
  if (stmt.comment) on.setObject(key, stmt.comment, { on: table?.key });
  else on.model.objects.delete(key);
}

function nameWithin(word: string, table: Relation, last: string): string {
  if (word === 'column') return `${table.key}.${last}`;
  if (['constraint', 'policy', 'rule', 'trigger'].includes(word))
    return `${last} on ${table.key}`;
  return table.key;
}

/** The table that a comment locks: its own, or the one that its object belongs to. */
function tableOf(
  word: string,
  parts: readonly string[],
  on: StatementRun,
): Relation | undefined {
  switch (word) {
    case 'table':
    case 'view':
    case 'materialized view':
    case 'foreign table':
    case 'sequence':
      return on.model.require(nameOf(parts), word);
    case 'index':
      return on.model.require(nameOf(parts), 'index');
    case 'column':
    case 'constraint':
    case 'policy':
    case 'rule':
    case 'trigger':
      return on.model.require(nameOf(parts.slice(0, -1)));
    default:
      return undefined;
  }
}

/** Privileges that are given can be taken back; who holds them already is not known. */
export function grant(stmt: GrantStmt, on: StatementRun): void {
  const objects = (stmt.objects ?? []).map(node =>
    'RangeVar' in node
      ? on.model.qualify(nameOfRange(node.RangeVar))
      : canonicalTree(node),
  );
  for (const object of objects.length > 0 ? objects : ['all']) {
    const key = `privileges on ${wordOf(
      stmt.objtype,
    )} ${object} ${canonicalTree({
      privileges: stmt.privileges,
      grantees: stmt.grantees,
      option: stmt.grant_option,
    })}`;
    if (stmt.is_grant) on.setObject(key, '', { on: object });
    else if (on.model.objects.has(key)) on.model.objects.delete(key);
    else
      on.unknown(
        `which privileges REVOKE takes from ${object} is not known`,
        'revoke',
      );
  }
  const relations = objects.flatMap(key => on.model.relations.get(key) ?? []);
  if (relations.length > 0 && relations.every(one => on.isNew(one))) return;
  if (stmt.is_grant) on.loosens(`privileges on ${objects.join(', ')}`);
  else on.removes(`privileges on ${objects.join(', ')}`, 'revoke');
}

export function createStatistics(
  stmt: CreateStatsStmt,
  on: StatementRun,
): void {
  const [range] = stmt.relations ?? [];
  const relation =
    range && 'RangeVar' in range
      ? on.model.require(nameOfRange(range.RangeVar))
      : undefined;
  on.lock(relation, 'SHARE UPDATE EXCLUSIVE');
  const name = on.model.qualifyNew(nameOfNodes(stmt.defnames));
  const key = `statistics ${name}`;
  if (stmt.if_not_exists && on.model.objects.has(key)) return;
  on.setObject(
    key,
    { ...stmt, if_not_exists: undefined },
    { on: relation?.key },
  );
}

/** `CREATE AGGREGATE`, `CREATE OPERATOR`, `CREATE COLLATION` ... */
export function defineObject(stmt: DefineStmt, on: StatementRun): void {
  const word = wordOf(stmt.kind);
  const name = on.model.qualifyNew(nameOfNodes(stmt.defnames));
  const key =
    word === 'function'
      ? `function ${name}(${inputsOf(stmt.args).join(',')})`
      : `${word} ${name}`;
  define(key, { ...stmt, replace: undefined }, on);
}

/** `ALTER FUNCTION ... STABLE` and the like: it stays the same function, which is not known. */
export function alterObject(
  object: Node | undefined,
  word: string,
  definition: unknown,
  on: StatementRun,
): void {
  if (!object) return;
  const key = keyOf(object, word, on);
  const known = on.model.requireObject(key);
  on.model.objects.set(key, {
    ...known,
    definition: canonicalTree({ was: known.definition, then: definition }),
  });
  if (!on.isNew(known))
    on.tightens(`${key} does something else`, 'replace-object');
}
