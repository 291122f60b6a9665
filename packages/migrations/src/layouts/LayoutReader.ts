import type {
  Migration,
  MigrationFile,
  MigrationFolder,
  MigrationScript,
} from '../types';

export interface ReadFolder {
  readonly migrations: readonly Migration[];
  readonly problems: MigrationFolder['problems'];
}

/** Reads files that are sorted by path. */
export type LayoutReader = (files: readonly MigrationFile[]) => ReadFolder;

/** A file that is one script. */
export function wholeFile(
  { path, text }: MigrationFile,
  transaction: MigrationScript['transaction'],
): MigrationScript {
  return { path, parts: [{ kind: 'sql', sql: text }], transaction };
}

/** Keeps the lines that are asked for where they are, so that places stay the same. */
export function keepLines(
  text: string,
  keep: (line: string, number: number) => string | undefined,
): string {
  return text
    .split('\n')
    .map((line, number) => keep(line, number) ?? '')
    .join('\n');
}

/** Orders versions by their numbers: `2` before `10`, `1.2` before `1.10`. */
export function compareVersions(one: string, other: string): number {
  const left = one.split(/[._-]/);
  const right = other.split(/[._-]/);
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const [a, b] = [left[at] ?? '0', right[at] ?? '0'];
    const areNumbers = /^\d+$/.test(a) && /^\d+$/.test(b);
    if (areNumbers && BigInt(a) !== BigInt(b)) {
      return BigInt(a) < BigInt(b) ? -1 : 1;
    }
    if (!areNumbers && a !== b) return a < b ? -1 : 1;
  }
  return 0;
}

/** Two migrations of one version: no tool takes that, and no order is right. */
export function sameVersions(
  migrations: readonly Migration[],
): { path: string; why: string }[] {
  const seen = new Map<string, string>();
  return migrations.flatMap(({ version, up }) => {
    // 2 and 2.0 are one version.
    const key = version.replace(/(\.0+)+$/, '');
    const first = seen.get(key);
    seen.set(key, first ?? up.path);
    return first === undefined
      ? []
      : { path: up.path, why: `it has version ${version}, as has ${first}` };
  });
}

/** `20260101_add_phone` as a title: `add phone`. */
export function titleOf(name: string): string {
  const words = name
    .replace(/^[vV]?\d+(?:[._-]\d+)*(?:__?|-)?/, '')
    .replace(/[_-]+/g, ' ')
    .trim();
  return words === '' ? name : words;
}

/** The name of a file without its folder. */
export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
