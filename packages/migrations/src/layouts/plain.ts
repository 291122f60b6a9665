import type { MigrationFile, MigrationScript } from '../types';
import {
  baseName,
  compareVersions,
  titleOf,
  wholeFile,
  type LayoutReader,
} from './LayoutReader';

/** What a way back is called, beside or instead of the name of the way there. */
const DOWN =
  /(?:[._-](?:down|undo|rollback|revert)\.sql|(?:^|\/)(?:down|undo|rollback|revert)\.sql)$/i;
const UP = /(?:[._-]up\.sql|(?:^|\/)up\.sql|\.sql)$/i;
/** Folders in which all scripts go one way. */
const FOLDER = /(^|\/)(up|down|deploy|revert)\//i;

/**
 * Files in the order of their names, each with a way back beside it or without one:
 * `x.up.sql` and `x.down.sql`, `x/up.sql` and `x/down.sql`, `up/x.sql` and `down/x.sql`,
 * `x.sql` and `x.undo.sql`. Who runs them is not known, nor whether in a transaction.
 */
export const readPlain: LayoutReader = files => {
  const sql = files.filter(({ path }) => path.endsWith('.sql'));
  const ups = sql.filter(({ path }) => !isDown(path));
  const downs = new Map(
    sql
      .filter(({ path }) => isDown(path))
      .map(file => [keyOf(file.path), file] as const),
  );
  const migrations = ups
    .sort((one, other) => compareVersions(keyOf(one.path), keyOf(other.path)))
    .map(file => {
      const key = keyOf(file.path);
      const down = downs.get(key);
      downs.delete(key);
      const name = baseName(key);
      return {
        version: /^[vV]?\d+(?:[._-]\d+)*/.exec(name)?.[0] ?? name,
        title: titleOf(name),
        up: scriptOf(file),
        ...(down && { down: scriptOf(down) }),
      };
    });
  const problems = [...downs.values()].map(({ path }) => ({
    path,
    why: 'it is a way back, and there is no script for the way there',
  }));
  return { migrations, problems };
};

function isDown(path: string): boolean {
  return DOWN.test(path) || /(^|\/)(down|revert)\//i.test(path);
}

/** What both directions have in common. */
function keyOf(path: string): string {
  return path.replace(FOLDER, '$1').replace(DOWN, '').replace(UP, '');
}

/** Tools whose marks split a file: read as a whole, both directions would be run. */
const FOREIGN = /^--\s*\+(goose|migrate)\s+(up|down)/im;

function scriptOf(file: MigrationFile): MigrationScript {
  const [, tool] = FOREIGN.exec(file.text) ?? [];
  if (tool === undefined) return wholeFile(file, undefined);
  return {
    path: file.path,
    parts: [
      {
        kind: 'unknown',
        why: `it is split by marks of ${
          tool.toLowerCase() === 'goose' ? 'goose' : 'sql-migrate'
        }, which are not read`,
        rule: 'unreadable-script',
        at: { line: 1, column: 1 },
      },
    ],
    transaction: undefined,
  };
}
