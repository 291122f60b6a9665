import type { Node } from '@pgsql/types';
import { canonicalTree, nameOfNodes, nameOfRange, walk } from '../sql/nodes';
import type { ParsedStatement } from '../sql/parseSql';
import type { SchemaModel } from '../schema/SchemaModel';
import { alterTable } from './alterTable';
import { createTable } from './createTable';
import { copy, insert, merge, remove, select, truncate, update } from './data';
import { drop } from './drop';
import type { PlacedEffect } from './effects';
import { createIndex, reindex } from './indexes';
import {
  alterObject,
  comment,
  createExtension,
  createFunction,
  createPolicy,
  createRule,
  createSchema,
  createStatistics,
  createTrigger,
  define,
  defineObject,
  grant,
} from './objects';
import { wordOf } from './objectWords';
import { rename, setOwner, setSchema } from './rename';
import { alterSequence, createSequence } from './sequences';
import {
  cluster,
  lockTables,
  setVariable,
  transaction,
  vacuum,
} from './session';
import { StatementRun, type ScriptRun } from './StatementRun';
import {
  alterDomain,
  alterEnum,
  createComposite,
  createDomain,
  createEnum,
  createRange,
} from './types';
import { createTableAs, createView, refreshView } from './views';

/** Applies one statement to a schema, and adds what it does besides. */
export function applyStatement(
  statement: ParsedStatement,
  model: SchemaModel,
  script: ScriptRun,
  effects: PlacedEffect[],
): void {
  const { node, position } = statement;
  const on = new StatementRun(
    model,
    script,
    { statement: nameStatement(node), position },
    effects,
  );
  useOfFreshValues(node, on);
  apply(node, on);
}

/** What a statement is called, for people. */
function nameStatement(node: Node): string {
  const [kind = ''] = Object.keys(node);
  return kind
    .replace(/Stmt$/, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLocaleUpperCase('en-US');
}

function apply(node: Node, on: StatementRun): void {
  if (applyTable(node, on)) return;
  if (applyData(node, on)) return;
  if (applyObject(node, on)) return;
  const [kind = 'a statement'] = Object.keys(node);
  on.unknown(`${kind} is not understood`);
}

function applyTable(node: Node, on: StatementRun): boolean {
  if ('CreateStmt' in node) createTable(node.CreateStmt, on);
  else if ('AlterTableStmt' in node) alterTable(node.AlterTableStmt, on);
  else if ('IndexStmt' in node) createIndex(node.IndexStmt, on);
  else if ('ReindexStmt' in node) reindex(node.ReindexStmt, on);
  else if ('DropStmt' in node) drop(node.DropStmt, on);
  else if ('RenameStmt' in node) rename(node.RenameStmt, on);
  else if ('AlterObjectSchemaStmt' in node)
    setSchema(node.AlterObjectSchemaStmt, on);
  else if ('AlterOwnerStmt' in node) setOwner(node.AlterOwnerStmt, on);
  else if ('ViewStmt' in node) createView(node.ViewStmt, on);
  else if ('CreateTableAsStmt' in node)
    createTableAs(node.CreateTableAsStmt, on);
  else if ('RefreshMatViewStmt' in node)
    refreshView(node.RefreshMatViewStmt, on);
  else if ('CreateSeqStmt' in node) createSequence(node.CreateSeqStmt, on);
  else if ('AlterSeqStmt' in node) alterSequence(node.AlterSeqStmt, on);
  else if ('CreateForeignTableStmt' in node) {
    createTable(node.CreateForeignTableStmt.base ?? {}, on, 'foreign table');
  } else return false;
  return true;
}

function applyData(node: Node, on: StatementRun): boolean {
  if ('InsertStmt' in node) insert(node.InsertStmt, on);
  else if ('UpdateStmt' in node) update(node.UpdateStmt, on);
  else if ('DeleteStmt' in node) remove(node.DeleteStmt, on);
  else if ('MergeStmt' in node) merge(node.MergeStmt, on);
  else if ('CopyStmt' in node) copy(node.CopyStmt, on);
  else if ('TruncateStmt' in node) truncate(node.TruncateStmt, on);
  else if ('SelectStmt' in node) select(node.SelectStmt, on);
  else if ('TransactionStmt' in node) transaction(node.TransactionStmt, on);
  else if ('VariableSetStmt' in node) setVariable(node.VariableSetStmt, on);
  else if ('LockStmt' in node) lockTables(node.LockStmt, on);
  else if ('VacuumStmt' in node) vacuum(node.VacuumStmt, on);
  else if ('ClusterStmt' in node) cluster(node.ClusterStmt, on);
  else if ('ExplainStmt' in node) {
    // With ANALYZE the statement is run.
    const { query } = node.ExplainStmt;
    if (query) apply(query, on);
  } else if ('DoStmt' in node) {
    on.unknown('what a DO block does is decided when it runs', 'dynamic-sql');
  } else if ('CallStmt' in node) {
    on.unknown(
      'what a procedure does is decided when it runs',
      'calls-function',
    );
  } else if (
    'VariableShowStmt' in node ||
    'NotifyStmt' in node ||
    'CheckPointStmt' in node ||
    'ConstraintsSetStmt' in node ||
    'DiscardStmt' in node
  ) {
    // They leave nothing behind.
  } else return false;
  return true;
}

function applyObject(node: Node, on: StatementRun): boolean {
  if ('CreateEnumStmt' in node) createEnum(node.CreateEnumStmt, on);
  else if ('AlterEnumStmt' in node) alterEnum(node.AlterEnumStmt, on);
  else if ('CreateDomainStmt' in node) createDomain(node.CreateDomainStmt, on);
  else if ('AlterDomainStmt' in node) alterDomain(node.AlterDomainStmt, on);
  else if ('CompositeTypeStmt' in node)
    createComposite(node.CompositeTypeStmt, on);
  else if ('CreateRangeStmt' in node) createRange(node.CreateRangeStmt, on);
  else if ('CreateFunctionStmt' in node)
    createFunction(node.CreateFunctionStmt, on);
  else if ('AlterFunctionStmt' in node) {
    const { func, actions } = node.AlterFunctionStmt;
    if (func) alterObject({ ObjectWithArgs: func }, 'function', actions, on);
  } else if ('CreateTrigStmt' in node) createTrigger(node.CreateTrigStmt, on);
  else if ('RuleStmt' in node) createRule(node.RuleStmt, on);
  else if ('CreatePolicyStmt' in node)
    createPolicy(node.CreatePolicyStmt, on, true);
  else if ('AlterPolicyStmt' in node)
    createPolicy(node.AlterPolicyStmt, on, false);
  else if ('CreateExtensionStmt' in node)
    createExtension(node.CreateExtensionStmt, on);
  else if ('CreateSchemaStmt' in node) {
    createSchema(node.CreateSchemaStmt, on, inner => apply(inner, on));
  } else if ('CommentStmt' in node) comment(node.CommentStmt, on);
  else if ('GrantStmt' in node) grant(node.GrantStmt, on);
  else if ('CreateStatsStmt' in node)
    createStatistics(node.CreateStatsStmt, on);
  else if ('DefineStmt' in node) defineObject(node.DefineStmt, on);
  else return applyRarer(node, on);
  return true;
}

function applyRarer(node: Node, on: StatementRun): boolean {
  if ('CreateEventTrigStmt' in node) {
    define(
      `event trigger ${node.CreateEventTrigStmt.trigname ?? ''}`,
      node,
      on,
    );
  } else if ('CreateCastStmt' in node) {
    const { sourcetype, targettype } = node.CreateCastStmt;
    define(
      `cast ${canonicalTree([sourcetype?.names, targettype?.names])}`,
      node,
      on,
    );
  } else if ('CreateFdwStmt' in node) {
    define(`fdw ${node.CreateFdwStmt.fdwname ?? ''}`, node, on);
  } else if ('CreateForeignServerStmt' in node) {
    define(`server ${node.CreateForeignServerStmt.servername ?? ''}`, node, on);
  } else if ('CreatePublicationStmt' in node) {
    const { pubname = '', pubobjects = [] } = node.CreatePublicationStmt;
    for (const object of pubobjects) lockPublished(object, on);
    define(`publication ${pubname}`, node, on);
  } else if ('AlterPublicationStmt' in node) {
    const { pubname = '', pubobjects = [] } = node.AlterPublicationStmt;
    for (const object of pubobjects) lockPublished(object, on);
    alterObject({ String: { sval: pubname } }, 'publication', node, on);
  } else if ('CreateRoleStmt' in node) {
    define(`role ${node.CreateRoleStmt.role ?? ''}`, node, on);
  } else if ('AlterExtensionStmt' in node) {
    alterObject(
      { String: { sval: node.AlterExtensionStmt.extname } },
      'extension',
      node,
      on,
    );
    on.unknown(
      `what an update of extension ${
        node.AlterExtensionStmt.extname ?? ''
      } changes is not known`,
    );
  } else if ('AlterStatsStmt' in node) {
    const key = on.model.qualify(nameOfNodes(node.AlterStatsStmt.defnames));
    const known = on.model.requireObject(`statistics ${key}`);
    on.model.objects.set(known.key, {
      ...known,
      definition: canonicalTree(node),
    });
  } else if ('AlterTypeStmt' in node) {
    on.unknown(
      `what ALTER TYPE SET does to ${
        nameOfNodes(node.AlterTypeStmt.typeName).name
      } is not known`,
    );
  } else if ('AlterObjectDependsStmt' in node) {
    const { objectType, relation } = node.AlterObjectDependsStmt;
    on.unknown(
      `what a ${wordOf(objectType)}${
        relation ? ` of ${nameOfRange(relation).name}` : ''
      } depends on is not followed`,
    );
  } else return false;
  return true;
}

function lockPublished(object: Node, on: StatementRun): void {
  if (!('PublicationObjSpec' in object)) return;
  const { relation } = object.PublicationObjSpec.pubtable ?? {};
  if (relation) on.lockNamed(nameOfRange(relation), 'SHARE UPDATE EXCLUSIVE');
}

/**
 * A value that ALTER TYPE has added in this transaction fails where it is used
 * ("unsafe use of new value"; ALTER TYPE, Notes). Functions keep their body as text.
 */
function useOfFreshValues(node: Node, on: StatementRun): void {
  const { freshEnumValues, inTransaction } = on.script;
  if (freshEnumValues.size === 0 || inTransaction === false) return;
  if (
    'CreateFunctionStmt' in node ||
    'AlterEnumStmt' in node ||
    'CommentStmt' in node
  )
    return;
  walk({ node }, (name, value) => {
    if (name !== 'sval' || !('sval' in value)) return;
    if (typeof value.sval === 'string' && freshEnumValues.has(value.sval)) {
      on.mayFail(
        `'${value.sval}' has been added to its type in the same transaction, which may not use it yet`,
        'enum-value-used-too-early',
      );
    }
  });
}
