import type { Migration, MigrationFile, MigrationScript } from '../types';
import {
  baseName,
  compareVersions,
  sameVersions,
  wholeFile,
  type LayoutReader,
} from './LayoutReader';

const NAME = /^([VUBR])([\d._]*)__(.*)\.(sql|java|kt)$/;

/**
 * Flyway: `V<version>__<title>.sql`, undone by `U<version>__...`; `R__...` runs after all
 * others whenever it changes. A baseline (`B`) stands for what is before it in an empty
 * database, which the others say as well.
 */
export const readFlyway: LayoutReader = files => {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const versioned: Migration[] = [];
  const repeatable: Migration[] = [];
  const undo = new Map<string, MigrationScript>();
  const problems: { path: string; why: string }[] = [];
  for (const file of files) {
    const match = NAME.exec(baseName(file.path));
    if (!match) {
      if (/\.sql$/.test(file.path)) {
        problems.push({
          path: file.path,
          why: 'it is not named V<version>__<title>.sql, so Flyway leaves it out',
        });
      }
      continue;
    }
    const [, kind, number, title, type] = match;
    const script = scriptOf(file, type, texts.get(`${file.path}.conf`));
    const version = number.replaceAll('_', '.');
    const words = title.replaceAll('_', ' ');
    if (kind === 'V') versioned.push({ version, title: words, up: script });
    else if (kind === 'U') undo.set(version, script);
    else if (kind === 'R') {
      repeatable.push({ version: `R ${title}`, title: words, up: script });
    }
  }
  const migrations = versioned
    .sort((one, other) => compareVersions(one.version, other.version))
    .map(migration => {
      const down = undo.get(migration.version);
      undo.delete(migration.version);
      return { ...migration, ...(down && { down }) };
    });
  for (const { path } of undo.values()) {
    problems.push({ path, why: 'there is no V... of its version' });
  }
  return {
    migrations: [...migrations, ...repeatable],
    problems: [...problems, ...sameVersions(migrations)],
  };
};

function scriptOf(
  file: MigrationFile,
  type: string,
  config: string | undefined,
): MigrationScript {
  if (type !== 'sql') {
    return {
      path: file.path,
      parts: [
        {
          kind: 'unknown',
          why: 'it is code, not SQL',
          rule: 'unknown-code',
          at: { line: 1, column: 1 },
        },
      ],
      transaction: undefined,
    };
  }
  const off = /^\s*executeInTransaction\s*=\s*false/m.test(config ?? '');
  return wholeFile(file, off ? false : inTransaction(file.text));
}

/** Flyway leaves the transaction out by itself where no statement may be in one. */
function inTransaction(text: string): boolean {
  const statements = text
    .replace(/\/\*[\s\S]*?\*\/|--.*/g, '')
    .split(';')
    .filter(statement => statement.trim() !== '');
  return !statements.every(statement =>
    /\bconcurrently\b|^\s*vacuum\b|^\s*alter\s+type\s.*\badd\s+value\b/is.test(
      statement,
    ),
  );
}
