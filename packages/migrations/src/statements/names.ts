import type { SchemaModel } from '../schema/SchemaModel';
import type { QualifiedName, Relation } from '../schema/types';

/** The longest name that PostgreSQL keeps (NAMEDATALEN - 1), in octets. */
const LONGEST = 63;

/** The part of a qualified name after the schema. */
export function bareName(key: QualifiedName): string {
  return key.slice(key.indexOf('.') + 1);
}

export function schemaOf(key: QualifiedName): string {
  return key.slice(0, key.indexOf('.'));
}

/**
 * The name that PostgreSQL gives what is not named: `accounts_email_key`. The longer of
 * table and columns is cut until it fits (`makeObjectName` in indexcmds.c).
 */
function makeName(table: string, columns: string, label: string): string {
  let first = table;
  let second = columns;
  const overhead = label.length + 1 + (second === '' ? 0 : 1);
  while (first.length + second.length + overhead > LONGEST) {
    if (first.length > second.length) first = first.slice(0, -1);
    else second = second.slice(0, -1);
  }
  return [first, second, label].filter(part => part !== '').join('_');
}

/** A name for a constraint that has none, unlike the others of its table and schema. */
export function chooseName(
  model: SchemaModel,
  relation: Relation,
  columns: readonly string[],
  label: 'check' | 'excl' | 'fkey' | 'idx' | 'key' | 'pkey' | 'seq',
): string {
  const schema = schemaOf(relation.key);
  const base = bareName(relation.key);
  const joined = label === 'pkey' ? '' : columns.join('_');
  for (let attempt = 0; ; attempt++) {
    const name = makeName(base, joined, attempt ? `${label}${attempt}` : label);
    const current = model.relations.get(relation.key) ?? relation;
    const taken =
      current.constraints.has(name) ||
      (label !== 'check' &&
        label !== 'fkey' &&
        model.relations.has(`${schema}.${name}`));
    if (!taken) return name;
  }
}
