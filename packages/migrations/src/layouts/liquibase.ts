import type { Migration, MigrationFile } from '../types';
import { keepLines, sameVersions, type LayoutReader } from './LayoutReader';

const HEADER = /^\s*--\s*liquibase formatted sql/i;
const CHANGESET = /^\s*--\s*changeset\s+([^:\s]+):(\S+)(.*)$/i;
const ROLLBACK = /^(\s*--\s*rollback\s?)(.*)$/i;
const PROPERTY =
  /^\s*--\s*property\s+name:(\S+)\s+value:(.*?)(?:\s+\w+:\S+)*\s*$/i;

/** A changeset while its file is read. */
interface Changeset {
  readonly author: string;
  readonly id: string;
  readonly attributes: string;
  readonly first: number;
  last: number;
}

/**
 * Liquibase's formatted SQL: changesets in the order in which they stand, files in the
 * order of their names, as `includeAll` reads them. What `--rollback` says is the way
 * back; without it Liquibase has none for SQL.
 */
export const readLiquibase: LayoutReader = files => {
  const problems: { path: string; why: string }[] = [];
  const migrations: Migration[] = [];
  for (const file of files) {
    if (!file.path.endsWith('.sql')) {
      if (
        /\.(xml|ya?ml|json)$/.test(file.path) &&
        /databaseChangeLog/.test(file.text)
      ) {
        problems.push({
          path: file.path,
          why: 'changelogs in XML, YAML and JSON are not followed; files are read in the order of their names',
        });
      }
      continue;
    }
    if (!HEADER.test(file.text)) {
      problems.push({
        path: file.path,
        why: 'it does not begin with --liquibase formatted sql',
      });
      continue;
    }
    migrations.push(...readChangesets(file));
  }
  return { migrations, problems: [...problems, ...sameVersions(migrations)] };
};

function readChangesets(file: MigrationFile): Migration[] {
  const lines = file.text.split('\n');
  const changesets: Changeset[] = [];
  lines.forEach((line, at) => {
    const [, author, id, attributes] = CHANGESET.exec(line) ?? [];
    const current = changesets[changesets.length - 1];
    if (author !== undefined) {
      changesets.push({ author, id, attributes, first: at + 1, last: at });
    } else if (current) {
      current.last = at;
    }
  });
  const properties = lines.flatMap(line => {
    const [, name, value] = PROPERTY.exec(line) ?? [];
    return name === undefined ? [] : [[name, value] as const];
  });
  return changesets
    .filter(({ attributes }) => isForPostgres(attributes))
    .map(changeset => migrationOf(file, changeset, properties));
}

function isForPostgres(attributes: string): boolean {
  const [, named] = /\bdbms:"?([^\s"]+)"?/i.exec(attributes) ?? [];
  if (named === undefined) return true;
  const names = named.split(',').map(name => name.trim().toLowerCase());
  return names.includes('postgresql') || names.includes('all');
}

function migrationOf(
  { path, text }: MigrationFile,
  { author, id, attributes, first, last }: Changeset,
  properties: readonly (readonly [string, string])[],
): Migration {
  const [, delimiter] = /\bendDelimiter:(\S+)/i.exec(attributes) ?? [];
  const transaction = !/\brunInTransaction:"?false/i.test(attributes);
  const rollback = rollbackLines(text.split('\n'), first, last);
  const fill = (line: string) =>
    properties.reduce(
      (filled, [name, value]) => filled.replaceAll(`\${${name}}`, value),
      endStatement(line, delimiter),
    );
  const up = keepLines(text, (line, at) =>
    at >= first && at <= last && !rollback.has(at) ? fill(line) : undefined,
  );
  const down = keepLines(text, (_, at) => {
    const line = rollback.get(at);
    return line === undefined ? undefined : fill(line);
  });
  const said = [...rollback.values()].join(' ').trim();
  // "--rollback empty" says that nothing has to be done, which nobody can tell.
  const isSaid = said !== '' && !/^(empty|not required)\s*;?$/i.test(said);
  return {
    version: `${author}:${id}`,
    title: id,
    up: { path, parts: [{ kind: 'sql', sql: up }], transaction },
    ...(isSaid && {
      down: { path, parts: [{ kind: 'sql', sql: down }], transaction },
    }),
  };
}

function endStatement(line: string, delimiter: string | undefined): string {
  if (delimiter === undefined || delimiter === ';') return line;
  const bare = line.trimEnd();
  return bare.endsWith(delimiter)
    ? `${bare.slice(0, -delimiter.length)};`
    : line;
}

/** `--rollback ...` lines, and the lines of a block that begins `liquibase rollback`. */
function rollbackLines(
  lines: readonly string[],
  first: number,
  last: number,
): Map<number, string> {
  const found = new Map<number, string>();
  let inBlock = false;
  for (let at = first; at <= last; at++) {
    const line = lines[at] ?? '';
    if (inBlock) {
      const end = line.indexOf('*/');
      found.set(at, end < 0 ? line : line.slice(0, end));
      inBlock = end < 0;
    } else if (/^\s*\/\*\s*liquibase rollback/i.test(line)) {
      found.set(at, '');
      inBlock = !line.includes('*/');
    } else {
      const [, prefix, sql] = ROLLBACK.exec(line) ?? [];
      if (prefix !== undefined) {
        found.set(at, `${' '.repeat(prefix.length)}${sql}`);
      }
    }
  }
  return found;
}
