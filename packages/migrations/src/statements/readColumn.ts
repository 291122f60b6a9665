import type {
  ColumnDef,
  Constraint as ConstraintNode,
  Node,
} from '@pgsql/types';
import type { Column } from '../schema/types';
import { canonicalExpression, typeText, textsOf } from '../sql/nodes';
import type { StatementRun } from './StatementRun';

/** A column as it is declared, with the constraints that stand beside it. */
export interface DeclaredColumn {
  readonly column: Column;
  readonly constraints: readonly ConstraintNode[];
  readonly defaultNode?: Node;
  /** It owns a sequence: a serial, or an identity column. */
  readonly sequence: boolean;
  /** A default makes it unnecessary to name the column when a row is added. */
  readonly filled: boolean;
}

const SERIALS: Readonly<Record<string, string>> = {
  smallserial: 'smallint',
  serial: 'integer',
  bigserial: 'bigint',
};

/** Reads a column of `CREATE TABLE` or `ADD COLUMN`. */
export function readColumn(def: ColumnDef, on: StatementRun): DeclaredColumn {
  const written = typeText(def.typeName);
  const integer = SERIALS[written];
  const parts = (def.constraints ?? []).flatMap(node =>
    'Constraint' in node ? node.Constraint : [],
  );
  const part = (kind: ConstraintNode['contype']) =>
    parts.find(({ contype }) => contype === kind);
  const generated = part('CONSTR_GENERATED');
  const identity = part('CONSTR_IDENTITY');
  const defaultNode =
    part('CONSTR_DEFAULT')?.raw_expr ?? generated?.raw_expr ?? def.raw_default;
  const isSerial = integer !== undefined;
  const notNull =
    isSerial ||
    identity !== undefined ||
    part('CONSTR_NOTNULL') !== undefined ||
    part('CONSTR_PRIMARY') !== undefined;
  const settings = new Map<string, string>();
  if (def.collClause) {
    settings.set('collation', textsOf(def.collClause.collname).join('.'));
  }
  if (def.compression) settings.set('compression', def.compression);
  if (def.storage_name) settings.set('storage', def.storage_name);
  const column: Column = {
    name: def.colname ?? '',
    type: integer ?? written,
    notNull,
    default: isSerial ? 'nextval of its own sequence' : defaultOf(defaultNode),
    ...(generated && {
      // PostgreSQL 18 made VIRTUAL the default; before, STORED had to be written.
      generated: generated.generated_kind === 's' ? 'stored' : 'virtual',
    }),
    ...(identity && {
      identity: identity.generated_when === 'd' ? 'by default' : 'always',
    }),
    settings,
    born: on.born,
  };
  return {
    column,
    constraints: parts.filter(({ contype }) =>
      [
        'CONSTR_CHECK',
        'CONSTR_FOREIGN',
        'CONSTR_PRIMARY',
        'CONSTR_UNIQUE',
      ].includes(contype ?? ''),
    ),
    ...(defaultNode && { defaultNode }),
    sequence: isSerial || identity !== undefined,
    filled: isSerial || identity !== undefined || !isNull(defaultNode),
  };
}

/** A default as a canonical tree; `DEFAULT NULL` is none. */
export function defaultOf(node: Node | undefined): string | null {
  return isNull(node) ? null : canonicalExpression(node);
}

function isNull(node: Node | undefined): boolean {
  if (!node) return true;
  if ('TypeCast' in node) return isNull(node.TypeCast.arg);
  return 'A_Const' in node && node.A_Const.isnull === true;
}
