import type { MigrationFile, MigrationScript, ScriptPart } from '../../types';
import { isKnex } from '../detectLayout';
import { baseName, titleOf, type LayoutReader } from '../LayoutReader';
import { followDirection } from './followDirection';
import { parseModule, type MigrationModule } from './parseModule';

/**
 * Knex: modules that export `up` and `down`, in the order of their names. What they send
 * is found by following their code as far as it says the same every time, and asking
 * Knex for the SQL of its builders; all else is unknown.
 */
export const readKnex: LayoutReader = files => ({
  migrations: files.filter(isKnex).map(file => {
    const name = baseName(file.path).replace(/\.[cm]?[jt]s$/, '');
    const module = parseModule(file.text);
    const up = scriptOf(file, module, 'up');
    const down = scriptOf(file, module, 'down');
    return {
      version: /^\d+/.exec(name)?.[0] ?? name,
      title: titleOf(name),
      up: up ?? {
        path: file.path,
        parts: [unreadable('it exports no function "up" that could be found')],
        transaction: undefined,
      },
      // A function without a statement in it takes nothing back.
      ...(down && down.parts.length > 0 && { down }),
    };
  }),
  problems: files
    .filter(file => isModule(file.path) && !isKnex(file))
    .map(({ path }) => ({
      path,
      why: 'it exports no up, so Knex does not take it for a migration',
    })),
});

/** Knex looks at every module of the folder itself. */
function isModule(path: string): boolean {
  return (
    !path.includes('/') &&
    /\.[cm]?[jt]s$/.test(path) &&
    !/\.(d|test|spec)\.[cm]?[jt]s$/.test(path)
  );
}

function scriptOf(
  { path }: MigrationFile,
  module: MigrationModule | string,
  direction: 'down' | 'up',
): MigrationScript | undefined {
  if (typeof module === 'string') {
    return direction === 'up'
      ? { path, parts: [unreadable(module)], transaction: undefined }
      : undefined;
  }
  const { [direction]: entry, transaction } = module;
  if (!entry) return undefined;
  return { path, parts: followDirection(module, entry), transaction };
}

function unreadable(why: string): ScriptPart {
  return {
    kind: 'unknown',
    why,
    rule: 'unreadable-script',
    at: { line: 1, column: 1 },
  };
}
