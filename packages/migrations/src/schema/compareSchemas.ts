import type { SchemaModel } from './SchemaModel';
import type { Column, Constraint, Relation, UserType } from './types';

/** What distinguishes two schemas, in words; `unknown` where one side is not known. */
export interface SchemaComparison {
  readonly differences: readonly string[];
  readonly unknown: readonly string[];
}

class Differences implements SchemaComparison {
  readonly differences: string[] = [];
  readonly unknown: string[] = [];

  value(what: string, field: string, left: unknown, right: unknown): void {
    if (left === right) return;
    if (left === undefined || right === undefined) {
      this.unknown.push(`${field} of ${what}`);
    } else {
      this.differences.push(
        short(left) && short(right)
          ? `${field} of ${what} is ${shown(right)}, not ${shown(left)}`
          : `${field} of ${what} differs`,
      );
    }
  }
}

/**
 * Compares two schemas by name. The order of columns does not count: a column that is
 * dropped and added again stands last, and nothing that names its columns notices.
 *
 * @param before - as it was
 * @param after - as it came back
 */
export function compareSchemas(
  before: SchemaModel,
  after: SchemaModel,
): SchemaComparison {
  const log = new Differences();
  compareMaps(before.relations, after.relations, log, {
    name: ({ kind, key }) => `${kind} ${key}`,
    compare: compareRelations,
  });
  compareMaps(before.types, after.types, log, {
    name: ({ key }) => `type ${key}`,
    compare: compareTypes,
  });
  compareMaps(before.objects, after.objects, log, {
    name: ({ key }) => key,
    compare: (left, right) =>
      log.value(left.key, 'definition', left.definition, right.definition),
  });
  return log;
}

function short(value: unknown): boolean {
  return String(value).length < 60 && !/[{[]/.test(String(value));
}

function shown(value: unknown): string {
  return value === null || value === '' ? 'none' : String(value);
}

interface Comparing<T> {
  name(value: T): string;
  compare(left: T, right: T, log: Differences): void;
}

function compareMaps<T>(
  before: ReadonlyMap<string, T>,
  after: ReadonlyMap<string, T>,
  log: Differences,
  { name, compare }: Comparing<T>,
): void {
  if (before === after) return;
  for (const [key, left] of before) {
    const right = after.get(key);
    if (right === undefined) {
      log.differences.push(`${name(left)} is missing`);
    } else if (left !== right) {
      compare(left, right, log);
    }
  }
  for (const [key, right] of after) {
    if (!before.has(key)) log.differences.push(`${name(right)} remains`);
  }
}

function compareRelations(
  left: Relation,
  right: Relation,
  log: Differences,
): void {
  const what = `${left.kind} ${left.key}`;
  log.value(what, 'kind', left.kind, right.kind);
  if (left.definition !== right.definition) {
    log.value(what, 'definition', left.definition, right.definition);
  }
  log.value(what, 'owner table', left.table ?? '', right.table ?? '');
  log.value(what, 'parent', left.parents.join(), right.parents.join());
  compareSettings(what, left.settings, right.settings, log);
  compareMaps(left.columns, right.columns, log, {
    name: ({ name }) => `column ${name} of ${left.key}`,
    compare: (one, other) => compareColumns(left.key, one, other, log),
  });
  compareMaps(left.constraints, right.constraints, log, {
    name: ({ name }) => `constraint ${name} of ${left.key}`,
    compare: (one, other) => compareConstraints(left.key, one, other, log),
  });
}

function compareColumns(
  table: string,
  left: Column,
  right: Column,
  log: Differences,
): void {
  const what = `column ${left.name} of ${table}`;
  log.value(what, 'type', left.type, right.type);
  log.value(what, 'not null', left.notNull, right.notNull);
  log.value(what, 'default', left.default, right.default);
  log.value(what, 'generation', left.generated ?? '', right.generated ?? '');
  log.value(what, 'identity', left.identity ?? '', right.identity ?? '');
  compareSettings(what, left.settings, right.settings, log);
}

function compareConstraints(
  table: string,
  left: Constraint,
  right: Constraint,
  log: Differences,
): void {
  const what = `constraint ${left.name} of ${table}`;
  log.value(what, 'definition', left.definition, right.definition);
  log.value(what, 'validity', left.validated, right.validated);
  log.value(what, 'enforcement', left.enforced, right.enforced);
}

function compareTypes(left: UserType, right: UserType, log: Differences): void {
  const what = `type ${left.key}`;
  log.value(what, 'values', left.labels?.join(', '), right.labels?.join(', '));
  log.value(what, 'definition', left.definition, right.definition);
  compareSettings(
    what,
    left.constraints ?? new Map(),
    right.constraints ?? new Map(),
    log,
  );
}

function compareSettings(
  what: string,
  left: ReadonlyMap<string, string>,
  right: ReadonlyMap<string, string>,
  log: Differences,
): void {
  if (left === right) return;
  for (const key of new Set([...left.keys(), ...right.keys()])) {
    log.value(what, key, left.get(key) ?? '', right.get(key) ?? '');
  }
}
