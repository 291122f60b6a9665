import type { MigrationFile, MigrationLayout } from '../types';
import { baseName } from './LayoutReader';

/** The layout that the files of a folder follow; undefined when none holds a migration. */
export function detectLayout(
  files: readonly MigrationFile[],
): MigrationLayout | undefined {
  const sql = files.filter(({ path }) => path.endsWith('.sql'));
  const named = (pattern: RegExp) =>
    sql.some(({ path }) => pattern.test(baseName(path)));
  const saying = (pattern: RegExp) =>
    sql.some(({ text }) => pattern.test(text));
  if (files.some(({ path }) => baseName(path) === 'migration_lock.toml')) {
    return 'prisma';
  }
  if (sql.some(({ path }) => /(^|\/)[^/]+\/migration\.sql$/.test(path))) {
    return 'prisma';
  }
  if (saying(/^\s*--\s*liquibase formatted sql/i)) return 'liquibase';
  if (saying(/^--\s*migrate:up/m)) return 'dbmate';
  if (named(/^[VUB]\d[\w.]*__.*\.sql$/) || named(/^R__.*\.sql$/)) {
    return 'flyway';
  }
  if (named(/^\d+_.*\.(up|down)\.sql$/)) return 'golang-migrate';
  if (files.some(isKnex)) return 'knex';
  return sql.length > 0 ? 'plain' : undefined;
}

/** A module that exports `up`. */
export function isKnex({ path, text }: MigrationFile): boolean {
  return (
    /\.[cm]?[jt]s$/.test(path) &&
    !/\.d\.[cm]?ts$/.test(path) &&
    /\bexports\b[^;]*\bup\b|\bexport\b[^;]*\bup\b/.test(text)
  );
}
