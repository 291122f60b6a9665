import type { ObjectType } from '@pgsql/types';

const WORDS: Readonly<Partial<Record<ObjectType, string>>> = {
  OBJECT_AGGREGATE: 'function',
  OBJECT_PROCEDURE: 'function',
  OBJECT_ROUTINE: 'function',
  OBJECT_STATISTIC_EXT: 'statistics',
  OBJECT_TABCONSTRAINT: 'constraint',
  OBJECT_MATVIEW: 'materialized view',
  OBJECT_FOREIGN_SERVER: 'server',
};

/** `OBJECT_EVENT_TRIGGER` as `event trigger`. */
export function wordOf(type: ObjectType | undefined): string {
  if (!type) return 'object';
  return (
    WORDS[type] ??
    type.replace('OBJECT_', '').replaceAll('_', ' ').toLowerCase()
  );
}
