import type { MigrationFile, MigrationScript } from '../types';
import {
  baseName,
  keepLines,
  sameVersions,
  titleOf,
  type LayoutReader,
} from './LayoutReader';

const MARK = /^--\s*migrate:(up|down)\b(.*)$/;

/** dbmate: one file with `-- migrate:up` and `-- migrate:down`, in the order of names. */
export const readDbmate: LayoutReader = files => {
  const problems: { path: string; why: string }[] = [];
  const migrations = files
    .filter(({ path }) => path.endsWith('.sql'))
    .flatMap(file => {
      const up = sectionOf(file, 'up');
      if (!up) {
        // The schema that it writes out stands beside its migrations.
        if (baseName(file.path) !== 'schema.sql') {
          problems.push({ path: file.path, why: 'it has no -- migrate:up' });
        }
        return [];
      }
      const down = sectionOf(file, 'down');
      const name = baseName(file.path).replace(/\.sql$/, '');
      return {
        version: /^\d+/.exec(name)?.[0] ?? name,
        title: titleOf(name),
        up,
        // A section without a statement takes nothing back.
        ...(down && hasStatement(down) && { down }),
      };
    });
  return { migrations, problems: [...problems, ...sameVersions(migrations)] };
};

function sectionOf(
  { path, text }: MigrationFile,
  wanted: 'down' | 'up',
): MigrationScript | undefined {
  let within = false;
  let found = false;
  let transaction = true;
  const sql = keepLines(text, line => {
    const mark = MARK.exec(line);
    if (!mark) return within ? line : undefined;
    within = mark[1] === wanted;
    if (within) {
      found = true;
      transaction = !/\btransaction:\s*false\b/.test(mark[2]);
    }
    return undefined;
  });
  return found
    ? { path, parts: [{ kind: 'sql', sql }], transaction }
    : undefined;
}

function hasStatement({ parts }: MigrationScript): boolean {
  return parts.some(
    part =>
      part.kind === 'sql' &&
      part.sql.replace(/--.*|\/\*[\s\S]*?\*\//g, '').trim() !== '',
  );
}
