import type { AlterTableStmt } from '@pgsql/types';
import type { Relation } from '../schema/types';
import { nameOfRange, typeText, type WrittenName } from '../sql/nodes';
import type { StatementRun } from './StatementRun';

/** `ALTER TYPE ... ADD ATTRIBUTE` and so on: a composite type is a relation without rows. */
export function alterComposite(
  stmt: AlterTableStmt,
  relation: Relation,
  on: StatementRun,
): void {
  const name: WrittenName = nameOfRange(stmt.relation);
  const type = on.model.requireType(name);
  on.lock(relation, 'ACCESS EXCLUSIVE');
  for (const node of stmt.cmds ?? []) {
    if (!('AlterTableCmd' in node)) continue;
    const { subtype, name: attribute = '', def } = node.AlterTableCmd;
    const current = on.model.relations.get(relation.key) ?? relation;
    const columns = new Map(current.columns);
    if (subtype === 'AT_AddColumn' && def && 'ColumnDef' in def) {
      const { colname = '', typeName } = def.ColumnDef;
      columns.set(colname, {
        name: colname,
        type: typeText(typeName),
        notNull: false,
        default: null,
        settings: new Map(),
        born: on.born,
      });
      on.adds(`attribute ${colname} of ${type.key}`);
      if (!on.isNew(type))
        on.tightens(
          `rows of type ${type.key} have one more attribute`,
          'change-type',
        );
    } else if (subtype === 'AT_DropColumn') {
      columns.delete(attribute);
      if (!on.isNew(type)) {
        on.removes(`attribute ${attribute} of ${type.key}`, 'drop-column');
        on.loses(
          `attribute ${attribute} of ${type.key} wherever it is stored`,
          'drop-column',
          false,
        );
      }
    } else if (subtype === 'AT_AlterColumnType' && def && 'ColumnDef' in def) {
      const to = typeText(def.ColumnDef.typeName);
      const known = columns.get(attribute);
      if (known) columns.set(attribute, { ...known, type: to });
      if (!on.isNew(type)) {
        on.tightens(
          `attribute ${attribute} of ${type.key} becomes ${to}`,
          'change-type',
        );
      }
    } else {
      on.unknown(`what ALTER TYPE does to ${type.key} is not known`);
    }
    on.model.update(relation.key, { columns });
  }
}
