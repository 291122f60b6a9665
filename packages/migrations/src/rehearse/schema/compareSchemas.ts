import type { SchemaDifference } from '../types';
import type { CatalogObject, CatalogSchema } from './SchemaObject';

/** A difference, and the table that it concerns where there is one. */
export type ObjectDifference = Omit<SchemaDifference, 'in' | 'step'> & {
  readonly table?: string;
};

/**
 * What distinguishes two schemas, object by object and fact by fact. What goes with an
 * object that is missing or added is not named as well.
 */
export function compareSchemas(
  before: CatalogSchema,
  after: CatalogSchema,
): ObjectDifference[] {
  const differences: ObjectDifference[] = [];
  for (const object of before.values()) {
    const now = after.get(object.key);
    if (now) differences.push(...compareObjects(object, now));
    else if (!isGoneWithParent(object, before, after)) {
      differences.push({ ...named(object), how: 'missing' });
    }
  }
  for (const object of after.values()) {
    if (before.has(object.key)) continue;
    if (isGoneWithParent(object, after, before)) continue;
    differences.push({ ...named(object), how: 'added' });
  }
  return differences.sort((one, other) => (one.object < other.object ? -1 : 1));
}

function isGoneWithParent(
  { parent }: CatalogObject,
  there: CatalogSchema,
  elsewhere: CatalogSchema,
): boolean {
  return parent !== undefined && there.has(parent) && !elsewhere.has(parent);
}

function compareObjects(
  before: CatalogObject,
  after: CatalogObject,
): ObjectDifference[] {
  const names = new Set([
    ...Object.keys(before.facts),
    ...Object.keys(after.facts),
  ]);
  return [...names].sort().flatMap(fact => {
    const [was, is] = [before.facts[fact], after.facts[fact]];
    return was === is
      ? []
      : {
          ...named(before),
          how: 'changed' as const,
          fact,
          ...(was !== undefined && { before: was }),
          ...(is !== undefined && { after: is }),
        };
  });
}

function named({ key, table }: CatalogObject) {
  return { object: key, ...(table !== undefined && { table }) };
}
