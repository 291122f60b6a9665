import type { Constraint as ConstraintNode, Node } from '@pgsql/types';
import type { Constraint, Relation } from '../schema/types';
import {
  canonicalTree,
  columnsIn,
  nameOfRange,
  textOf,
  textsOf,
} from '../sql/nodes';
import { chooseName } from './names';
import type { StatementRun } from './StatementRun';

/**
 * Reads a constraint of a table, under the name that PostgreSQL would give it.
 *
 * @param ofColumn - the column beside which it stands. Absent: it is the table's.
 */
export function readConstraint(
  node: ConstraintNode,
  relation: Relation,
  on: StatementRun,
  ofColumn?: string,
): Constraint | undefined {
  const { model } = on;
  const common = {
    validated: !node.skip_validation && node.is_enforced !== false,
    enforced: isEnforced(node),
    provesNotNull: [],
    born: on.born,
  };
  const keys = textsOf(node.keys);
  const columns = keys.length > 0 ? keys : [ofColumn ?? []].flat();
  switch (node.contype) {
    case 'CONSTR_CHECK': {
      const named = columnsIn(node.raw_expr);
      return {
        ...common,
        name:
          node.conname ??
          chooseName(model, relation, named.length === 1 ? named : [], 'check'),
        kind: 'check',
        columns: named,
        definition: canonicalTree({ check: node.raw_expr }),
        provesNotNull: notNullColumns(node.raw_expr),
      };
    }
    case 'CONSTR_PRIMARY':
    case 'CONSTR_UNIQUE': {
      const isPrimary = node.contype === 'CONSTR_PRIMARY';
      const index = node.indexname
        ? model.find({
            schema: relation.key.split('.')[0],
            name: node.indexname,
          })
        : undefined;
      const ofIndex = index ? index.uses : columns;
      return {
        ...common,
        validated: true,
        enforced: true,
        name:
          node.conname ??
          node.indexname ??
          chooseName(model, relation, ofIndex, isPrimary ? 'pkey' : 'key'),
        kind: isPrimary ? 'primary key' : 'unique',
        columns: ofIndex,
        definition: canonicalTree({
          columns: ofIndex,
          including: node.including,
          nullsNotDistinct: node.nulls_not_distinct,
          deferrable: node.deferrable,
          withoutOverlaps: node.without_overlaps,
        }),
      };
    }
    case 'CONSTR_FOREIGN': {
      const own = textsOf(node.fk_attrs);
      const from = own.length > 0 ? own : columns;
      const target = model.require(nameOfRange(node.pktable));
      const to = textsOf(node.pk_attrs);
      return {
        ...common,
        name: node.conname ?? chooseName(model, relation, from, 'fkey'),
        kind: 'foreign key',
        columns: from,
        references: target.key,
        referencedColumns: to,
        definition: canonicalTree({
          from,
          references: target.key,
          to,
          match: node.fk_matchtype,
          onUpdate: node.fk_upd_action,
          onDelete: node.fk_del_action,
          deferrable: node.deferrable,
          initiallyDeferred: node.initdeferred,
        }),
      };
    }
    case 'CONSTR_EXCLUSION':
      return {
        ...common,
        validated: true,
        enforced: true,
        name: node.conname ?? chooseName(model, relation, columns, 'excl'),
        kind: 'exclusion',
        columns: [],
        definition: canonicalTree({
          exclude: node.exclusions,
          method: node.access_method,
          where: node.where_clause,
        }),
      };
    case 'CONSTR_NOTNULL':
      return {
        ...common,
        name: node.conname ?? notNullName(relation, columns[0] ?? ''),
        kind: 'not null',
        columns,
        definition: canonicalTree({ notNull: columns }),
        provesNotNull: columns,
      };
    default:
      return undefined;
  }
}

/** The name of a NOT NULL that has none, since PostgreSQL 18 keeps them as constraints. */
export function notNullName(relation: Relation, column: string): string {
  return `${relation.key.slice(
    relation.key.indexOf('.') + 1,
  )}_${column}_not_null`;
}

/** The tree leaves out what is false; only kinds that may be unenforced say that they are not. */
function isEnforced(node: ConstraintNode): boolean {
  const mayBeUnenforced =
    node.contype === 'CONSTR_CHECK' || node.contype === 'CONSTR_FOREIGN';
  return !mayBeUnenforced || node.is_enforced === true;
}

/** The columns that `CHECK (a IS NOT NULL AND ...)` keeps from being null. */
function notNullColumns(expression: Node | undefined): string[] {
  if (!expression) return [];
  if ('BoolExpr' in expression) {
    const { boolop, args = [] } = expression.BoolExpr;
    return boolop === 'AND_EXPR' ? args.flatMap(notNullColumns) : [];
  }
  if (!('NullTest' in expression)) return [];
  const { arg, nulltesttype } = expression.NullTest;
  if (nulltesttype !== 'IS_NOT_NULL' || !arg || !('ColumnRef' in arg)) {
    return [];
  }
  const name = textOf(arg.ColumnRef.fields?.[0]);
  return name === undefined ? [] : [name];
}
